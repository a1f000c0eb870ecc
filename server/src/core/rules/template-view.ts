import type { ConfigDocument, Setting } from "../dialects/types.js";
import { FINDING_TEXTS } from "../messages/finding-texts.js";
import type { Messages } from "../messages/messages.js";
import type { Span } from "../text/span.js";
import { SpanMap } from "../text/span-map.js";
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

/** What is left of a finding in a file with template marks; undefined when nothing is left to say. */
export type TemplateJudge = (finding: Finding) => Finding | undefined;

/**
 * Judges findings in a file with template marks: what is said of the mark itself is dropped, what rests on a default is information at
 * most and says so, and no fix replaces a mark.
 */
export function templateJudge(context: RuleContext, messages: Messages): TemplateJudge {
  const { templates, failures } = context.evaluation;
  if (templates.size === 0) return (finding) => finding;
  const { marks, values, settings } = placesOf(context);
  const failing = (certainty: "certain" | "assumed"): ReadonlySet<string | undefined> =>
    new Set(failures.filter((failure) => failure.certainty === certainty).map(({ key }) => key));
  const [certain, assumed] = [failing("certain"), failing("assumed")];
  return (finding) => {
    if (finding.rule === unresolvedPlaceholder.meta.id) return finding;
    const fixes = finding.fixes.filter((fix) => keepsMarks(context, fix, marks));
    const own = firstOf(values, finding.span);
    const isCertain = certain.has(finding.key);
    if (own !== undefined && templates.get(own.key)?.fallback === undefined && !isCertain)
      return firstOf(marks, finding.span) === undefined ? { ...finding, fixes } : undefined;
    const isRelated = finding.related.some(({ span }) => firstOf(settings, span) !== undefined);
    if (isCertain || (own === undefined && !isRelated && !assumed.has(finding.key))) return { ...finding, fixes };
    const severity = atMostInformation(finding.severity);
    return { ...finding, fixes, severity, message: hedged(finding.message, messages) };
  };
}

/** A fix may move a mark, as from one setting to another. */
function keepsMarks({ document }: RuleContext, { edits }: FindingFix, marks: SpanMap<Span>): boolean {
  return edits.every(({ span }) => {
    for (const mark of marks.overlapping(span)) {
      const text = document.text.slice(mark.start, mark.end);
      if (!edits.some(({ newText }) => newText.includes(text))) return false;
    }
    return true;
  });
}

/** Where the marks, the values that hold them and the settings of these stand. */
function placesOf({ document, evaluation }: RuleContext): {
  readonly marks: SpanMap<Span>;
  readonly values: SpanMap<Setting>;
  readonly settings: SpanMap<Setting>;
} {
  const marks: Span[] = [];
  const settings: Setting[] = [];
  for (const [key, { placeholders }] of evaluation.templates) {
    const setting = document.byKey.get(key);
    if (setting === undefined) continue;
    settings.push(setting);
    for (const { start, end } of placeholders) marks.push(setting.spanOf(start, end));
  }
  return {
    marks: new SpanMap(marks.map((mark) => [mark, mark])),
    values: new SpanMap(settings.map((setting) => [setting.valueSpan, setting])),
    settings: new SpanMap(settings.map((setting) => [setting.span, setting])),
  };
}

function firstOf<Value>(places: SpanMap<Value>, span: Span): Value | undefined {
  return places.overlapping(span).next().value;
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
