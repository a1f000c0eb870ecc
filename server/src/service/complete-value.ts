import { CompletionItemKind, MarkupKind, type CompletionItem } from "vscode-languageserver-types";
import { summaryText, type SaySetting } from "../core/catalog/guide-texts.js";
import { valueGuideOf } from "../core/catalog/guide.js";
import type { Setting } from "../core/dialects/types.js";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import type { Span } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { rangeOnLine } from "./range-on-line.js";
import { humanValue } from "./units.js";
import { candidatesFor } from "./value-candidates.js";

/** The values a setting can have, as far as there is a choice; of a list, the element at the cursor. */
export function completeValue(analysis: Analysis, setting: Setting, offset: number): CompletionItem[] {
  const { document, context, messages } = analysis;
  const say = serviceSpeaker(messages);
  const spec = context.catalog.keys.get(setting.key);
  const isList = spec?.type === "list";
  const span = isList ? elementAt(document.text, setting, offset) : trimmed(document.text, setting.valueSpan);
  const taken = isList ? elementsBeside(document.text, setting, span) : new Set<string>();
  const range = rangeOnLine(document, span, offset);
  const translated = messages.plain.bind(messages);
  const summary = spec === undefined ? undefined : summaryText(spec.key, spec.summary, translated);
  return candidatesFor(setting.key, context.catalog)
    .filter(({ value }) => !taken.has(value))
    .map(({ value, isDefault, isClass }, index): CompletionItem => {
      const human = spec === undefined ? undefined : humanValue(setting.key, spec.type, value, say);
      const simple = isClass ? value.slice(value.lastIndexOf(".") + 1) : undefined;
      const detail = [isDefault ? say("completion/is-default") : undefined, human]
        .filter((part) => part !== undefined)
        .join(" · ");
      return {
        label: simple ?? value,
        kind: isClass ? CompletionItemKind.Class : CompletionItemKind.Value,
        ...(simple === undefined ? {} : { labelDetails: { description: value.slice(0, -simple.length - 1) } }),
        ...(detail === "" ? {} : { detail }),
        ...documentationOf(setting.key, value, summary, translated),
        filterText: filterTextOf(document.text, span, offset, value, simple),
        sortText: index.toString().padStart(3, "0"),
        textEdit: { range, newText: value },
      };
    });
}

/** What the value means, where that is known, and what the setting is. */
function documentationOf(
  key: string,
  value: string,
  summary: string | undefined,
  translated: SaySetting,
): Partial<CompletionItem> {
  const parts = [valueGuideOf(key, value, translated), summary].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { documentation: { kind: MarkupKind.Markdown, value: parts.join("\n\n") } };
}

/** Editors match what stands before the cursor: with a package typed it is the whole name, else the simple one. */
function filterTextOf(text: string, span: Span, offset: number, value: string, simple: string | undefined): string {
  if (simple === undefined) return value;
  return text.slice(span.start, offset).includes(".") ? value : simple;
}

/** The value without the white space behind it. */
function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  return { start, end: start + written.trimEnd().length };
}

function elementAt(text: string, setting: Setting, offset: number): Span {
  const { start, end } = setting.valueSpan;
  const from = Math.max(start, text.lastIndexOf(",", offset - 1) + 1);
  const comma = text.indexOf(",", offset);
  const to = comma < 0 ? end : Math.min(comma, end);
  const written = text.slice(from, to);
  const lead = written.length - written.trimStart().length;
  return trimmed(text, { start: Math.min(from + lead, Math.max(offset, from)), end: to });
}

/** The other elements of the list: a list wants each at most once. */
function elementsBeside(text: string, setting: Setting, span: Span): ReadonlySet<string> {
  const { start, end } = setting.valueSpan;
  const others = `${text.slice(start, span.start)},${text.slice(span.end, end)}`;
  return new Set(others.split(",").map((element) => element.trim()));
}
