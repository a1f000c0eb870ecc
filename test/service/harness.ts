import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, CompletionItem, TextEdit } from "vscode-languageserver-types";
import { DEFAULT_SETTINGS, type Settings } from "../../server/src/protocol/settings.js";
import type { ServiceContext } from "../../server/src/service/analysis.js";
import { createLanguageService } from "../../server/src/service/language-service.js";

/** What every text starts with, so that only what is under test is found. */
export const START = `bootstrap.servers=a:9092
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.StringSerializer
`;

export interface Options {
  readonly settings?: Partial<Settings>;
  readonly uri?: string;
  readonly languageId?: string;
  readonly suggestCommand?: string;
}

export const service = createLanguageService();
let lastVersion = 0;

/** A document with a cursor where `|` stands. Each one has a version of its own. */
export function open(textWithCursor: string, options: Options = {}) {
  const at = textWithCursor.indexOf("|");
  const text = at < 0 ? textWithCursor : textWithCursor.slice(0, at) + textWithCursor.slice(at + 1);
  const { uri = "file:///project/producer.properties", languageId = "properties" } = options;
  const document = TextDocument.create(uri, languageId, ++lastVersion, text);
  const context: ServiceContext = {
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    folderUri: "file:///project",
    buildVersion: undefined,
  };
  return { document, context, position: document.positionAt(Math.max(at, 0)), text };
}

export function hoverText(textWithCursor: string, options?: Options): string | undefined {
  const { document, context, position } = open(textWithCursor, options);
  const contents = service.hover(document, position, context)?.contents;
  return contents === undefined ? undefined : (contents as { value: string }).value;
}

/** The word that a hover is about, marked in the text. */
export function hovered(textWithCursor: string, options?: Options): string | undefined {
  const { document, context, position } = open(textWithCursor, options);
  const range = service.hover(document, position, context)?.range;
  return range === undefined ? undefined : document.getText(range);
}

export function complete(textWithCursor: string, options?: Options): CompletionItem[] {
  const { document, context, position } = open(textWithCursor, options);
  return service.completion(document, position, context);
}

export function labels(textWithCursor: string, options?: Options): string[] {
  return complete(textWithCursor, options).map((item) => item.label);
}

/** The text after one item has been accepted. */
export function accepted(textWithCursor: string, label: string, options?: Options): string {
  const { document, context, position } = open(textWithCursor, options);
  const items = service.completion(document, position, context);
  const item = items.find((candidate) => candidate.label === label);
  if (item?.textEdit === undefined) throw new Error(`${label} is not among ${items.map((i) => i.label).join(" ")}`);
  return TextDocument.applyEdits(document, [item.textEdit as TextEdit]);
}

export function actions(textWithCursor: string, only?: string[], options?: Options): CodeAction[] {
  const { document, context, position } = open(textWithCursor, options);
  const asked = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  return service.codeActions(document, { start: position, end: position }, asked, context);
}

/** The text after one action has been taken. */
export function applied(textWithCursor: string, title: string, only?: string[]): string {
  const { document, text } = open(textWithCursor);
  const found = actions(textWithCursor, only);
  const action = found.find((candidate) => candidate.title === title);
  if (action === undefined) throw new Error(`${title} is not among ${found.map((a) => a.title).join(" | ")}`);
  const change = action.edit?.documentChanges?.[0];
  if (change === undefined || !("edits" in change)) throw new Error("no edits");
  return TextDocument.applyEdits(TextDocument.create(document.uri, "properties", 1, text), change.edits as TextEdit[]);
}
