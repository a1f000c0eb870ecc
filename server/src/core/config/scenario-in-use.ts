import { directivesOf, type Directive } from "../dialects/directives.js";
import type { ConfigDocument } from "../dialects/types.js";
import { isScenarioFileName } from "./scenario-file-name.js";
import { DEFAULT_SCENARIO_NAME, parseScenarioName } from "./scenario-names.js";

/** In which scenario a configuration is simulated, and who said so. */
export interface ScenarioInUse {
  readonly source: "comment" | "file" | "project" | "settings" | "default";
  /** The name of a scenario that needs no file, or what the scenario file is called. */
  readonly name: string;
  /** A comment's path relative to the configuration, or the nearest file as the host calls it. */
  readonly file: string | undefined;
  /** Scenario comments that name nothing. */
  readonly unknown: readonly Directive[];
}

/** What stands outside the file. */
export interface OuterScenario {
  /** The scenario files in the nearest folder, from the configuration's upwards, that has any: paths or URIs. */
  readonly nearestFiles: readonly string[];
  /** What the project file names. */
  readonly project?: string | undefined;
  /** What the settings name; empty when they name nothing. */
  readonly setting: string;
}

/**
 * The comment `# ackwise-scenario: three-zones+leader-crash` (or a scenario file's path), else the nearest scenario file if it is
 * alone in its folder, else what the project file names, else what the settings name, else the default.
 */
export function scenarioInUse(document: ConfigDocument, outer: OuterScenario): ScenarioInUse {
  const { nearestFiles, project, setting } = outer;
  const comments = directivesOf(document).filter(({ name }) => name === "scenario");
  const unknown = comments.filter((comment) => !namesScenario(nameIn(comment)));
  const known = comments.map(nameIn).find(namesScenario);
  if (known !== undefined) {
    const file = isScenarioFileName(known) ? known : undefined;
    return { source: "comment", name: file === undefined ? known : baseName(known), file, unknown };
  }
  const [nearest, ...others] = nearestFiles;
  if (nearest !== undefined && others.length === 0) {
    return { source: "file", name: baseName(nearest), file: nearest, unknown };
  }
  for (const [source, text = ""] of [
    ["project", project],
    ["settings", setting],
  ] as const) {
    const asked = text.trim();
    if (asked === "" || "problem" in parseScenarioName(asked)) continue;
    return { source, name: asked, file: undefined, unknown };
  }
  return { source: "default", name: DEFAULT_SCENARIO_NAME, file: undefined, unknown };
}

/** Scenario comments of a document that name neither a scenario nor a scenario file. */
export function unknownScenarioComments(document: ConfigDocument): readonly Directive[] {
  return scenarioInUse(document, { nearestFiles: [], setting: "" }).unknown;
}

function nameIn({ words }: Directive): string {
  return words[0] ?? "";
}

function namesScenario(name: string): boolean {
  return isScenarioFileName(name) || !("problem" in parseScenarioName(name));
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
