import { ownOf } from "../../text/own.js";

// HTML and SVG are built from elements, never from strings that are glued together: text cannot turn into markup.

/** What stands in an element: text, which is escaped, or markup. */
export type Content = string | Markup | undefined | readonly Content[];

/** Values of attributes; `undefined` leaves the attribute out, `true` writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Finished HTML or SVG. Only {@link element}, {@link group} and {@link trustedText} make it. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** @internal For this file. */
  static of(text: string): Markup {
    return new Markup(text);
  }

  toString(): string {
    return this.#text;
  }
}

const VOID_ELEMENTS: ReadonlySet<string> = new Set(["meta", "br", "hr"]);

/** An element. Text and attribute values are escaped; names come from the program. */
export function element(name: string, attributes: Attributes = {}, content: Content = []): Markup {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => attributeText(attribute, value))
    .join("");
  if (VOID_ELEMENTS.has(name)) return Markup.of(`<${name}${written}>`);
  return Markup.of(`<${name}${written}>${contentText(content)}</${name}>`);
}

/** Several pieces as one. */
export function group(content: Content): Markup {
  return Markup.of(contentText(content));
}

/** Text of this program, such as a style sheet, that must stand as it is. Never for text from outside. */
export function trustedText(text: string): Markup {
  return Markup.of(text);
}

/** Text for HTML and XML: the five special characters as references, characters that XML forbids as U+FFFD. */
export function escapeText(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ownOf(REFERENCES, character) ?? character);
}

/** Control characters but tab and line feed, half surrogates, non-characters and changes of direction become U+FFFD. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, "\uFFFD");
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
// Changes of direction can make a text read as another one.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gu;

function attributeText(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${name}=""` : ` ${name}="${escapeText(String(value))}"`;
}

function contentText(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escapeText(content);
  if (content instanceof Markup) return content.toString();
  return content.map(contentText).join("");
}
