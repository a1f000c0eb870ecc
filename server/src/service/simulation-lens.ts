import type { CodeLens } from "vscode-languageserver-types";
import { glance } from "../core/report/what-if/glance.js";
import { glanceSpeaker } from "../core/messages/glance-texts.js";
import { Messages } from "../core/messages/messages.js";
import type { SimulateResult } from "../core/simulation/result/result.js";
import type { Analysis } from "./analysis.js";
import { scenarioInUse } from "./scenario-in-use.js";

/** What is known of a document's simulation. */
export type LensState = SimulateResult | "running" | "unknown";

/** The lens over the first setting of a producer: what a simulation says of the file, and the way to the panel. */
export function simulationLens(analysis: Analysis, state: LensState, command: string): CodeLens[] {
  const { document, context, options, uri } = analysis;
  const first = document.settings.find(({ key }) => context.catalog.keys.has(key));
  if (first === undefined) return [];
  const messages = options.messages ?? new Messages();
  const say = glanceSpeaker(messages);
  const title = typeof state === "string" ? say(`lens/${state}`) : glance(state, messages);
  const tooltip = say("lens/tooltip", { scenario: scenarioInUse(analysis).name });
  return [{ range: document.lines.rangeOf(first.keySpan), command: { title, tooltip, command, arguments: [uri] } }];
}
