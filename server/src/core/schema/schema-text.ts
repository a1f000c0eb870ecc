import { closest, distance } from "fastest-levenshtein";
import type { MessageData, Phrase } from "../messages/format.js";
import { phrase } from "../messages/phrase-texts.js";
import { plainValue, trailTo, type TreeNode, type TreeTrail } from "../syntax/value-tree.js";
import { parseYaml, type YamlProblem } from "../syntax/yaml.js";
import { LineIndex } from "../text/line-index.js";
import type { Span, TextEdit } from "../text/span.js";
import { THIS_LINE, type Schema, type SchemaMistake } from "./schema-check.js";
import { membersOf, schemaAlong } from "./schema-tree.js";

/** What can be wrong with a text that a schema describes. */
export type SchemaTextCode =
  | "syntax"
  | "duplicate"
  | "complex-name"
  | "unknown-alias"
  | "circular-alias"
  | "several-documents"
  | "too-deep"
  | "too-large"
  | "unknown"
  | "misspelled"
  | "missing"
  | "wrong"
  | "wrong-elsewhere";

/** A mistake with its place in the text. */
export interface SchemaTextMistake {
  readonly code: SchemaTextCode;
  readonly data: MessageData;
  /** Such as `faults[0].broker`; empty for the whole, and for mistakes of syntax. */
  readonly path: string;
  readonly span: Span;
  /** Where a repeated name stands for the first time. */
  readonly first?: Span;
  /** What the name was probably meant to be. */
  readonly rename?: TextEdit;
}

/** A text in YAML or JSON that a schema describes. */
export interface SchemaText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly root: TreeNode | undefined;
  /** In the order of the text. */
  readonly mistakes: readonly SchemaTextMistake[];
}

/**
 * Reads a text in YAML or JSON. `check` gets the value without places, `{}` for an empty text, and tells what is wrong with it;
 * it is not asked when the text cannot be read. Never throws.
 */
export function readSchemaText(
  text: string,
  schema: Schema,
  check: (value: unknown, root: TreeNode | undefined) => readonly SchemaMistake[],
): SchemaText {
  const { root, problems } = parseYaml(text);
  const lines = new LineIndex(text);
  const broken = problems.map((problem) => mistakeOfYaml(problem));
  const isReadable = problems.every(({ code }) => code === "duplicate");
  if (!isReadable) return { text, lines, root, mistakes: broken };
  const mistakes = check(root === undefined ? {} : plainValue(root), root);
  const placed = root === undefined ? [] : mistakes.map((mistake) => placedMistake(text, schema, root, mistake));
  const all = [...broken, ...placed].sort((a, b) => a.span.start - b.span.start);
  return { text, lines, root, mistakes: all };
}

function mistakeOfYaml(problem: YamlProblem): SchemaTextMistake {
  const { code, span } = problem;
  switch (code) {
    case "syntax":
      return { code, data: { text: problem.text }, path: "", span };
    case "duplicate":
      return { code, data: { name: shown(problem.name) }, path: "", span, first: problem.first };
    default:
      return { code, data: {}, path: "", span };
  }
}

function placedMistake(text: string, schema: Schema, root: TreeNode, mistake: SchemaMistake): SchemaTextMistake {
  const { path, value, allowed, place } = mistake;
  const trail = trailTo(root, path);
  const span = spanOfTrail(text, trail, "value");
  if (value === undefined) return { code: "missing", data: { name: lastName(path), allowed }, path, span };
  if (place !== undefined)
    return { code: "wrong-elsewhere", data: { place, value: seenValue(mistake), allowed }, path, span };
  const known = namesBeside(schema, trail);
  const name = trail.steps.at(-1)?.member?.name;
  if (known === undefined || name === undefined) {
    return { code: "wrong", data: { value: seenValue(mistake), allowed }, path, span };
  }
  const nameSpan = spanOfTrail(text, trail, "name");
  const data = { name: shown(name), known: known.join(", ") };
  const similar = similarTo(name, known);
  if (similar === undefined) return { code: "unknown", data, path, span: nameSpan };
  return {
    code: "misspelled",
    data: { ...data, similar },
    path,
    span: nameSpan,
    rename: edit(text, nameSpan, similar),
  };
}

function seenValue({ value, shown: instead }: SchemaMistake): Phrase | string {
  if (instead !== undefined && instead.id === THIS_LINE.id) return instead;
  return instead === undefined ? shown(value) : phrase("shown/quoted", { text: instead });
}

/** The names that may stand where an unknown one does; undefined when the name is known. */
function namesBeside(root: Schema, { steps, isExact }: TreeTrail): readonly string[] | undefined {
  const name = steps.at(-1)?.member?.name;
  const outer = steps.at(-2)?.node;
  const schema = schemaAlong(root, steps.slice(0, -1));
  if (!isExact || name === undefined || outer?.kind !== "object" || schema === undefined) return undefined;
  const known = membersOf(root, schema, outer).map((member) => member.name);
  return known.includes(name) ? undefined : known;
}

function similarTo(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name.length > 100) return undefined;
  const lower = name.toLowerCase();
  const alike = known.find((candidate) => candidate.toLowerCase().startsWith(lower) && lower.length >= 3);
  const nearest = alike ?? closest(name, [...known]);
  const allowed = Math.max(1, Math.floor(nearest.length / 4));
  return alike !== undefined || distance(lower, nearest.toLowerCase()) <= allowed ? nearest : undefined;
}

/** In the quotes in which the name stands. */
function edit(text: string, span: Span, name: string): TextEdit {
  const quote = /^["']/.exec(text.slice(span.start, span.end))?.[0] ?? "";
  return { span, newText: `${quote}${name}${quote}` };
}

/**
 * Where the end of a way stands in the text. A value of several lines is not underlined as a whole but by the name in front of
 * it, an item by its first line; so is what lacks something.
 */
export function spanOfTrail(text: string, { steps, isExact }: TreeTrail, part: "name" | "value"): Span {
  const last = steps.at(-1);
  if (last === undefined) return { start: 0, end: 0 };
  const { member, node } = last;
  const isWhole = node.span.end === node.span.start || /[\r\n]/.test(text.slice(node.span.start, node.span.end));
  if (member !== undefined && (part === "name" || isWhole || !isExact)) return member.nameSpan;
  return isWhole ? firstLine(text, node.span) : node.span;
}

function firstLine(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  return { start, end: start + (/^[^\r\n]*/.exec(written)?.[0].trimEnd().length ?? 0) };
}

function lastName(path: string): string {
  return /[^.\]]+$/.exec(path)?.[0] ?? path;
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  // JSON has no word for 1e400 and .nan.
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
