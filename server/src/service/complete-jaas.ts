import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from "vscode-languageserver-types";
import type { LoginOption } from "../core/config/jaas/login-modules.js";
import type { JaasPiece } from "../core/config/jaas/scan-jaas.js";
import type { Setting } from "../core/dialects/types.js";
import { editorSpeaker } from "../core/messages/editor-texts.js";
import { declaredProviders } from "../core/rules/provider-edits.js";
import type { Span } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { isJaas, jaasCursor, optionText, type JaasCursor } from "./jaas-cursor.js";
import { rangeOnLine } from "./range-on-line.js";
import { plainOf, snippetOf, type Template } from "./snippet-text.js";
import { ownOf } from "../core/text/own.js";

/** The environment variables in which a deployment usually has what nobody should read in a file. */
const SECRETS: Readonly<Record<string, string>> = {
  password: "KAFKA_SASL_PASSWORD",
  clientSecret: "KAFKA_SASL_CLIENT_SECRET",
};

/** Inside `sasl.jaas.config`: the flag, options that are not there yet, and values where there is a choice. */
export function completeJaasOption(
  analysis: Analysis,
  setting: Setting,
  offset: number,
  canFill: boolean,
): CompletionItem[] {
  if (!isJaas(setting)) return [];
  const cursor = jaasCursor(setting, offset, analysis.context.catalog.version);
  const { piece, module, index } = cursor;
  if (piece === undefined || module === undefined) return [];
  const isBehind = index > piece.end;
  switch (piece.kind) {
    case "module":
      return isBehind ? [flag(analysis, offset, undefined, setting)] : [];
    case "flag":
      return isBehind ? names(analysis, setting, offset, cursor, canFill) : [flag(analysis, offset, piece, setting)];
    case "option":
      return isBehind ? [] : names(analysis, setting, offset, cursor, canFill);
    case "value":
      if (isBehind && piece.end > piece.start) return names(analysis, setting, offset, cursor, canFill);
      return piece.isClosed && index === piece.end ? [] : values(analysis, setting, offset, piece, module.options);
    case "end":
      return [];
  }
}

/** A client has one login module only, and it is required. */
function flag(analysis: Analysis, offset: number, piece: JaasPiece | undefined, setting: Setting): CompletionItem {
  const documentation = editorSpeaker(analysis.options.messages)("jaas/flag");
  const span = piece === undefined ? { start: offset, end: offset } : setting.spanOf(piece.start, piece.end);
  return {
    label: "required",
    kind: CompletionItemKind.Keyword,
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    textEdit: { range: rangeOnLine(analysis.document, span, offset), newText: "required" },
  };
}

/** The options that are not written yet, required ones first; in front of `=` only the name is replaced. */
function names(
  analysis: Analysis,
  setting: Setting,
  offset: number,
  { piece, pieces, module, index }: JaasCursor,
  canFill: boolean,
): CompletionItem[] {
  const own = piece?.kind === "option" && index <= piece.end ? piece : undefined;
  const written = new Set(pieces.filter((other) => other.kind === "option" && other !== own).map(({ name }) => name));
  const hasValue = own !== undefined && pieces[pieces.indexOf(own) + 1]?.kind === "value";
  const span = own === undefined ? { start: offset, end: offset } : setting.spanOf(own.start, own.end);
  const say = editorSpeaker(analysis.options.messages);
  return (module?.options ?? [])
    .filter(({ name }) => !written.has(name))
    .map(({ name, example, isQuoted }, order): CompletionItem => {
      const template: Template = hasValue ? [name] : isQuoted ? [`${name}="`, example, '"'] : [`${name}=`, example];
      const documentation = optionText(name, say);
      return {
        label: name,
        kind: CompletionItemKind.Property,
        detail: plainOf(template),
        ...(documentation === "" ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
        sortText: order.toString().padStart(2, "0"),
        textEdit: {
          range: rangeOnLine(analysis.document, span, offset),
          newText: canFill ? snippetOf(template) : plainOf(template),
        },
        insertTextFormat: canFill ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      };
    });
}

/** `true` and `false`, the usual name of the service, and placeholders for secrets where the file declares a provider. */
function values(
  analysis: Analysis,
  setting: Setting,
  offset: number,
  piece: JaasPiece,
  options: readonly LoginOption[],
): CompletionItem[] {
  const option = options.find(({ name }) => name === piece.name);
  if (option === undefined) return [];
  const span = insideOf(setting, offset, piece);
  const quote = piece.quote === "" && option.isQuoted ? '"' : "";
  return choicesOf(analysis, option).map((value, order): CompletionItem => ({
    label: value,
    kind: CompletionItemKind.Value,
    sortText: order.toString(),
    textEdit: { range: rangeOnLine(analysis.document, span, offset), newText: `${quote}${value}${quote}` },
  }));
}

/** The value without its quotes. An open quote may have swallowed what follows: only what was typed is replaced then. */
function insideOf(setting: Setting, offset: number, { start, end, quote, isClosed }: JaasPiece): Span {
  if (start === end) return { start: offset, end: offset };
  if (quote === "") return setting.spanOf(start, end);
  const from = setting.spanOf(start, start + quote.length).end;
  return { start: from, end: isClosed ? setting.spanOf(end - quote.length, end).start : offset };
}

function choicesOf({ context }: Analysis, { name, example }: LoginOption): readonly string[] {
  if (example === "true") return ["true", "false"];
  if (name === "serviceName") return [example];
  const variable = ownOf(SECRETS, name);
  if (variable === undefined) return [];
  const providers = [...declaredProviders(context)].filter(([, className]) =>
    className.endsWith("EnvVarConfigProvider"),
  );
  return providers.map(([alias]) => `\${${alias}:${variable}}`);
}
