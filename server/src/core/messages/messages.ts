import { formatMessage, type MessageData } from "./format.js";

/** Texts of another language by message id: `rule-id/messageId`, or the id of a text in `english.ts`. */
export type Translation = Readonly<Record<string, string>>;

/** Turns message ids into text of one language; English is the source and always complete. */
export class Messages {
  readonly #translation: Translation;

  constructor(translation: Translation = {}) {
    this.#translation = translation;
  }

  /** The text of a message: the translation when there is one, else the English template. */
  text(id: string, english: string, data: MessageData = {}): string {
    return formatMessage(this.#translation[id] ?? english, data);
  }
}
