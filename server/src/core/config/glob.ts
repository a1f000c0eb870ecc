/** Longer globs match nothing: the work of matching grows with glob times path. */
export const LONGEST_GLOB_CHARACTERS = 500;

/** Whether a path with `/` fits a glob. */
export type GlobMatcher = (path: string) => boolean;

/** A state of the automaton: goes on without a character, or over one that it accepts. */
type State = { readonly free: number[] } | { readonly accepts: (character: string) => boolean; readonly next: number };

const TOKEN = /(?:\*\*\/)+|\/\*\*$|\*+|\?|\{|\}|,|\[[!^]?[^\]/]+\]|[^]/gu;

/**
 * A glob as VS Code has them: `*` and `?` stay inside one name, `**` crosses folders, `{a,b}` offers choices, `[a-z]` is a class. An automaton
 * that is in all its states at once reads each character of a path once: a regular expression would try `*a*a*a` for longer than anybody
 * waits, and globs come with the repositories that people open. Undefined for what is no glob, as `[z-a]`, and for a longer one.
 */
export function compileGlob(
  glob: string,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): GlobMatcher | undefined {
  if (glob.length > LONGEST_GLOB_CHARACTERS) return undefined;
  const automaton = new Automaton(ignoreCase);
  const tokens = (ignoreCase ? glob.toLowerCase() : glob).match(TOKEN) ?? [];
  return automaton.add(tokens) ? (path) => automaton.matches(ignoreCase ? path.toLowerCase() : path) : undefined;
}

class Automaton {
  readonly #ignoreCase: boolean;
  readonly #states: State[] = [{ free: [] }];
  #last = 0;

  constructor(ignoreCase: boolean) {
    this.#ignoreCase = ignoreCase;
  }

  /** Adds what a glob says; false when that means nothing. */
  add(tokens: readonly string[]): boolean {
    const groups: { readonly start: number; readonly ends: number[] }[] = [];
    for (const token of tokens) {
      const group = groups.at(-1);
      if (token === "{") groups.push({ start: this.#last, ends: [] });
      else if (token === "}" && group !== undefined) this.#close(groups);
      else if (token === "," && group !== undefined) {
        group.ends.push(this.#last);
        this.#last = this.#after(group.start);
      } else if (!this.#addPlain(token)) return false;
    }
    while (groups.length > 0) this.#close(groups); // Somebody is still typing.
    return true;
  }

  /** Whether the last state is reached at the end of a path. */
  matches(path: string): boolean {
    let current = this.#withFree([0]);
    for (const character of path) {
      const next: number[] = [];
      for (const index of current) {
        const state = this.#states[index];
        if (state !== undefined && "accepts" in state && state.accepts(character)) next.push(state.next);
      }
      if (next.length === 0) return false;
      current = this.#withFree(next);
    }
    return current.has(this.#last);
  }

  #addPlain(token: string): boolean {
    const inName = (character: string): boolean => character !== "/";
    const anything = (): boolean => true;
    if (token.startsWith("**/")) this.#optional(() => this.#repeat(anything, () => this.#one(isCharacter("/"))));
    else if (token === "/**") this.#optional(() => this.#repeatAfter(isCharacter("/"), anything));
    else if (token === "*") this.#repeat(inName);
    else if (token.startsWith("*")) this.#repeat(anything);
    else if (token === "?") this.#one(inName);
    else if (token.length > 2 && token.startsWith("[")) return this.#class(token.slice(1, -1));
    else this.#one(isCharacter(token));
    return true;
  }

  #class(inner: string): boolean {
    const isNegated = /^[!^]/.test(inner);
    const set = isNegated ? inner.slice(1) : inner;
    try {
      const flags = this.#ignoreCase ? "iu" : "u";
      const expression = new RegExp(`^[${set.replace(/[\\[\]^]/g, "\\$&")}]$`, flags); // One character: nothing to try again.
      this.#one((character) => character !== "/" && expression.test(character) !== isNegated);
      return true;
    } catch {
      return false;
    }
  }

  #one(accepts: (character: string) => boolean): void {
    const end = this.#states.push({ free: [] }) - 1;
    const step = this.#states.push({ accepts, next: end }) - 1;
    this.#link(this.#last, step);
    this.#last = end;
  }

  /** Any number of characters, and then what `last` adds. */
  #repeat(accepts: (character: string) => boolean, last?: () => void): void {
    this.#last = this.#after(this.#last);
    this.#link(this.#last, this.#states.push({ accepts, next: this.#last }) - 1);
    last?.();
  }

  #repeatAfter(first: (character: string) => boolean, accepts: (character: string) => boolean): void {
    this.#one(first);
    this.#repeat(accepts);
  }

  #optional(add: () => void): void {
    const start = this.#last;
    add();
    const end = this.#after(this.#last);
    this.#link(start, end);
    this.#last = end;
  }

  #close(groups: { readonly start: number; readonly ends: number[] }[]): void {
    const ends = groups.pop()?.ends ?? [];
    const end = this.#after(this.#last);
    for (const other of ends) this.#link(other, end);
    this.#last = end;
  }

  /** A new state that is reached from another one without a character. */
  #after(index: number): number {
    const next = this.#states.push({ free: [] }) - 1;
    this.#link(index, next);
    return next;
  }

  #link(from: number, to: number): void {
    const state = this.#states[from];
    if (state !== undefined && "free" in state) state.free.push(to);
  }

  #withFree(indices: readonly number[]): ReadonlySet<number> {
    const reached = new Set(indices);
    // A set yields what is added while it is walked through.
    for (const index of reached) {
      const state = this.#states[index];
      if (state !== undefined && "free" in state) for (const next of state.free) reached.add(next);
    }
    return reached;
  }
}

function isCharacter(wanted: string): (character: string) => boolean {
  return (character) => character === wanted;
}

const compiled = new Map<string, GlobMatcher | undefined>();
/** Settings and project files change while people type. */
const MOST_COMPILED = 1_000;

/**
 * Whether a path (absolute, or relative to its workspace folder) fits one of the globs. A glob without `/` holds for the file name in any
 * folder; a broken glob fits nothing.
 */
export function matchesAnyGlob(globs: readonly string[], ...paths: readonly string[]): boolean {
  return globs.some((glob) => {
    const matches = anchored(glob);
    return matches !== undefined && paths.some((path) => matches(path.replace(/^\//, "")));
  });
}

function anchored(glob: string): GlobMatcher | undefined {
  if (compiled.has(glob)) return compiled.get(glob);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const whole = glob.includes("/") ? glob.replace(/^\.?\//, "") : `**/${glob}`;
  const matches = compileGlob(whole, { ignoreCase: true });
  compiled.set(glob, matches);
  return matches;
}
