import scenarioSchema from "../../../../../schemas/scenario.schema.json";
import { allowedNames, builtInScenario, DEFAULT_SCENARIO_NAME } from "./built-in.js";
import { recordsInAll } from "./arrival-pieces.js";
import type { Scenario } from "./scenario.js";
import { isObject, SchemaCheck, type Schema, type ScenarioMistake } from "./schema-check.js";

/** A scenario, or everything that is wrong with it. */
export type ScenarioReading =
  | { readonly scenario: Scenario; readonly mistakes?: undefined }
  | { readonly scenario?: undefined; readonly mistakes: readonly ScenarioMistake[] };

/** Reads a scenario: a name, an object, or nothing for the default. Never throws for any JSON value. */
export function readScenario(input: unknown = DEFAULT_SCENARIO_NAME): ScenarioReading {
  const check = new SchemaCheck(SCENARIO_SCHEMA);
  const written = typeof input === "string" ? fromName(input, "", check) : withBase(input, check);
  if (check.mistakes.length > 0) return { mistakes: check.mistakes };
  const scenario = check.check(SCENARIO_SCHEMA, written, "") as Scenario;
  if (check.mistakes.length === 0) checkTogether(scenario, check);
  return check.mistakes.length > 0 ? { mistakes: check.mistakes } : { scenario };
}

const SCENARIO_SCHEMA = scenarioSchema as Schema;

function fromName(name: string, path: string, check: SchemaCheck): unknown {
  const scenario = builtInScenario(name);
  if (scenario === undefined) check.note(path, name, allowedNames());
  return scenario;
}

/** The built-in scenario that `extends` names, with what is written over it: object by object, lists as a whole. */
function withBase(input: unknown, check: SchemaCheck): unknown {
  if (!isObject(input)) return input;
  const own = Object.fromEntries(Object.entries(input).filter(([name]) => name !== "$schema" && name !== "extends"));
  const name = input["extends"];
  if (name === undefined) return own;
  if (typeof name !== "string") check.note("extends", name, allowedNames());
  const base = typeof name === "string" ? fromName(name, "extends", check) : undefined;
  return isObject(base) ? merge(base, own) : own;
}

function merge(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name];
    merged[name] = isObject(value) && isObject(below) && value["kind"] === undefined ? merge(below, value) : value;
  }
  return merged;
}

/** What no part of the schema can say alone. */
function checkTogether(scenario: Scenario, check: SchemaCheck): void {
  const { topic, cluster, workload, faults, limits } = scenario;
  if (topic.replicationFactor > cluster.brokers)
    check.note("topic.replicationFactor", topic.replicationFactor, `at most cluster.brokers (${cluster.brokers})`);
  if (topic.minInsyncReplicas > topic.replicationFactor)
    check.note(
      "topic.minInsyncReplicas",
      topic.minInsyncReplicas,
      `at most topic.replicationFactor (${topic.replicationFactor})`,
    );
  const { min, max } = workload.valueBytes;
  if (min > max) check.note("workload.valueBytes.min", min, `at most workload.valueBytes.max (${max})`);
  const { arrivals } = workload;
  if (arrivals.kind === "burst" && arrivals.burstMs > arrivals.everyMs)
    check.note(
      "workload.arrivals.burstMs",
      arrivals.burstMs,
      `at most workload.arrivals.everyMs (${arrivals.everyMs})`,
    );
  faults.forEach(({ broker }, index) => {
    if (broker >= cluster.brokers)
      check.note(`faults[${index}].broker`, broker, `a broker from 0 to ${cluster.brokers - 1}`);
  });
  const records = Math.round(recordsInAll(scenario));
  if (records > limits.records)
    check.note(
      "workload",
      `${records} records`,
      `at most limits.records (${limits.records}) in all; limits.records may be up to 50000000`,
    );
}
