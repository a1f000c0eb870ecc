import type { Analysis } from "../../server/src/service/analysis.js";
import { open, service, type Options } from "./harness.js";

/** The analysis of a text, for features that are functions on it. */
export function analysed(text: string, options?: Options): Analysis {
  const { document, context } = open(text, options);
  const found = service.configurationOf(document, context);
  if (found === undefined) throw new Error("not a producer configuration");
  return found;
}

/** From the first character to the last. */
export function wholeOf({ document: { lines, text } }: Analysis) {
  return lines.rangeOf({ start: 0, end: text.length });
}
