import { ownOf } from "../text/own.js";

/** Values that go into a message template as they are. */
export type PlainData = Readonly<Record<string, string | number | boolean>>;

/**
 * A text inside another text: said in the language of the whole, when that is said. It carries its English, so that it
 * is plain data for whoever passes it on; `Messages.say` and `Messages.text` turn it into words.
 */
export interface Phrase {
  readonly id: string;
  readonly english: string;
  readonly data?: MessageData;
}

/** Values that go into a message template. */
export interface MessageData {
  readonly [name: string]: string | number | boolean | Phrase;
}

/** Templates taken apart: text at even places, names at odd ones. There are as many as the program has messages. */
const taken = new Map<string, readonly string[]>();

/** Fills the `{name}` places of a template; a place without a value stays as it is, so that a mistake shows. */
export function formatMessage(template: string, data: PlainData): string {
  let parts = taken.get(template);
  if (parts === undefined) {
    parts = template.split(/\{([A-Za-z0-9]+)\}/);
    taken.set(template, parts);
  }
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    text += i % 2 === 0 ? part : String(ownOf(data, part) ?? `{${part}}`);
  }
  return text;
}
