import { dirname, resolve } from "node:path";
import {
  MOST_TRAFFIC_CHARACTERS,
  trafficPathIn,
  type TrafficFile,
} from "../../core/simulation/scenario/traffic-file.js";
import type { CliIo } from "../io.js";
import { decodeText } from "./decode.js";

/** Looks for the file that a scenario names with `csvFile`, by its path from the scenario file; undefined when it names none. */
export async function trafficOf(
  io: CliIo,
  scenario: { readonly text: string; readonly path: string | undefined },
): Promise<TrafficFile | undefined> {
  const path = trafficPathIn(scenario.text);
  if (path === undefined) return undefined;
  const file = resolve(scenario.path === undefined ? io.cwd : dirname(scenario.path), path);
  const found = await io.stat(file);
  if (found?.kind !== "file") return { path };
  if (found.sizeBytes > MOST_TRAFFIC_CHARACTERS) return { path, sizeBytes: found.sizeBytes };
  try {
    return { path, text: decodeText(await io.readFile(file)).text };
  } catch {
    return { path };
  }
}
