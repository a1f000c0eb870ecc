import type { TextEncoding } from "../syntax/latin1.js";
import type { PropertiesProblem } from "../syntax/properties.js";
import type { LineIndex } from "../text/line-index.js";
import type { Span, TextEdit } from "../text/span.js";

/** The kinds of file Ackwise reads. */
export type DialectId = "properties";

/** One producer setting as it stands in a file. */
export interface Setting {
  /** The canonical key, as the producer gets it. */
  readonly key: string;
  /** The value as its author reads it: escapes resolved, not trimmed. */
  readonly value: string;
  /**
   * The value as the client gets it. Another text than `value` where characters outside ASCII stand in a UTF-8 file: `Properties.load` of a
   * stream, which Kafka's own `Utils.loadProps` uses, reads ISO-8859-1.
   */
  readonly loaded: string;
  /** The whole entry, from indentation to line end. */
  readonly span: Span;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  /** The one-based line on which the key stands, as people count. */
  readonly line: number;
  /** Whether a later entry with the same key replaces this one. */
  readonly overridden: boolean;
  /** The span in the file of a part of the decoded value. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** A comment line and its text after the comment mark. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** Zero-based. */
  readonly line: number;
}

/** One step of a change to a file, in the words of producer settings. */
export type WriteStep =
  | { readonly kind: "set"; readonly setting: Setting; readonly value: string }
  /** Replaces a part of the decoded value. */
  | {
      readonly kind: "part";
      readonly setting: Setting;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | { readonly kind: "rename"; readonly setting: Setting; readonly key: string }
  | { readonly kind: "remove"; readonly setting: Setting }
  /** After another setting, which may be removed at the same time, or at the end. */
  | { readonly kind: "insert"; readonly key: string; readonly value: string; readonly after: Setting | undefined };

/** Changes to a file in the words of producer settings; a dialect turns them into text edits of minimal span. */
export interface ConfigEdits {
  /**
   * Several steps at once, in edits that do not overlap. Edits of steps written one by one must not be put together: what a removal and an
   * insertion do to the end of a file depends on each other.
   */
  write(steps: readonly WriteStep[]): readonly TextEdit[];
  /** Replaces the value and nothing else. Each of these is one step of {@link ConfigEdits.write}. */
  setValue(setting: Setting, value: string): readonly TextEdit[];
  /** Replaces a part of the decoded value. */
  replacePart(setting: Setting, start: number, end: number, text: string): readonly TextEdit[];
  /** Writes a new setting on a line of its own, after another setting or at the end. */
  insert(key: string, value: string, after: Setting | undefined): readonly TextEdit[];
  /** Takes out the whole entry with its line end. */
  remove(setting: Setting): readonly TextEdit[];
  /** Replaces the key and nothing else. */
  rename(setting: Setting, key: string): readonly TextEdit[];
}

/** A file that configures a producer, read by its dialect. */
export interface ConfigDocument {
  readonly dialect: DialectId;
  readonly fileName: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** Every entry in file order, overridden ones included. */
  readonly settings: readonly Setting[];
  /** The entry that counts for each key: the last one. */
  readonly byKey: ReadonlyMap<string, Setting>;
  readonly comments: readonly Comment[];
  readonly problems: readonly PropertiesProblem[];
  /** In the file of a Kafka Connect worker: its own settings, which no producer gets as they stand. */
  readonly worker?: ReadonlyMap<string, string>;
  readonly edits: ConfigEdits;
  /** Another text read in the same way: of the same name, dialect and encoding. */
  readonly readAgain: (text: string) => ConfigDocument;
}

/** How sure a dialect is that a file is its own. */
export type Recognition = "by-name" | "by-content" | "no";

/** A kind of file: recognises it and reads it. */
export interface Dialect {
  readonly id: DialectId;
  readonly recognise: (fileName: string, text: string) => Recognition;
  readonly read: (fileName: string, text: string, encoding?: TextEncoding) => ConfigDocument;
}
