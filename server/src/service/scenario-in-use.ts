import { directivesOf } from "../core/dialects/directives.js";
import { DEFAULT_SCENARIO_NAME } from "../core/config/scenario-names.js";
import type { Analysis } from "./analysis.js";

/** The scenario that counts for a document. */
export interface ScenarioInUse {
  /** What is simulated: a name or an object. */
  readonly input: unknown;
  /** What people call it. */
  readonly name: string;
  /** Who says so, in a few words. */
  readonly from: string;
}

/** The comment in the file, else the default. */
export function scenarioInUse({ document }: Analysis): ScenarioInUse {
  const written = directivesOf(document).find(({ name }) => name === "scenario")?.words[0];
  if (written !== undefined) return { input: written, name: written, from: "file" };
  return { input: DEFAULT_SCENARIO_NAME, name: DEFAULT_SCENARIO_NAME, from: "default" };
}
