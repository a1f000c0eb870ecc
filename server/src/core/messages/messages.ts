import type { Language } from "./languages.js";
import { formatMessage, type MessageData, type Phrase, type PlainData } from "./format.js";
import { ownOf } from "../text/own.js";

/** Texts of another language by message id: `rule-id/messageId`, or the id of a text in one of the tables of this folder. */
export type Translation = Readonly<Record<string, string>>;

/** English templates by id, one table for each part of the program. */
export type TextTable = Readonly<Record<string, string>>;

/** Says a text of one table in the user's language. */
export type Say<Table extends TextTable> = (id: keyof Table & string, data?: MessageData) => string;

/** Turns message ids into text of one language; English is the source and always complete. */
export class Messages {
  /** The language of the texts, as BCP 47 writes it. */
  readonly language: Language;
  readonly #translation: Translation;

  constructor(translation: Translation = {}, language: Language = "en") {
    this.#translation = translation;
    this.language = language;
  }

  /** The text of a message: the translation when there is one, else the English template. */
  text(id: string, english: string, data: MessageData = {}): string {
    return formatMessage(this.plain(id, english), this.#said(data));
  }

  /** The words of a phrase; a text that is given stays as it is. */
  say(phrase: Phrase | string): string {
    return typeof phrase === "string" ? phrase : this.text(phrase.id, phrase.english, phrase.data);
  }

  /** A text without places to fill in, whatever braces it has. */
  plain(id: string, english: string): string {
    return Object.hasOwn(this.#translation, id) ? (ownOf(this.#translation, id) ?? english) : english;
  }

  /** A speaker for one table; its texts are translated as `<prefix>/<id>`. */
  speaker<Table extends TextTable>(prefix: string, table: Table): Say<Table> {
    return (id, data) => this.text(`${prefix}/${id}`, table[id] ?? id, data);
  }

  /** With the phrases in it turned into words. */
  #said(data: MessageData): PlainData {
    const entries = Object.entries(data);
    if (entries.every(([, value]) => typeof value !== "object")) return data as PlainData;
    return Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === "object" ? this.say(value) : value]),
    );
  }
}
