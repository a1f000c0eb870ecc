// docs/simulation.md defines every number of a result and every part of a scenario that a person may set.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import { builtInNames } from "../../server/src/core/config/scenario-names.js";
import { readScenario } from "../../server/src/core/simulation/scenario/read-scenario.js";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const page = readFileSync("docs/simulation.md", "utf8");

function schemaOf(name: string): Schema {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as Schema;
}

function namesOf({ properties = {}, items, definitions = {} }: Schema): readonly string[] {
  const below = [...Object.values(properties), ...Object.values(definitions), ...(items === undefined ? [] : [items])];
  return [...Object.keys(properties), ...below.flatMap(namesOf)];
}

it("defines every field of a result", () => {
  // What needs no definition: places, percentiles between p50 and p999, and what stands in sentences.
  const plain = ["file", "kafkaVersion", "seed", "scenario", "topic", "partition", "key", "reason", "text", "message"];
  const described = ["path", "value", "allowed", "p90", "p95", "p99", "throughput", "failures", "requests", "batches"];
  const known = new Set([...plain, ...described, "buffer", "metrics", "series", "columns", "exception"]);
  const missing = namesOf(schemaOf("result")).filter((name) => !known.has(name) && !page.includes(`\`${name}\``));
  expect([...new Set(missing)]).toEqual([]);
});

it("names every built-in scenario, fault, kind of arrivals and cost", () => {
  const { places, workloads, events } = builtInNames();
  const { definitions = {} } = schemaOf("scenario");
  const kinds = ["fault", "arrivals"].flatMap((name) =>
    (definitions[name]?.oneOf ?? []).map(({ properties }) => String(properties?.["kind"]?.const)),
  );
  const network = ["clientRttUs", "brokerRttUs", "bandwidthBytesPerUs"];
  const costs = Object.keys(LOCAL_COSTS).filter((name) => !network.includes(name));
  const names = [...Object.keys(places), ...Object.keys(workloads), ...Object.keys(events), ...kinds, ...costs];
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it("has examples that are scenarios", () => {
  const examples = [...page.matchAll(/```yaml\n([^`]*)```/g)].map(([, text = ""]) => text);
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(readScenario(parse(example)).mistakes).toBe(undefined);
});
