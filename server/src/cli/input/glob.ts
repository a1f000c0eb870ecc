import { compileGlob, type GlobMatcher } from "../../core/config/glob.js";

/** A pattern of paths, taken apart. */
export interface GlobPattern {
  /** The directory in front of the first wildcard. */
  readonly base: string;
  /** Matches paths relative to `base`, with forward slashes; a pattern that is none matches nothing. */
  readonly matches: GlobMatcher;
}

const WILDCARD = /[*?{}[\]]/;

/** Whether an argument is a pattern. */
export function isGlob(argument: string): boolean {
  return WILDCARD.test(argument);
}

/** Takes a pattern apart: the part of shell patterns that everybody expects, upper and lower case apart. */
export function parseGlob(pattern: string): GlobPattern {
  const parts = pattern.replaceAll("\\", "/").split("/");
  const first = parts.findIndex((part) => WILDCARD.test(part));
  const base = parts.slice(0, first).join("/");
  const matches = compileGlob(parts.slice(first).join("/"));
  const root = pattern.startsWith("/") && base === "" ? "/" : base;
  return { base: root === "" ? "." : root, matches: matches ?? (() => false) };
}
