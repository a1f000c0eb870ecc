import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
} from "vscode-languageserver-types";
import { lineEndOf } from "../core/dialects/properties-spelling.js";
import type { Setting } from "../core/dialects/types.js";
import { editorSpeaker } from "../core/messages/editor-texts.js";
import type { Range } from "../core/text/line-index.js";
import type { Analysis } from "./analysis.js";
import { jaasTemplates } from "./jaas-templates.js";
import { lineSnippets } from "./line-snippets.js";
import { rangeOnLine } from "./range-on-line.js";
import { joined, plainOf, snippetOf, type Template } from "./snippet-text.js";

const JAAS = "sasl.jaas.config";

/** Lines that belong together, without those that the file has; offered where a key can start. */
export function completeLines(analysis: Analysis, range: Range, separator: string, canFill: boolean): CompletionItem[] {
  const { document, context, options } = analysis;
  const say = editorSpeaker(options.messages);
  const lineEnd = lineEndOf(document.text);
  return lineSnippets(context.catalog).flatMap(({ id, about, data, lines }, index) => {
    const missing = lines.filter(([key]) => !document.byKey.has(key));
    if (missing.length === 0) return [];
    const template = joined(
      missing.map(([key, value], line) => joined([[`${line === 0 ? "" : lineEnd}${key}${separator}`], value])),
    );
    const preview = `\`\`\`properties\n${plainOf(template)}\n\`\`\``;
    return [
      {
        label: `snippet: ${id}`,
        kind: CompletionItemKind.Snippet,
        detail: say(about, data),
        documentation: { kind: MarkupKind.Markdown, value: preview },
        filterText: id,
        sortText: `5${index.toString().padStart(2, "0")}`,
        ...insertion(template, range, canFill),
      },
    ];
  });
}

/** `sasl.jaas.config` by mechanism, the one of the file first; only for a value that is not there yet. */
export function completeJaas(analysis: Analysis, setting: Setting, offset: number, canFill: boolean): CompletionItem[] {
  if (setting.key !== JAAS || /[;=]/.test(setting.value)) return [];
  const { document, context } = analysis;
  const range = rangeOnLine(document, setting.valueSpan, offset);
  const inUse = context.evaluation.values.get("sasl.mechanism")?.value;
  return jaasTemplates(context.catalog.version).map(({ mechanism, module, template }, index) => ({
    label: mechanism,
    kind: CompletionItemKind.Snippet,
    detail: module.name.slice(module.name.lastIndexOf(".") + 1),
    documentation: { kind: MarkupKind.Markdown, value: `\`\`\`\n${plainOf(template)}\n\`\`\`` },
    filterText: setting.value.trim() === "" ? mechanism : plainOf(template),
    sortText: `${mechanism === inUse ? "0" : "1"}${index.toString()}`,
    ...insertion(template, range, canFill),
  }));
}

/** Lines are written as they are: an editor would indent them. */
function insertion(template: Template, range: Range, canFill: boolean): Partial<CompletionItem> {
  return {
    textEdit: { range, newText: canFill ? snippetOf(template) : plainOf(template) },
    insertTextFormat: canFill ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
}
