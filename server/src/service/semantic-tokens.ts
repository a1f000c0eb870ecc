import type { SemanticTokens, SemanticTokensLegend } from "vscode-languageserver-types";
import { catalogData, type Catalog } from "../core/catalog/catalog.js";
import { keyKind } from "../core/catalog/key-kind.js";
import type { KeySpec } from "../core/catalog/types.js";
import { isSecretKey } from "../core/catalog/secrecy.js";
import { isAtLeast } from "../core/catalog/version.js";
import { placeholdersIn } from "../core/config/placeholders/placeholder.js";
import { directivesOf } from "../core/dialects/directives.js";
import type { Setting } from "../core/dialects/types.js";
import type { Range } from "../core/text/line-index.js";
import type { Span } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { ownOf } from "../core/text/own.js";

/** What our tokens are called: a known key, any other key, and so on; other values have no token of their own. */
const TYPES = ["property", "variable", "number", "class", "enumMember", "keyword", "macro"] as const;
const MODIFIERS = ["deprecated"] as const;

type TokenType = (typeof TYPES)[number];

/** The names that the numbers in {@link semanticTokens} stand for. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: [...MODIFIERS],
};

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly isDeprecated: boolean;
}

const DIRECTIVE = /ackwise-[a-z-]+/;

/** Keys by what they are to the client, values by how it reads them, placeholders, and our own comments. */
export function semanticTokens(analysis: Analysis, range?: Range): SemanticTokens {
  const { lines } = analysis.document;
  const start = range === undefined ? 0 : lines.offsetAt(range.start);
  const end = range === undefined ? Infinity : lines.offsetAt(range.end);
  const tokens = [
    ...analysis.document.settings.flatMap((setting) => tokensOf(analysis, setting)),
    ...directives(analysis),
  ]
    .filter(({ span }) => span.start <= end && span.end >= start && span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start);
  return { data: encoded(analysis, tokens) };
}

function tokensOf(analysis: Analysis, setting: Setting): readonly Token[] {
  const { catalog } = analysis.context;
  const key: Token = { span: setting.keySpan, ...keyToken(setting.key, catalog) };
  const placeholders = placeholdersIn(setting.value, isSecretKey(setting.key)).map(({ start, end }): Token => {
    return { span: setting.spanOf(start, end), type: "macro", isDeprecated: false };
  });
  if (placeholders.length > 0) return [key, ...placeholders];
  return [key, ...valueTokens(setting, catalog.keys.get(setting.key))];
}

function keyToken(key: string, catalog: Catalog): Omit<Token, "span"> {
  const { kind } = keyKind(key, catalog.version);
  const deprecation = ownOf(catalogData.deprecations, key);
  const isDeprecated = deprecation !== undefined && isAtLeast(catalog.version, deprecation.deprecated);
  return { type: kind === "producer" || kind === "plugin" ? "property" : "variable", isDeprecated };
}

/** Only values of the type that the client wants: a misspelled number looks like any text. */
function valueTokens(setting: Setting, spec: KeySpec | undefined): readonly Token[] {
  if (spec === undefined) return [];
  const type = typeOf(spec);
  if (type === undefined) return [];
  const { pattern } = type;
  return [...setting.value.matchAll(pattern)].map((match) => ({
    span: setting.spanOf(match.index, match.index + match[0].length),
    type: type.type,
    isDeprecated: false,
  }));
}

function typeOf(spec: KeySpec): { readonly type: TokenType; readonly pattern: RegExp } | undefined {
  switch (spec.type) {
    case "boolean":
      return { type: "keyword", pattern: /(?<=^\s*)(?:true|false)(?=\s*$)/gi };
    case "int":
    case "long":
    case "short":
      return { type: "number", pattern: /(?<=^\s*)[+-]?\d+(?=\s*$)/g };
    case "double":
      return { type: "number", pattern: /(?<=^\s*)[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?=\s*$)/g };
    case "class":
      return { type: "class", pattern: /(?<=^\s*)[\p{ID_Start}$_][\p{ID_Continue}$.]*(?=\s*$)/gu };
    case "list":
      return /\.(classes|reporters)$/.test(spec.key)
        ? { type: "class", pattern: /[\p{ID_Start}$_][\p{ID_Continue}$.]*/gu }
        : undefined;
    case "string":
      return spec.validator?.kind === "oneOf"
        ? { type: "enumMember", pattern: choicePattern(spec.validator.values, spec.validator.caseSensitive) }
        : undefined;
    case "password":
      return undefined;
  }
}

function choicePattern(values: readonly string[], caseSensitive: boolean): RegExp {
  const words = values.filter((value) => value !== "").map((value) => value.replace(/[^\w]/g, "\\$&"));
  return new RegExp(`(?<=^\\s*)(?:${words.join("|")})(?=\\s*$)`, caseSensitive ? "g" : "gi");
}

/** The name of a comment that we read. */
function directives({ document }: Analysis): readonly Token[] {
  return directivesOf(document).flatMap(({ span }) => {
    const match = DIRECTIVE.exec(document.text.slice(span.start, span.end));
    if (match === null) return [];
    const start = span.start + match.index;
    return [{ span: { start, end: start + match[0].length }, type: "keyword" as const, isDeprecated: false }];
  });
}

/** Five numbers for each token, line and column counted from the token before; a token stays on one line. */
function encoded({ document: { lines } }: Analysis, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const { span, type, isDeprecated } of tokens) {
    const at = lines.positionAt(span.start);
    if (lines.lineAt(span.end) !== at.line) continue;
    const column = at.line === last.line ? at.character - last.character : at.character;
    data.push(at.line - last.line, column, span.end - span.start, TYPES.indexOf(type), isDeprecated ? 1 : 0);
    last = at;
  }
  return data;
}
