/** How a file's bytes became a text: what the JVM makes of characters outside ASCII depends on it. */
export type TextEncoding = "utf-8" | "iso-8859-1";

const OUTSIDE_ASCII = /[^\x00-\x7f\ufeff]/u;
const EACH_OUTSIDE = /[^\x00-\x7f\ufeff]/gu;

/** Whether a text has characters that UTF-8 writes as several bytes. A byte order mark is a matter of its own. */
export function isOutsideAscii(text: string): boolean {
  return OUTSIDE_ASCII.test(text);
}

/** A text as `Properties.load(InputStream)` reads its UTF-8 bytes: each byte is a character of ISO-8859-1. */
export function asLatin1(text: string): string {
  return text.replace(EACH_OUTSIDE, bytesOf);
}

/** The place in a text that a place in its {@link asLatin1} form belongs to. */
export function indexBehindLatin1(text: string, index: number): number {
  let at = 0;
  let read = 0;
  for (const character of text) {
    const length = isOutsideAscii(character) ? bytesOf(character).length : character.length;
    if (read + length > index) return at;
    read += length;
    at += character.length;
  }
  return at;
}

/** UTF-8 by hand: core has no encoder of a host. */
function bytesOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const rest = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), rest(0));
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), rest(6), rest(0));
  return String.fromCharCode(0xf0 | (code >> 18), rest(12), rest(6), rest(0));
}
