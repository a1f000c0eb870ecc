import type { ConfigDocument, Setting } from "../dialects/types.js";
import { FINDING_TEXTS } from "../messages/finding-texts.js";
import type { Messages } from "../messages/messages.js";
import type { Span } from "../text/span.js";
import { unresolvedPlaceholder } from "./all/unresolved-placeholder.js";
import type { Finding, FindingFix, RuleContext } from "./types.js";

/** The context as rules see it: values of template marks that have defaults read as these. */
export function withDefaultValues(context: RuleContext): RuleContext {
  const { document, evaluation } = context;
  if (evaluation.templates.size === 0) return context;
  const seen = new Map<Setting, Setting>();
  const read = (setting: Setting): Setting => {
    const fallback = evaluation.templates.get(setting.key)?.fallback;
    if (fallback === undefined || setting.overridden) return setting;
    const known = seen.get(setting) ?? asDefault(setting, fallback);
    seen.set(setting, known);
    return known;
  };
  const view: ConfigDocument = {
    ...document,
    settings: document.settings.map(read),
    byKey: new Map([...document.byKey].map(([key, setting]) => [key, read(setting)])),
  };
  return { ...context, document: view };
}

/** A part of the default has no place of its own in the file: the whole value stands for it. */
function asDefault(setting: Setting, fallback: string): Setting {
  return { ...setting, value: fallback, spanOf: () => setting.spanOf(0, setting.value.length) };
}

/**
 * A finding in a file with template marks: what is said of the mark itself is dropped, what rests on a default is information at most and
 * says so, and no fix replaces a mark. Undefined when nothing is left to say.
 */
export function besideTemplates(context: RuleContext, finding: Finding, messages: Messages): Finding | undefined {
  const { templates, failures } = context.evaluation;
  if (templates.size === 0 || finding.rule === unresolvedPlaceholder.meta.id) return finding;
  const marks = marksOf(context);
  const fixes = finding.fixes.filter((fix) => marks.every((mark) => keepsMark(context, fix, mark)));
  const own = settingAt(context, finding.span, ({ valueSpan }) => valueSpan);
  const isCertain = failures.some(({ key, certainty }) => key === finding.key && certainty === "certain");
  if (own !== undefined && templates.get(own.key)?.fallback === undefined && !isCertain)
    return marks.some((mark) => overlap(mark, finding.span)) ? undefined : { ...finding, fixes };
  const isAssumed = failures.some(({ key, certainty }) => key === finding.key && certainty === "assumed");
  const isRelated = finding.related.some(
    ({ span }) => settingAt(context, span, (setting) => setting.span) !== undefined,
  );
  if (isCertain || (own === undefined && !isRelated && !isAssumed)) return { ...finding, fixes };
  return {
    ...finding,
    fixes,
    severity: atMostInformation(finding.severity),
    message: hedged(finding.message, messages),
  };
}

/** A fix may move a mark, as from one setting to another. */
function keepsMark({ document }: RuleContext, { edits }: FindingFix, mark: Span): boolean {
  if (!edits.some(({ span }) => overlap(mark, span))) return true;
  const text = document.text.slice(mark.start, mark.end);
  return edits.some(({ newText }) => newText.includes(text));
}

function marksOf({ document, evaluation }: RuleContext): readonly Span[] {
  return [...evaluation.templates].flatMap(([key, { placeholders }]) =>
    placeholders.map(({ start, end }) => document.byKey.get(key)?.spanOf(start, end) ?? { start: 0, end: 0 }),
  );
}

/** The setting with marks whose text a finding is about. */
function settingAt(
  { document, evaluation }: RuleContext,
  span: Span,
  of: (setting: Setting) => Span,
): Setting | undefined {
  for (const key of evaluation.templates.keys()) {
    const setting = document.byKey.get(key);
    if (setting !== undefined && overlap(of(setting), span)) return setting;
  }
  return undefined;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function atMostInformation(severity: Finding["severity"]): Finding["severity"] {
  return severity === "hint" ? "hint" : "information";
}

/** The client's words come last, on a line of their own. */
function hedged(message: string, messages: Messages): string {
  const at = message.indexOf("\n");
  const [own, client] = at < 0 ? [message, ""] : [message.slice(0, at), message.slice(at)];
  return `${own} ${messages.speaker("finding", FINDING_TEXTS)("with-default")}${client}`;
}
