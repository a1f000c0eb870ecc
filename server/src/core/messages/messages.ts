import { formatMessage, type MessageData } from "./format.js";

/** Texts of another language by message id: `rule-id/messageId`, or the id of a text in one of the tables of this folder. */
export type Translation = Readonly<Record<string, string>>;

/** English templates by id, one table for each part of the program. */
export type TextTable = Readonly<Record<string, string>>;

/** Says a text of one table in the user's language. */
export type Say<Table extends TextTable> = (id: keyof Table & string, data?: MessageData) => string;

/** Turns message ids into text of one language; English is the source and always complete. */
export class Messages {
  readonly #translation: Translation;

  constructor(translation: Translation = {}) {
    this.#translation = translation;
  }

  /** The text of a message: the translation when there is one, else the English template. */
  text(id: string, english: string, data: MessageData = {}): string {
    return formatMessage(this.plain(id, english), data);
  }

  /** A text without places to fill in, whatever braces it has. */
  plain(id: string, english: string): string {
    return Object.hasOwn(this.#translation, id) ? (this.#translation[id] ?? english) : english;
  }

  /** A speaker for one table; its texts are translated as `<prefix>/<id>`. */
  speaker<Table extends TextTable>(prefix: string, table: Table): Say<Table> {
    return (id, data) => this.text(`${prefix}/${id}`, table[id] ?? id, data);
  }
}
