import { summaryText } from "../core/catalog/guide-texts.js";
import { directivesOf } from "../core/dialects/directives.js";
import { isPropertiesFile, loadsTheSame } from "../core/dialects/properties-meaning.js";
import { lineEndOf } from "../core/dialects/properties-spelling.js";
import type { Setting } from "../core/dialects/types.js";
import { applyEdits, type TextEdit } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";

/** Writes above every setting of the producer that has no comment what it is. */
export function commentEdits(analysis: Analysis): readonly TextEdit[] {
  const { document, context, messages } = analysis;
  const translated = messages.plain.bind(messages);
  if (!isPropertiesFile(document)) return [];
  const { lines, text } = document;
  const commented = new Set(document.comments.map(({ line }) => line));
  const directives = new Set(directivesOf(document).map(({ line }) => line));
  const edits = document.settings.flatMap((setting) => {
    const spec = context.catalog.keys.get(setting.key);
    if (spec === undefined || setting.overridden) return [];
    let line = setting.line - 1;
    // A suppression must stay right above the line that it is about.
    while (directives.has(line - 1)) line--;
    if (commented.has(line - 1)) return [];
    const at = lines.lineStart(line);
    return [
      {
        span: { start: at, end: at },
        newText: `${indentOf(text, setting)}# ${summaryText(spec.key, spec.summary, translated)}${lineEndOf(text)}`,
      },
    ];
  });
  return loadsTheSame(text, applyEdits(text, edits)) ? edits : [];
}

function indentOf(text: string, { span, keySpan }: Setting): string {
  return /[ \t]*$/.exec(text.slice(span.start, keySpan.start))?.[0] ?? "";
}
