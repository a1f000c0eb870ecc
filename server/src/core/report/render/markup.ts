// HTML and SVG are built from elements, never from strings that are glued together: text cannot turn into markup.

import { inHtml } from "../../text/shown.js";

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

function attributeText(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${name}=""` : ` ${name}="${inHtml(String(value))}"`;
}

function contentText(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return inHtml(content);
  if (content instanceof Markup) return content.toString();
  return content.map(contentText).join("");
}
