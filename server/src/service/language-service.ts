import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
} from "vscode-languageserver-types";
import { Messages, type Translation } from "../core/messages/messages.js";
import { messagesFor } from "../core/messages/translations.js";
import type { Position, Range } from "../core/text/line-index.js";
import type { Status, UpgradeResult, VersionEditResult } from "../protocol/requests.js";
import type { ApplyChangesResult, Change, WhatIfForm } from "../protocol/what-if.js";
import type { Analysis, ServiceContext, SourceDocument } from "./analysis.js";
import { codeActions, quickFixesAt } from "./code-actions.js";
import { completion } from "./completion.js";
import { diagnostics, type Found } from "./diagnostics.js";
import { documentSymbols } from "./document-symbols.js";
import { effectiveText } from "./effective-text.js";
import { hover } from "./hover.js";
import type { SchemaFileAnalysis } from "./schema-file/analysis.js";
import { schemaCompletion } from "./schema-file/completion.js";
import { schemaHover } from "./schema-file/hover.js";
import { schemaSymbols } from "./schema-file/symbols.js";
import { Memory } from "./memory.js";
import { statusOf } from "./status.js";
import { upgrade } from "./upgrade.js";
import { scenarioEdit, versionEdit } from "./version-edit.js";
import { applyChanges } from "./what-if-changes.js";
import { whatIfForm } from "./what-if-form.js";

/** What a service is made with. */
export interface ServiceInit {
  /** The locale of the editor, such as `ko` or `en-US`; it counts where `ackwise.language` is `auto`. */
  readonly locale?: string;
  /** Texts in place of those of the locale. */
  readonly translation?: Translation;
  /** The editor's command that opens completion, to be run after a key has been inserted. */
  readonly suggestCommand?: string;
  /** Whether the editor lets places of a text be filled in. */
  readonly snippets?: boolean;
}

/** Every language feature. Documents that are nothing to Ackwise get empty answers. */
export interface LanguageService {
  /** What is known about a document; the same object until the document or its context changes. */
  analysisOf(document: SourceDocument, context: ServiceContext): Found | undefined;
  /** The analysis of a producer configuration; undefined for any other document. */
  configurationOf(document: SourceDocument, context: ServiceContext): Analysis | undefined;
  diagnostics(document: SourceDocument, context: ServiceContext): Diagnostic[];
  hover(document: SourceDocument, position: Position, context: ServiceContext): Hover | undefined;
  completion(document: SourceDocument, position: Position, context: ServiceContext): CompletionItem[];
  codeActions(document: SourceDocument, range: Range, asked: CodeActionContext, context: ServiceContext): CodeAction[];
  documentSymbols(document: SourceDocument, context: ServiceContext): DocumentSymbol[];
  effectiveText(document: SourceDocument, context: ServiceContext): string | undefined;
  status(document: SourceDocument, context: ServiceContext): Status | undefined;
  scenarioEdit(document: SourceDocument, scenario: string, context: ServiceContext): VersionEditResult | undefined;
  versionEdit(document: SourceDocument, kafkaVersion: string, context: ServiceContext): VersionEditResult | undefined;
  upgrade(document: SourceDocument, kafkaVersion: string, context: ServiceContext): UpgradeResult | undefined;
  whatIfForm(document: SourceDocument, context: ServiceContext): WhatIfForm | undefined;
  applyChanges(
    document: SourceDocument,
    changes: readonly Change[],
    context: ServiceContext,
  ): ApplyChangesResult | undefined;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}

/** Makes a service. It remembers one analysis per document, for the newest version asked for. */
export function createLanguageService(init: ServiceInit = {}): LanguageService {
  const own = init.translation === undefined ? messagesFor(init.locale) : new Messages(init.translation);
  const memory = new Memory(({ project, settings: { language } }) => {
    const wanted = language === "auto" ? project?.config.language : language;
    return wanted === undefined ? own : messagesFor(wanted);
  });

  function foundIn(document: SourceDocument, context: ServiceContext): Found | undefined {
    const { analysis, schemaFile } = memory.recall(document, context);
    return analysis ?? schemaFile;
  }

  function served<T>(
    document: SourceDocument,
    context: ServiceContext,
    feature: (found: Analysis) => T,
    ofSchemaFile?: (found: SchemaFileAnalysis) => T,
  ): T | undefined {
    const { analysis, schemaFile } = memory.recall(document, context);
    if (analysis !== undefined) return feature(analysis);
    return schemaFile === undefined ? undefined : ofSchemaFile?.(schemaFile);
  }

  return {
    analysisOf: foundIn,
    configurationOf: (document, context) => served(document, context, (found) => found),
    diagnostics: (document, context) => served<Diagnostic[]>(document, context, diagnostics, diagnostics) ?? [],
    hover: (document, position, context) =>
      served(
        document,
        context,
        (found) => hover(found, position),
        (found) => schemaHover(found, position),
      ),
    completion: (document, position, context) =>
      served(
        document,
        context,
        (found) => completion(found, position, init),
        (found) => schemaCompletion(found, position),
      ) ?? [],
    codeActions: (document, range, asked, context) =>
      served(
        document,
        context,
        (found) => codeActions(found, range, asked),
        (found) => quickFixesAt(found, range, asked),
      ) ?? [],
    documentSymbols: (document, context) => served(document, context, documentSymbols, schemaSymbols) ?? [],
    effectiveText: (document, context) => served(document, context, effectiveText),
    status: (document, context) => served(document, context, statusOf),
    scenarioEdit: (document, scenario, context) => served(document, context, (found) => scenarioEdit(found, scenario)),
    versionEdit: (document, kafkaVersion, context) =>
      served(document, context, (found) => versionEdit(found, kafkaVersion)),
    upgrade: (document, kafkaVersion, context) => served(document, context, (found) => upgrade(found, kafkaVersion)),
    whatIfForm: (document, context) => served(document, context, whatIfForm),
    applyChanges: (document, changes, context) => served(document, context, (found) => applyChanges(found, changes)),
    forget: (uri) => memory.forget(uri),
  };
}
