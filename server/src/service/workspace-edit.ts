import type { TextEdit as LspTextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { TextEdit } from "../core/text/span.js";
import type { Found } from "./diagnostics.js";

/** Edits of one document, tied to the version they were made for, so that an editor refuses them when the text has moved on. */
export function workspaceEdit({ uri, documentVersion, document }: Found, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = edits.map(({ span, newText }): LspTextEdit => ({ range: document.lines.rangeOf(span), newText }));
  return { documentChanges: [{ textDocument: { uri, version: documentVersion }, edits: changes }] };
}
