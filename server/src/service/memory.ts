import type { Messages } from "../core/messages/messages.js";
import { analyse, type Analysis, type ServiceContext, type SourceDocument } from "./analysis.js";
import { analyseSchemaFile, kindOfDocument, type SchemaFileAnalysis } from "./schema-file/analysis.js";

/** What is known about a document: as a configuration, as a file that a schema describes, or nothing. */
export interface Remembered {
  readonly version: number;
  readonly context: ServiceContext;
  readonly analysis: Analysis | undefined;
  readonly schemaFile: SchemaFileAnalysis | undefined;
}

/** One analysis per document, for the newest version asked for. */
export class Memory {
  readonly #messagesIn: (context: ServiceContext) => Messages;
  readonly #remembered = new Map<string, Remembered>();

  /** @param messagesIn What speaks the language that is wanted for a document. */
  constructor(messagesIn: (context: ServiceContext) => Messages) {
    this.#messagesIn = messagesIn;
  }

  /** What is known already, or is read now. */
  recall(document: SourceDocument, context: ServiceContext): Remembered {
    const known = this.#remembered.get(document.uri);
    if (known?.version === document.version && known.context === context) return known;
    const read = this.#read(document, context);
    this.#remembered.set(document.uri, read);
    return read;
  }

  forget(uri: string): void {
    this.#remembered.delete(uri);
  }

  /** The name decides: a scenario or project file is no configuration, whatever it holds. */
  #read(document: SourceDocument, context: ServiceContext): Remembered {
    const { version } = document;
    const messages = this.#messagesIn(context);
    const kind = kindOfDocument(document);
    if (kind === undefined) {
      return { version, context, analysis: analyse(document, context, messages), schemaFile: undefined };
    }
    const schemaFile = analyseSchemaFile(kind, document, context, messages);
    return { version, context, analysis: undefined, schemaFile };
  }
}
