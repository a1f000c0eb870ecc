import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from "vscode-languageserver";
import { FIX_ALL_KIND } from "../service/code-actions.js";
import { REFACTOR_KINDS } from "../service/refactorings.js";
import { SEMANTIC_TOKENS_LEGEND } from "../service/semantic-tokens.js";
import type { ClientFeatures } from "./client-features.js";

/** What the server offers a client. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [".", "=", ":", "-", ","] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND, ...Object.values(REFACTOR_KINDS)] },
    documentSymbolProvider: true,
    ...(client.abilities.whatIfCommand === undefined ? {} : { codeLensProvider: {} }),
    inlayHintProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    signatureHelpProvider: { triggerCharacters: [" ", "=", '"'] },
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    ...(client.pullDiagnostics
      ? { diagnosticProvider: { identifier: "ackwise", interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}
