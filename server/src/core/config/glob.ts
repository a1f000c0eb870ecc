import { ownOf } from "../text/own.js";

/**
 * A glob as VS Code has them (`**`, `*`, `?`, `[a-z]`, `{a,b}`) as a regular expression on a path with `/`.
 * A glob without `/` holds for the file name in any folder.
 */
export function globToRegExp(glob: string): RegExp {
  const anchored = glob.includes("/") ? glob.replace(/^\.?\//, "") : `**/${glob}`;
  return new RegExp(`^/?${translate(anchored)}$`, "i");
}

const TOKEN = /\*\*\/|\/\*\*$|\*\*|\*|\?|\{|\}|,|\[!?[^\]]+\]|[^*?{},[]+|\[/g;

function translate(glob: string): string {
  let depth = 0;
  const parts = (glob.match(TOKEN) ?? []).map((token): string => {
    if (token === "{") depth++;
    if (token === "}" && depth === 0) return "\\}";
    if (token === "}") depth--;
    if (token === "," && depth === 0) return ",";
    return ownOf(SPECIAL, token) ?? literalOrClass(token);
  });
  return parts.join("") + ")".repeat(depth);
}

const SPECIAL: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "/**": "(?:/.*)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
  ",": "|",
};

function literalOrClass(token: string): string {
  if (token.length > 1 && token.startsWith("[")) {
    const inner = token.slice(1, -1).replace(/\\/g, "\\\\").replace(/^!/, "^");
    return `[${inner}]`;
  }
  return token.replace(/[.+^$()|[\]\\]/g, "\\$&");
}

const compiled = new Map<string, RegExp>();

/** Whether a path (absolute, or relative to its workspace folder) fits one of the globs. A broken glob fits nothing. */
export function matchesAnyGlob(globs: readonly string[], ...paths: readonly string[]): boolean {
  return globs.some((glob) => {
    const expression = compile(glob);
    return expression !== undefined && paths.some((path) => expression.test(path));
  });
}

function compile(glob: string): RegExp | undefined {
  const known = compiled.get(glob);
  if (known !== undefined) return known;
  try {
    const expression = globToRegExp(glob);
    compiled.set(glob, expression);
    return expression;
  } catch {
    return undefined; // A range such as [z-a]: the person is still typing.
  }
}
