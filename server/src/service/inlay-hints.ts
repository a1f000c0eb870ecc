import { shortVersion } from "../core/catalog/version.js";
import { MarkupKind, type InlayHint } from "vscode-languageserver-types";
import { isSecretKey, secretPartsOf } from "../core/catalog/secrecy.js";
import type { Adjustment } from "../core/config/evaluation.js";
import type { Setting } from "../core/dialects/types.js";
import { editorSpeaker, type SayEditor } from "../core/messages/editor-texts.js";
import type { Phrase } from "../core/messages/format.js";
import type { Messages } from "../core/messages/messages.js";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import { codeSpan } from "../core/text/shown.js";
import type { Range } from "../core/text/line-index.js";
import type { InlayHintKinds } from "../protocol/settings.js";
import type { Analysis } from "./analysis.js";
import { defaultsBeside } from "./defaults-that-matter.js";
import { humanValue } from "./units.js";

/** The longest value that stands in a hint. */
const LONGEST = 40;

/** What a hint is made of: the label, and why, as Markdown. */
interface Hint {
  readonly label: string;
  readonly why?: string;
}

/** Behind values: units people use, what the client makes of them, and defaults that they bring with them. */
export function inlayHints(analysis: Analysis, range: Range, kinds: InlayHintKinds): InlayHint[] {
  const { document, options } = analysis;
  const say = editorSpeaker(options.messages);
  const start = document.lines.offsetAt(range.start);
  const end = document.lines.offsetAt(range.end);
  return document.settings
    .filter(({ keySpan, valueSpan }) => keySpan.start <= end && valueSpan.end >= start)
    .flatMap((setting) => {
      const at = document.lines.positionAt(endOfValue(document.text, setting));
      return hintsOf(analysis, setting, kinds, say).map(({ label, why }) => ({
        position: at,
        label,
        paddingLeft: true,
        ...(why === undefined ? {} : { tooltip: { kind: MarkupKind.Markdown, value: why } }),
      }));
    });
}

function endOfValue(text: string, { valueSpan: { start, end } }: Setting): number {
  return start + text.slice(start, end).trimEnd().length;
}

function hintsOf(analysis: Analysis, setting: Setting, kinds: InlayHintKinds, say: SayEditor): readonly Hint[] {
  return [
    ...(kinds.units ? unitHints(analysis, setting, say) : []),
    // Only what counts: a line that is replaced further down changes nothing.
    ...(kinds.adjusted && !setting.overridden ? adjustedHints(analysis, setting, say) : []),
    ...(kinds.defaults && !setting.overridden ? defaultHints(analysis, setting, say) : []),
  ];
}

function unitHints(analysis: Analysis, { key, value }: Setting, say: SayEditor): readonly Hint[] {
  const human = humanOf(analysis, key, value);
  return human === undefined ? [] : [{ label: say("hint/same-value", { value: human }) }];
}

/** The number of attempts has no unit; that it has no limit is what its hover says. */
function humanOf({ context, messages }: Analysis, key: string, value: string): string | undefined {
  const spec = context.catalog.keys.get(key);
  if (spec === undefined || key === "retries" || isSecretKey(key)) return undefined;
  return humanValue(key, spec.type, value, serviceSpeaker(messages));
}

function adjustedHints(analysis: Analysis, { key }: Setting, say: SayEditor): readonly Hint[] {
  const effective = analysis.context.evaluation.effective.get(key);
  const value = effective?.value;
  if (effective?.source !== "adjusted" || value === undefined || !isShown(key, value)) return [];
  const human = humanOf(analysis, key, value);
  const label = human === undefined ? say("hint/adjusted", { value }) : say("hint/adjusted-human", { value, human });
  return [{ label, why: whyAdjusted(key, value, effective.note, analysis.messages) }];
}

/** At the setting that causes it: what the client changes of what the file does not say, and defaults that matter here. */
function defaultHints(analysis: Analysis, setting: Setting, say: SayEditor): readonly Hint[] {
  const { evaluation, catalog } = analysis.context;
  const changed = evaluation.adjustments.filter((adjustment) => isCausedBy(analysis, adjustment, setting));
  const silent = defaultsBeside(setting.key, evaluation).filter(
    (key) => !changed.some((adjustment) => adjustment.key === key),
  );
  return [
    ...changed.map(({ key, value }) => ({
      label: labelOf(analysis, key, value, say),
      why: whyAdjusted(key, value, evaluation.effective.get(key)?.note, analysis.messages),
    })),
    ...silent.flatMap((key) => {
      const value = evaluation.effective.get(key)?.value;
      if (value === undefined || !isShown(key, value)) return [];
      const why = say("hint/default-why", { key, version: shortVersion(catalog.version.text) });
      return [{ label: labelOf(analysis, key, value, say), why }];
    }),
  ];
}

/** The setting that causes a change is the first that stands in the file, so that the hint stands there once. */
function isCausedBy({ document }: Analysis, { key, value, causedBy }: Adjustment, setting: Setting): boolean {
  if (document.byKey.has(key) || !isShown(key, value)) return false;
  return causedBy.find((cause) => document.byKey.has(cause)) === setting.key;
}

function labelOf(analysis: Analysis, key: string, value: string, say: SayEditor): string {
  const human = humanOf(analysis, key, value);
  return human === undefined ? say("hint/other", { key, value }) : say("hint/other-human", { key, value, human });
}

function whyAdjusted(key: string, value: string, note: Phrase | undefined, messages: Messages): string {
  const text = editorSpeaker(messages)("hint/adjusted-why", { key, value: codeSpan(value) });
  return note === undefined ? text : `${text} ${messages.say(note)}.`;
}

function isShown(key: string, value: string): boolean {
  return value !== "" && value.length <= LONGEST && secretPartsOf(key, value).length === 0;
}
