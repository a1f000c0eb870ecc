import { parseVersion } from "../core/catalog/version.js";
import { changedSettings } from "../core/changes/changes.js";
import { evaluate } from "../core/config/evaluate.js";
import type { Evaluation } from "../core/config/evaluation.js";
import { catalogFor } from "../core/catalog/catalog.js";
import { presetChanges } from "../core/changes/presets.js";
import { editorSpeaker, type SayEditor } from "../core/messages/editor-texts.js";
import type { ComparableParams } from "../protocol/requests.js";
import type { Analysis } from "./analysis.js";
import { presetName } from "./presets.js";
import { HIDDEN, isSecret } from "./secrets.js";

/** What is asked besides the document. */
export type Comparable = Omit<ComparableParams, "uri">;

/**
 * The effective configuration as a text whose lines can be compared with those of another file, release or preset: every setting on a
 * line of its own by name, no origins. Undefined when there is no such release, or the client refuses the preset.
 */
export function comparableText(analysis: Analysis, { kafkaVersion, preset }: Comparable): string | undefined {
  const evaluation = evaluationOf(analysis, kafkaVersion);
  if (evaluation === undefined || preset === undefined) return evaluation && textOf(analysis, evaluation);
  const changes = presetChanges(preset, evaluation, presetName(analysis));
  if (changes === undefined) return undefined;
  return textOf(analysis, evaluate(changedSettings(evaluation.given, changes), evaluation.catalog));
}

function evaluationOf({ context }: Analysis, kafkaVersion: string | undefined): Evaluation | undefined {
  if (kafkaVersion === undefined) return context.evaluation;
  const version = parseVersion(kafkaVersion);
  return version && evaluate(context.evaluation.given, catalogFor(version));
}

function textOf({ options }: Analysis, evaluation: Evaluation): string {
  const say = editorSpeaker(options.messages);
  const settings = [...evaluation.effective].filter(([, { value }]) => value !== undefined).sort(byKey);
  const lines = settings.map(([key, { value = "" }]) => {
    const shown = isSecret(key) && value !== "" ? HIDDEN : value.replace(/[\r\n]+/g, " ");
    return `${key}=${shown}`;
  });
  return [...verdictOf(evaluation, say), "", ...lines, ""].join("\n");
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Secrets cannot stand in it: of a refused value with a secret key only the key is named. */
function verdictOf({ catalog, error, verdict }: Evaluation, say: SayEditor): readonly string[] {
  const release = `# ${say("compare/release", { version: catalog.version.text })}`;
  if (error === undefined) return [release, `# ${say(verdict === "ok" ? "compare/ok" : "compare/unknown")}`];
  const reason = isSecret(error.key) ? error.key : error.message.replace(/[\r\n]+/g, " ");
  return [release, `# ${say("compare/throws", { reason })}`];
}
