import { allowedNames, DEFAULT_SCENARIO_NAME } from "../../config/scenario-names.js";
import { atMost, phrase } from "../../messages/phrase-texts.js";
import { brokerReleaseMistake } from "./broker-release.js";
import { builtInScenario, mergeScenarios } from "./built-in.js";
import { recordsInAll } from "./arrival-pieces.js";
import { checkRecording, checkSteps } from "./check-recording.js";
import { checkSizes, checkTopics } from "./check-topics.js";
import type { Scenario, ScenarioFault } from "./scenario.js";
import { isObject, SchemaCheck, type SchemaMistake } from "../../schema/schema-check.js";
import { SCENARIO_SCHEMA } from "./scenario-schema.js";

/** A scenario, or everything that is wrong with it. */
export type ScenarioReading =
  | { readonly scenario: Scenario; readonly mistakes?: undefined }
  | { readonly scenario?: undefined; readonly mistakes: readonly SchemaMistake[] };

/** Reads a scenario: a name, an object, or nothing for the default. Never throws for any JSON value. */
export function readScenario(input: unknown = DEFAULT_SCENARIO_NAME): ScenarioReading {
  const check = new SchemaCheck(SCENARIO_SCHEMA);
  const written = typeof input === "string" ? fromName(input, "", check) : withBase(input, check);
  if (written === undefined) return { mistakes: check.mistakes };
  const scenario = check.check(SCENARIO_SCHEMA, written, "") as Scenario;
  if (check.mistakes.length === 0) checkTogether(scenario, check);
  return check.mistakes.length > 0 ? { mistakes: check.mistakes } : { scenario };
}

function fromName(name: string, path: string, check: SchemaCheck): unknown {
  const reading = builtInScenario(name);
  if ("scenario" in reading) return reading.scenario;
  check.note(path, name, reading.problem);
  return undefined;
}

/** The built-in scenario that `extends` names, with what is written over it: object by object, lists as a whole. */
function withBase(input: unknown, check: SchemaCheck): unknown {
  if (!isObject(input)) return input;
  const own = Object.fromEntries(Object.entries(input).filter(([name]) => name !== "$schema" && name !== "extends"));
  const name = input["extends"];
  if (name === undefined) return own;
  if (typeof name !== "string") check.note("extends", name, allowedNames());
  const base = typeof name === "string" ? fromName(name, "extends", check) : undefined;
  return isObject(base) ? mergeScenarios(base, own) : own;
}

/** What no part of the schema can say alone. */
function checkTogether(scenario: Scenario, check: SchemaCheck): void {
  const { workload, faults, limits } = scenario;
  checkTopics(scenario, check);
  checkBrokerRelease(scenario, check);
  checkSizes(workload.valueBytes, "workload.valueBytes", check);
  const { arrivals } = workload;
  if (arrivals.kind === "burst" && arrivals.burstMs > arrivals.everyMs)
    check.note("workload.arrivals.burstMs", arrivals.burstMs, atMost("workload.arrivals.everyMs", arrivals.everyMs));
  if (arrivals.kind === "recorded") checkRecording(arrivals, check);
  if (arrivals.kind === "steps") checkSteps(arrivals, check);
  faults.forEach((fault, index) => checkFault(fault, `faults[${index}]`, scenario, check));
  const records = Math.round(recordsInAll(scenario));
  if (records > limits.records)
    check.note("workload", records, phrase("allowed/records", { records: limits.records }), {
      shown: phrase("shown/records", { count: records }),
    });
}

/** ZooKeeper, KRaft and version 2 of transactions each have their releases. */
function checkBrokerRelease(scenario: Scenario, check: SchemaCheck): void {
  const mistake = brokerReleaseMistake(scenario);
  if (mistake === undefined) return;
  const { brokerVersion, transactionVersion, controller } = scenario.cluster;
  if (mistake === "transactions")
    check.note("cluster.transactionVersion", transactionVersion, phrase("allowed/transactions-of-release"));
  else if (controller === undefined) check.note("cluster.brokerVersion", brokerVersion, phrase(`allowed/${mistake}`));
  else check.note("cluster.controller", controller, phrase(`allowed/${mistake}`));
}

/** A fault strikes only who is there. */
function checkFault(fault: ScenarioFault, path: string, { cluster, workload }: Scenario, check: SchemaCheck): void {
  const mostBroker = cluster.brokers - 1;
  const mostProducer = workload.producers - 1;
  if ("broker" in fault && fault.broker > mostBroker)
    check.note(`${path}.broker`, fault.broker, phrase("allowed/broker", { most: mostBroker }));
  if ("producer" in fault && fault.producer > mostProducer)
    check.note(`${path}.producer`, fault.producer, phrase("allowed/producer", { most: mostProducer }));
  if (fault.kind !== "cut") return;
  fault.between.forEach((party, index) => {
    const [kind, number = "0"] = party.split(" ");
    const most = kind === "broker" ? mostBroker : mostProducer;
    if (kind !== "controller" && Number(number) > most)
      check.note(`${path}.between[${index}]`, party, phrase("allowed/party", { mostBroker, mostProducer }));
  });
}
