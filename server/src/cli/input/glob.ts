/** A pattern of paths, taken apart. */
export interface GlobPattern {
  /** The directory in front of the first wildcard. */
  readonly base: string;
  /** Matches paths relative to `base`, with forward slashes. */
  readonly matches: (path: string) => boolean;
}

const WILDCARD = /[*?{}[\]]/;

/** Whether an argument is a pattern. */
export function isGlob(argument: string): boolean {
  return WILDCARD.test(argument);
}

/**
 * Reads a pattern: `*` and `?` stay inside one name, `**` crosses directories, `{a,b}` offers choices, `[a-z]` is a class.
 * This is the part of shell patterns that everybody expects; a pattern that is none matches nothing.
 */
export function parseGlob(pattern: string): GlobPattern {
  const parts = pattern.replaceAll("\\", "/").split("/");
  const first = parts.findIndex((part) => WILDCARD.test(part));
  const base = parts.slice(0, first).join("/");
  const source = sourceOf(parts.slice(first).join("/"));
  const expression = compile(source);
  const root = pattern.startsWith("/") && base === "" ? "/" : base;
  return { base: root === "" ? "." : root, matches: (path) => expression?.test(path) ?? false };
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    return undefined;
  }
}

function sourceOf(pattern: string): string {
  let source = "";
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const rest = pattern.slice(i);
    const char = pattern.charAt(i);
    const set = /^\[[!^]?[^\]/]+\]/.exec(rest)?.[0];
    if (rest.startsWith("**/")) {
      source += "(?:[^/]+/)*";
      i += 2;
    } else if (rest.startsWith("**")) {
      source += ".*";
      i += 1;
    } else if (set !== undefined) {
      source += set.replace(/^\[!/, "[^");
      i += set.length - 1;
    } else {
      if (char === "{") depth++;
      source += literalOf(char, depth);
      if (char === "}" && depth > 0) depth--;
    }
  }
  return source;
}

function literalOf(char: string, depth: number): string {
  switch (char) {
    case "*":
      return "[^/]*";
    case "?":
      return "[^/]";
    case "{":
      return "(?:";
    case "}":
      return depth > 0 ? ")" : "\\}";
    case ",":
      return depth > 0 ? "|" : ",";
    default:
      return char.replace(/[.+^$()|[\]\\/]/g, "\\$&");
  }
}
