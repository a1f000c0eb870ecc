import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Node,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Span } from "../text/span.js";
import type { ScalarNode, TreeMember, TreeNode } from "./value-tree.js";

/** What is wrong with a text as YAML. */
export type YamlProblem =
  | { readonly code: "syntax"; readonly span: Span; readonly text: string }
  /** `first` is where the name stands for the first time. */
  | { readonly code: "duplicate"; readonly span: Span; readonly name: string; readonly first: Span }
  | {
      readonly code:
        "complex-name" | "unknown-alias" | "circular-alias" | "several-documents" | "too-deep" | "too-large";
      readonly span: Span;
    };

/** A YAML or JSON text, read so that every part knows its place. */
export interface YamlText {
  /** Undefined when the text holds nothing, or nothing that could be read. */
  readonly root: TreeNode | undefined;
  /** In the order of the text. */
  readonly problems: readonly YamlProblem[];
}

/** Aliases count as often as they are used, so that a short text cannot become an endless value. */
const MOST_NODES = 500_000;
const DEEPEST = 100;
const MOST_PROBLEMS = 100;

/** Reads YAML 1.2, of which JSON is a part. Never throws. */
export function parseYaml(text: string): YamlText {
  // Repeated names are looked for below: the library compares each name with every other.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const told = [...document.errors, ...document.warnings];
  // With a full stack, thousands of brackets in each other, the library tells one error for each of them.
  const full = told.filter(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (full.length > 0) return { root: undefined, problems: full.slice(0, 1).map((error) => problemOf(error, text)) };
  const problems = told.slice(0, MOST_PROBLEMS).map((error) => problemOf(error, text));
  const reader = new TreeReader(text, problems);
  const { contents } = document;
  const root = contents === null || isEmpty(contents) ? undefined : reader.read(contents, 0);
  return { root, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function problemOf({ code, pos, message }: YAMLError, text: string): YamlProblem {
  const [start, end] = pos.map((offset) => Math.min(offset, text.length)) as [number, number];
  const span = { start, end: Math.max(start, end) };
  switch (code) {
    case "RESOURCE_EXHAUSTION":
      return { code: "too-deep", span };
    case "MULTIPLE_DOCS":
      return { code: "several-documents", span };
    default:
      return { code: "syntax", span, text: message };
  }
}

/** A text of comments only has a node too: null, without a place. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && node.source === "";
}

class TreeReader {
  readonly #text: string;
  readonly #problems: YamlProblem[];
  /** What each anchor stands for at the place that is read for the first time. */
  readonly #anchors = new Map<string, Node>();
  readonly #targets = new Map<Node, Node | undefined>();
  readonly #entered = new Set<Node>();
  #nodes = 0;
  #isFull = false;

  constructor(text: string, problems: YamlProblem[]) {
    this.#text = text;
    this.#problems = problems;
  }

  read(node: Node, depth: number): TreeNode {
    if (this.#isTooMuch(node, depth)) return { kind: "scalar", span: this.#spanOf(node), value: null };
    if (isAlias(node)) return this.#readAlias(node, depth);
    this.#remember(node);
    if (isScalar(node)) return { kind: "scalar", span: this.#spanOf(node), value: node.value };
    if (isMap<Node>(node)) return this.#readMap(node as YAMLMap<Node, Node | null>, depth);
    if (isSeq<Node>(node)) return this.#readList(node, depth);
    return { kind: "scalar", span: this.#spanOf(node), value: null };
  }

  #remember(node: Node): void {
    const { anchor } = node as { readonly anchor?: string };
    if (anchor === undefined || this.#targets.has(node)) return;
    this.#anchors.set(anchor, node);
    this.#targets.set(node, node);
  }

  #isTooMuch(node: Node, depth: number): boolean {
    this.#nodes++;
    const code = depth > DEEPEST ? "too-deep" : this.#nodes > MOST_NODES ? "too-large" : undefined;
    if (code === undefined) return false;
    const { start } = this.#spanOf(node);
    if (!this.#isFull) this.#note({ code, span: { start, end: start + 1 } });
    this.#isFull = true;
    return true;
  }

  /** The library would search the whole document for each alias. */
  #readAlias(alias: Alias, depth: number): TreeNode {
    if (!this.#targets.has(alias)) this.#targets.set(alias, this.#anchors.get(alias.source));
    const target = this.#targets.get(alias);
    const nothing: ScalarNode = { kind: "scalar", span: this.#spanOf(alias), value: null };
    if (target !== undefined && !this.#entered.has(target)) return this.read(target, depth + 1);
    this.#note({ code: target === undefined ? "unknown-alias" : "circular-alias", span: this.#spanOf(alias) });
    return nothing;
  }

  #readMap(map: YAMLMap<Node, Node | null>, depth: number): TreeNode {
    this.#entered.add(map);
    const firsts = new Map<string, Span>();
    const members: TreeMember[] = [];
    for (const { key, value } of map.items) {
      if (!isScalar(key)) {
        this.#note({ code: "complex-name", span: this.#spanOf(key) });
        continue;
      }
      const nameSpan = this.#spanOf(key);
      const name = nameOf(key);
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, nameSpan);
      else this.#note({ code: "duplicate", span: nameSpan, name, first });
      const end = { start: nameSpan.end, end: nameSpan.end };
      const node: TreeNode = value === null ? { kind: "scalar", span: end, value: null } : this.read(value, depth + 1);
      members.push({ name, nameSpan, value: node });
    }
    this.#entered.delete(map);
    return { kind: "object", span: this.#spanOf(map), members };
  }

  #readList(list: YAMLSeq<Node>, depth: number): TreeNode {
    this.#entered.add(list);
    const items = list.items.map((item) => this.read(item, depth + 1));
    this.#entered.delete(list);
    return { kind: "list", span: this.#spanOf(list), items };
  }

  #note(problem: YamlProblem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
  }

  /** Without the line ends behind a block. */
  #spanOf({ range }: Node): Span {
    const [start = 0, end = 0] = range ?? [];
    return { start, end: start + this.#text.slice(start, end).trimEnd().length };
  }
}

function nameOf({ value }: Scalar): string {
  return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}
