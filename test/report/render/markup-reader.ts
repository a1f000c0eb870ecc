/** A tag of a page, as strict reading finds it. */
export interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A page taken apart: tags, and the text between them as it stands. */
export interface ReadMarkup {
  readonly tags: readonly Tag[];
  readonly texts: readonly string[];
}

const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z][\w:-]*="[^"<>]*")*)>$/;
const REFERENCE = /^(?:[^&<>]|&(?:amp|lt|gt|quot|#39);)*$/;

/**
 * Reads HTML or SVG as this project writes it, and nothing else: every attribute in double quotes, no stray `<`, `>` or `&`.
 * Throws at the first thing that does not belong.
 */
export function readMarkup(markup: string): ReadMarkup {
  const tags: Tag[] = [];
  const texts: string[] = [];
  for (const piece of markup.split(/(<[^>]*>)/)) {
    if (!piece.startsWith("<")) {
      if (!REFERENCE.test(piece)) throw new Error(`text is not escaped: ${JSON.stringify(piece)}`);
      texts.push(piece);
      continue;
    }
    const [, slash, name = "", written = ""] = TAG.exec(piece) ?? [];
    if (slash === undefined) throw new Error(`not a tag: ${JSON.stringify(piece)}`);
    const attributes = new Map(
      [...written.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    );
    for (const value of attributes.values()) {
      if (!REFERENCE.test(value)) throw new Error(`attribute is not escaped: ${JSON.stringify(value)}`);
    }
    tags.push({ name, isClosing: slash === "/", attributes });
  }
  return { tags, texts };
}

const VOID: ReadonlySet<string> = new Set(["meta"]);

/** Throws when elements are not closed in the order in which they were opened. */
export function expectBalanced(tags: readonly Tag[]): void {
  const open: string[] = [];
  for (const { name, isClosing } of tags) {
    if (!isClosing && !VOID.has(name)) open.push(name);
    if (isClosing && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(" ")}`);
}

/** The text that escaped text stands for. */
export function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#39": "'",
    "#58": ":",
    "#35": "#",
  };
  return text.replace(/&(amp|lt|gt|quot|#39|#58|#35);/g, (_, name: string) => characters[name] ?? "");
}
