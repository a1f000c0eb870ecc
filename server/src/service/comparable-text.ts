import { isSecretKey, shownValue } from "../core/catalog/secrecy.js";
import { parseVersion } from "../core/catalog/version.js";
import { changedSettings } from "../core/changes/changes.js";
import { assess } from "../core/config/assess.js";
import type { Evaluation } from "../core/config/evaluation.js";
import { catalogFor } from "../core/catalog/catalog.js";
import { secretsOf, type DocumentSecrets } from "../core/dialects/document-secrets.js";
import { presetChanges } from "../core/changes/presets.js";
import { editorSpeaker, type SayEditor } from "../core/messages/editor-texts.js";
import type { ComparableParams } from "../protocol/requests.js";
import { inOneLine } from "../core/text/shown.js";
import type { Analysis } from "./analysis.js";
import { partitionsInUse, presetName } from "./presets.js";

/** What is asked besides the document. */
export type Comparable = Omit<ComparableParams, "uri">;

/**
 * The effective configuration as a text whose lines can be compared with those of another file, release or preset: every setting on a
 * line of its own by name, no origins. Undefined when there is no such release, or the client refuses the preset.
 */
export function comparableText(analysis: Analysis, { kafkaVersion, preset }: Comparable): string | undefined {
  const evaluation = evaluationOf(analysis, kafkaVersion);
  if (evaluation === undefined || preset === undefined) return evaluation && textOf(analysis, evaluation);
  const changes = presetChanges(preset, evaluation, presetName(analysis), partitionsInUse(analysis));
  if (changes === undefined) return undefined;
  return textOf(analysis, assess(changedSettings(evaluation.given, changes), evaluation.catalog));
}

function evaluationOf({ context }: Analysis, kafkaVersion: string | undefined): Evaluation | undefined {
  if (kafkaVersion === undefined) return context.evaluation;
  const version = parseVersion(kafkaVersion);
  return version && assess(context.evaluation.given, catalogFor(version));
}

function textOf({ document, options }: Analysis, evaluation: Evaluation): string {
  const say = editorSpeaker(options.messages);
  const settings = [...evaluation.effective].filter(([, { value }]) => value !== undefined).sort(byKey);
  const lines = settings.map(([key, { value = "" }]) => {
    return `${key}=${inOneLine(shownValue(key, value))}`;
  });
  return [...verdictOf(evaluation, secretsOf(document), say), "", ...lines, ""].join("\n");
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Secrets cannot stand in it: of a refused value with a secret key only the key is named. */
function verdictOf(
  { catalog, error, verdict }: Evaluation,
  secrets: DocumentSecrets,
  say: SayEditor,
): readonly string[] {
  const release = `# ${say("compare/release", { version: catalog.version.text })}`;
  if (error === undefined) return [release, `# ${say(verdict === "ok" ? "compare/ok" : "compare/unknown")}`];
  const reason = isSecretKey(error.key) ? error.key : inOneLine(secrets.hide(error.message, error.key));
  return [release, `# ${say("compare/throws", { reason })}`];
}
