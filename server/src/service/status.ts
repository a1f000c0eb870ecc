import { supportedLines } from "../core/catalog/version.js";
import type { Status } from "../protocol/requests.js";
import { scenarioWords } from "../core/config/scenario-names.js";
import type { Analysis } from "./analysis.js";
import { scenarioInUse } from "./scenario-in-use.js";

/** The client release that counts for a document, and who says so. */
export function statusOf(analysis: Analysis): Status {
  const { uri, version } = analysis;
  const { name, from, file } = scenarioInUse(analysis);
  const scenario = { name, source: from, file: file ?? null, words: scenarioWords(analysis.messages) };
  return { uri, kafkaVersion: version.version.text, source: version.source, choices: supportedLines(), scenario };
}
