import type { Phrase } from "../../messages/format.js";
import { phrase } from "../../messages/phrase-texts.js";
import { isObject, type SchemaMistake } from "../../schema/schema-check.js";
import { plainValue } from "../../syntax/value-tree.js";
import { parseYaml } from "../../syntax/yaml.js";

/** Traffic files with more characters are not read: as many as `csv` may have. */
export const MOST_TRAFFIC_CHARACTERS = 16_777_216;

/** What somebody who can read files has found at the path in `csvFile`. The core opens no files. */
export interface TrafficFile {
  /** As the scenario writes it. */
  readonly path: string;
  /** Absent when there is none, or none that can be read. */
  readonly text?: string | undefined;
  /** Whether it lies where the scenario may not have anything read. */
  readonly isOutside?: boolean;
  /** Its size when it is too large to be read at all. */
  readonly sizeBytes?: number | undefined;
}

const WHERE = "workload.arrivals.csvFile";

/** The path that a scenario wants to have read; undefined when there is none. */
export function trafficPathOf(scenario: unknown): string | undefined {
  const path = arrivalsOf(scenario)?.["csvFile"];
  return typeof path === "string" && path !== "" ? path : undefined;
}

/** The same from the text of a scenario file. */
export function trafficPathIn(text: string): string | undefined {
  if (!text.includes("csvFile")) return undefined; // Most scenarios need no second reading.
  const { root, problems } = parseYaml(text);
  const isReadable = root !== undefined && problems.every(({ code }) => code === "duplicate");
  return isReadable ? trafficPathOf(plainValue(root)) : undefined;
}

/** The scenario with what stands in its traffic file; unchanged where there is nothing that could be simulated. */
export function withTraffic(scenario: unknown, traffic: TrafficFile | undefined): unknown {
  const path = trafficPathOf(scenario);
  const arrivals = arrivalsOf(scenario);
  const isUsable = traffic?.path === path && traffic?.text !== undefined && problemOf(traffic) === undefined;
  if (arrivals === undefined || !isUsable || !isObject(scenario) || !isObject(scenario["workload"])) return scenario;
  return { ...scenario, workload: { ...scenario["workload"], arrivals: { ...arrivals, csv: traffic.text } } };
}

/** What is wrong with the way a scenario as it was written names its traffic file, when somebody has looked for it. */
export function trafficMistakes(scenario: unknown, traffic: TrafficFile | undefined): readonly SchemaMistake[] {
  const path = trafficPathOf(scenario);
  if (path === undefined) return [];
  const { csv, steps } = arrivalsOf(scenario) ?? {};
  const names = `csvFile, csv${steps === undefined ? "" : ", steps"}`;
  if (csv !== undefined || steps !== undefined)
    return [{ path: WHERE, value: path, allowed: phrase("allowed/only-one-of", { names }) }];
  const allowed = traffic?.path === path ? problemOf(traffic) : undefined;
  return allowed === undefined ? [] : [{ path: WHERE, value: path, allowed }];
}

/** A mistake that only says that nobody has read the file. */
export function isUnreadTraffic({ path, allowed }: SchemaMistake): boolean {
  return path === WHERE && typeof allowed === "object" && allowed.id === NOT_READ.id;
}

/** What a scenario is told whose file nobody has read: from a program, its text goes into `csv`. */
export const NOT_READ: Phrase = phrase("allowed/csv-unread");

function problemOf({ text, sizeBytes, isOutside = false }: TrafficFile): Phrase | undefined {
  if (isOutside) return phrase("allowed/csv-outside");
  const size = text?.length ?? sizeBytes;
  if (size === undefined) return phrase("allowed/csv-file");
  if (size <= MOST_TRAFFIC_CHARACTERS) return undefined;
  return phrase("allowed/csv-size", { most: MOST_TRAFFIC_CHARACTERS, size });
}

function arrivalsOf(scenario: unknown): Readonly<Record<string, unknown>> | undefined {
  const workload = isObject(scenario) ? scenario["workload"] : undefined;
  const arrivals = isObject(workload) ? workload["arrivals"] : undefined;
  return isObject(arrivals) ? arrivals : undefined;
}
