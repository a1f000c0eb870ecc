import type { TextEncoding } from "../../core/syntax/latin1.js";
import { problem, type Problem } from "../../core/messages/problem-texts.js";
/** The two encodings in which `.properties` files stand on disk. */
export type Encoding = TextEncoding;

/** A text with the encoding it came in, so that it can be written back unchanged. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Decodes a file as UTF-8; bytes that are no UTF-8 count as ISO-8859-1, as `Properties.load(InputStream)` reads every file.
 * A byte order mark stays in the text: the JDK does not skip it either.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: Buffer.from(bytes).toString("latin1"), encoding: "iso-8859-1" };
  }
}

/** The bytes of a text in the encoding of its file. A character that ISO-8859-1 lacks becomes an escape. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const escaped = text.replace(/[^\u0000-\u00FF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Buffer.from(escaped, "latin1");
}

/** What is wrong with bytes that are no text, and the one-based line where it shows. */
export function binaryProblem(bytes: Uint8Array): { readonly line: number; readonly message: Problem } | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { line: 1, message: problem("utf-16") };
  }
  const at = bytes.indexOf(0);
  if (at < 0) return undefined;
  const LINE_FEED = 10;
  const line = bytes.subarray(0, at).reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 1);
  return { line, message: problem("binary") };
}
