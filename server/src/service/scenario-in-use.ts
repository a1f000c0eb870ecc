import { scenarioInUse as decide } from "../core/config/scenario-in-use.js";
import { isObject } from "../core/schema/schema-check.js";
import { withTraffic } from "../core/simulation/scenario/traffic-file.js";
import { plainValue } from "../core/syntax/value-tree.js";
import { parseYaml } from "../core/syntax/yaml.js";
import type { ScenarioOfStatus } from "../protocol/requests.js";
import type { Analysis, ScenarioFileText } from "./analysis.js";

/** The scenario that counts for a document. */
export interface ScenarioInUse {
  /** What is simulated: a name or an object. */
  readonly input: unknown;
  /** What people call it. */
  readonly name: string;
  /** Who says so. */
  readonly from: ScenarioOfStatus["source"];
  /** The URI of its file. */
  readonly file: string | undefined;
}

/** The comment in the file, else the nearest scenario file, else the project file, else the setting, else the default. */
export function scenarioInUse({ document, outerScenario, uri }: Analysis): ScenarioInUse {
  const { files, project, setting } = outerScenario;
  const { name, source, file } = decide(document, { nearestFiles: files.map((it) => it.uri), project, setting });
  if (file === undefined) return { input: name, name, from: source, file };
  const found = source === "comment" ? inFolder(file, uri, files) : files.find((it) => it.uri === file);
  return { input: found === undefined ? name : inputOf(found, name), name, from: source, file: found?.uri };
}

/** A file beside the document or in the nearest folder that has scenario files: the others are not read ahead. */
function inFolder(path: string, uri: string, files: readonly ScenarioFileText[]): ScenarioFileText | undefined {
  const steps = uri.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") steps.pop();
    else if (part !== ".") steps.push(part);
  }
  return files.find((file) => file.uri === steps.join("/"));
}

/** What stands in the file, called as the file is unless it has a name. */
function inputOf({ text, traffic }: ScenarioFileText, fileName: string): unknown {
  const { root } = parseYaml(text);
  const value = root === undefined ? {} : withTraffic(plainValue(root), traffic);
  const name = fileName.replace(/\.ackwise\.[^.]*$/i, "");
  return isObject(value) ? { name, ...value } : value;
}
