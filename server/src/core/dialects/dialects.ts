import type { TextEncoding } from "../syntax/latin1.js";
import { propertiesDialect } from "./properties.js";
import type { ConfigDocument, Dialect, DialectId } from "./types.js";

/** Every dialect, in the order in which they are asked. */
export const DIALECTS: readonly Dialect[] = [propertiesDialect];

/** The dialect with an id, for `--dialect`. */
export function dialectById(id: string): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.id === id);
}

/** The dialect that recognises a file, or undefined when the file is nothing to Ackwise. */
export function recogniseDialect(fileName: string, text: string): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.recognise(fileName, text) !== "no");
}

/** Reads a file as a given dialect; it is in UTF-8 unless told otherwise. */
export function readDocument(id: DialectId, fileName: string, text: string, encoding?: TextEncoding): ConfigDocument {
  const dialect = dialectById(id) ?? propertiesDialect;
  return dialect.read(fileName, text, encoding);
}
