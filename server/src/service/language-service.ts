import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
} from "vscode-languageserver-types";
import { Messages, type Translation } from "../core/messages/messages.js";
import type { Position, Range } from "../core/text/line-index.js";
import type { Status, UpgradeResult, VersionEditResult } from "../protocol/requests.js";
import { analyse, type Analysis, type ServiceContext, type SourceDocument } from "./analysis.js";
import { codeActions } from "./code-actions.js";
import { completion } from "./completion.js";
import { diagnostics } from "./diagnostics.js";
import { documentSymbols } from "./document-symbols.js";
import { effectiveText } from "./effective-text.js";
import { hover } from "./hover.js";
import { statusOf } from "./status.js";
import { upgrade } from "./upgrade.js";
import { versionEdit } from "./version-edit.js";

/** What a service is made with. */
export interface ServiceInit {
  /** Texts of the user's language; English without. */
  readonly translation?: Translation;
  /** The editor's command that opens completion, to be run after a key has been inserted. */
  readonly suggestCommand?: string;
}

/** Every language feature. Documents that are nothing to Ackwise get empty answers. */
export interface LanguageService {
  analysisOf(document: SourceDocument, context: ServiceContext): Analysis | undefined;
  diagnostics(document: SourceDocument, context: ServiceContext): Diagnostic[];
  hover(document: SourceDocument, position: Position, context: ServiceContext): Hover | undefined;
  completion(document: SourceDocument, position: Position, context: ServiceContext): CompletionItem[];
  codeActions(document: SourceDocument, range: Range, asked: CodeActionContext, context: ServiceContext): CodeAction[];
  documentSymbols(document: SourceDocument, context: ServiceContext): DocumentSymbol[];
  effectiveText(document: SourceDocument, context: ServiceContext): string | undefined;
  status(document: SourceDocument, context: ServiceContext): Status | undefined;
  versionEdit(document: SourceDocument, kafkaVersion: string, context: ServiceContext): VersionEditResult | undefined;
  upgrade(document: SourceDocument, kafkaVersion: string, context: ServiceContext): UpgradeResult | undefined;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}

interface Remembered {
  readonly version: number;
  readonly context: ServiceContext;
  readonly analysis: Analysis | undefined;
}

/** Makes a service. It remembers one analysis per document, for the newest version asked for. */
export function createLanguageService(init: ServiceInit = {}): LanguageService {
  const messages = new Messages(init.translation);
  const remembered = new Map<string, Remembered>();

  function analysisOf(document: SourceDocument, context: ServiceContext): Analysis | undefined {
    const known = remembered.get(document.uri);
    if (known?.version === document.version && known.context === context) return known.analysis;
    const analysis = analyse(document, context, messages);
    remembered.set(document.uri, { version: document.version, context, analysis });
    return analysis;
  }

  function served<T>(
    document: SourceDocument,
    context: ServiceContext,
    feature: (found: Analysis) => T,
  ): T | undefined {
    const analysis = analysisOf(document, context);
    return analysis === undefined ? undefined : feature(analysis);
  }

  return {
    analysisOf,
    diagnostics: (document, context) => served(document, context, diagnostics) ?? [],
    hover: (document, position, context) => served(document, context, (found) => hover(found, position)),
    completion: (document, position, context) =>
      served(document, context, (found) => completion(found, position, init.suggestCommand)) ?? [],
    codeActions: (document, range, asked, context) =>
      served(document, context, (found) => codeActions(found, range, asked)) ?? [],
    documentSymbols: (document, context) => served(document, context, documentSymbols) ?? [],
    effectiveText: (document, context) => served(document, context, effectiveText),
    status: (document, context) => served(document, context, statusOf),
    versionEdit: (document, kafkaVersion, context) =>
      served(document, context, (found) => versionEdit(found, kafkaVersion)),
    upgrade: (document, kafkaVersion, context) => served(document, context, (found) => upgrade(found, kafkaVersion)),
    forget: (uri) => void remembered.delete(uri),
  };
}
