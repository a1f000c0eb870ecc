import { parseJaas, type JaasProblem, type Part } from "../config/jaas/parse-jaas.js";
import { StreamTokenizer, type Token } from "../config/jaas/stream-tokenizer.js";
import { javaTrim } from "../config/parse-value.js";
import { nearestOf } from "./support-values.js";

/** What a person did wrong in a JAAS text; the client often names only what it stumbles over later. */
export type JaasCause =
  | "noModule"
  | "moduleNotAWord"
  | "noFlag"
  | "afterEnd"
  | "unknownFlag"
  | "quoted"
  | "jaasFile"
  | "commas"
  | "noValue"
  | "needsQuotes"
  | "unclosedQuote"
  | "noSemicolon"
  | "innerQuote"
  | "severalModules";

/** The mistake, the part to underline, and replacements that make the text right (none: it is not clear what is meant). */
export interface JaasMistake {
  readonly cause: JaasCause;
  readonly part: Part;
  readonly changes: readonly (Part & { readonly text: string })[];
  /** Whether the changes cannot mean anything else. */
  readonly certain: boolean;
}

/** The words that say how much a login module counts; Kafka's clients have only one module. */
export const FLAGS: readonly string[] = ["required", "requisite", "sufficient", "optional"];

const WORD = /^[A-Za-z_$\u00a0-\uffff][A-Za-z0-9_$.\u00a0-\uffff-]*$/;
const UNQUOTED = /[\w$.-]+[ \t]*=[ \t]*(?<value>[^\s"',;][^\s;]*)/dg;

/** Finds out what is wrong with a text that JaasConfig refuses; indexes are those of the value. */
export function readJaasMistake(value: string, problem: JaasProblem, part: Part): JaasMistake {
  const mistake = wholeMistake(value) ?? innerQuotes(value) ?? mistakeOf(value, problem, part);
  const isCure = parseJaas(javaTrim(changed(value, mistake.changes))).ok;
  return isCure ? mistake : { ...mistake, changes: [] };
}

/** Quotes around everything, and a section copied from a JAAS file. */
function wholeMistake(value: string): JaasMistake | undefined {
  const text = javaTrim(value);
  const start = value.indexOf(text);
  const part = { start, end: start + text.length };
  const quoted = /^(["'])([^]*)\1$/.exec(text)?.[2];
  if (quoted !== undefined) return { cause: "quoted", part, changes: [{ ...part, text: quoted }], certain: true };
  const section = /^[\w$.-]+\s*\{([^{}]*)\}\s*;?$/.exec(text)?.[1];
  if (section === undefined) return undefined;
  return { cause: "jaasFile", part, changes: [{ ...part, text: javaTrim(section) }], certain: true };
}

/** A value in quotes as far as the next option or the end, and with quotes in it. */
const QUOTED_VALUE = /=\s*"(?<value>(?:[^"\\]|\\.|"(?!\s*;\s*$|\s+[\w$.-]+\s*=))*)"(?=\s*;\s*$|\s+[\w$.-]+\s*=)/dgs;
/** The pattern takes time that grows with the square of the length; no login is that long. */
const LONGEST_LOGIN = 4096;

/** `password="a"b";`: the second quote ends the value. Escaping all but the outer ones is a cure where no option is meant to begin there. */
function innerQuotes(value: string): JaasMistake | undefined {
  if (value.length > LONGEST_LOGIN) return undefined;
  const quotes = [...value.matchAll(QUOTED_VALUE)].flatMap((match) => {
    const [start] = match.indices?.groups?.["value"] ?? [0, 0];
    const inner = match.groups?.["value"] ?? "";
    if (/=\s*"/.test(inner)) return [];
    return [...inner.matchAll(/\\.|"/gs)].filter(([sign]) => sign === '"').map(({ index }) => start + index);
  });
  const [first] = quotes;
  const changes = quotes.map((start) => ({ start, end: start + 1, text: '\\"' }));
  if (first === undefined || !parseJaas(javaTrim(changed(value, changes))).ok) return undefined;
  return { cause: "innerQuote", part: { start: first, end: first + 1 }, changes, certain: false };
}

function mistakeOf(value: string, problem: JaasProblem, part: Part): JaasMistake {
  const end = value.length - (/[\0-\x20]*$/.exec(value)?.[0].length ?? 0);
  if (problem !== "several-modules" && isAfterEnd(value, part)) return afterEnd(value, part, end);
  switch (problem) {
    case "no-flag":
      return { cause: "noFlag", part, changes: [after(value, part.end, " required;")], certain: false };
    case "flag-not-a-word":
      return { cause: "noFlag", part, changes: [after(value, part.start, " required")], certain: false };
    case "unknown-flag":
      return unknownFlag(value, part);
    case "no-value":
      return badValue(value, part);
    case "no-semicolon":
      return notEnded(value, end);
    case "no-module":
    case "empty-module":
      return { cause: UNCLEAR[problem], part, changes: [], certain: false };
    case "several-modules":
      return {
        cause: "severalModules",
        part,
        changes: [{ ...withBlanksBefore(value, part), text: "" }],
        certain: false,
      };
  }
}

const UNCLEAR = {
  "no-module": "noModule",
  "empty-module": "moduleNotAWord",
} as const;

function withBlanksBefore(value: string, { start, end }: Part): Part {
  return { start: value.slice(0, start).trimEnd().length, end };
}

/** Text put in after a character, which is written again: an empty place inside an escaped value has no span of its own. */
function after(value: string, at: number, text: string): Part & { readonly text: string } {
  return { start: at - 1, end: at, text: value.slice(at - 1, at) + text };
}

/** Whether the semicolon that ends the first entry stands before a place. */
function isAfterEnd(value: string, part: Part): boolean {
  return tokensOf(value).some((token) => token.character === ";" && token.end <= part.start);
}

function afterEnd(value: string, part: Part, end: number): JaasMistake {
  const semicolon = tokensOf(value).find((token) => token.character === ";");
  const start = semicolon?.end ?? part.start;
  const certain = /^[\s;]*$/.test(value.slice(start, end));
  return { cause: "afterEnd", part: { start: part.start, end }, changes: [{ start, end, text: "" }], certain };
}

function unknownFlag(value: string, part: Part): JaasMistake {
  const near = nearestOf(value.slice(part.start, part.end), FLAGS);
  return { cause: "unknownFlag", part, changes: near === undefined ? [] : [{ ...part, text: near }], certain: false };
}

/** Commas between options, values that need quotes, or no value at all. */
function badValue(value: string, part: Part): JaasMistake {
  if (/^,\s*[\w$.-]+\s*=/.test(value.slice(part.start))) {
    const commas = tokensOf(value).filter((token) => token.character === ",");
    return {
      cause: "commas",
      part: { start: part.start, end: part.start + 1 },
      changes: commas.map(erased),
      certain: true,
    };
  }
  const runs = unquotedValues(value).filter((run) => !WORD.test(value.slice(run.start, run.end)));
  const run = runs.find(({ start, end }) => start < part.end && end > part.start) ?? runs[0];
  if (run === undefined) return { cause: "noValue", part, changes: wordsInARow(value, part), certain: false };
  return { cause: "needsQuotes", part: run, changes: runs.map((other) => quotedRun(value, other)), certain: true };
}

/** `password=my secret;`: words as far as the next option or the semicolon are one value. */
function wordsInARow(value: string, part: Part): JaasMistake["changes"] {
  const pattern = /=[ \t]*(?<value>[^\s"',;=]+(?:[ \t]+[^\s"',;=]+)+)(?=[ \t]*;|[ \t]+[\w$.-]+[ \t]*=)/dg;
  const runs = [...value.matchAll(pattern)].map((match): Part => {
    const [start, end] = match.indices?.groups?.["value"] ?? [0, 0];
    return { start, end };
  });
  const run = runs.find(({ start, end }) => start <= part.start && part.start < end);
  return run === undefined ? [] : [quotedRun(value, run)];
}

/** Without a semicolon at the end, or with one that a quote or a comment swallows. */
function notEnded(value: string, end: number): JaasMistake {
  const open = tokensOf(value).find((token) => token.kind === "quoted" && !isClosed(value, token));
  const last = { start: end - 1, end };
  const hasSemicolon = value.charAt(end - 1) === ";";
  if (open !== undefined) {
    const closing = `${value.charAt(open.start)};`;
    const change = hasSemicolon ? { ...last, text: closing } : after(value, end, closing);
    return { cause: "unclosedQuote", part: { start: open.start, end }, changes: [change], certain: false };
  }
  if (!hasSemicolon) return { cause: "noSemicolon", part: last, changes: [after(value, end, ";")], certain: true };
  const runs = unquotedValues(value).filter((run) => value.slice(run.start, run.end).includes("/"));
  const changes = runs.map((run) => quotedRun(value, run));
  return { cause: "needsQuotes", part: runs[0] ?? last, changes, certain: true };
}

/** The values that stand without quotes, as far as the next blank or semicolon. */
function unquotedValues(value: string): readonly Part[] {
  let masked = value;
  for (const { kind, start, end } of tokensOf(value)) {
    if (kind === "quoted") masked = masked.slice(0, start) + '"'.repeat(end - start) + masked.slice(end);
  }
  return [...masked.matchAll(UNQUOTED)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.["value"] ?? [0, 0];
    // Behind a blank that is the next option, and the value of this one is missing.
    if (/\s/.test(masked.charAt(start - 1)) && /^[\w$.-]+=/.test(masked.slice(start, end))) return [];
    return [{ start, end: masked.charAt(end - 1) === "," ? end - 1 : end }];
  });
}

function quotedRun(value: string, run: Part): Part & { readonly text: string } {
  return { ...run, text: `"${value.slice(run.start, run.end).replace(/["\\]/g, "\\$&")}"` };
}

function erased(token: Token): Part & { readonly text: string } {
  return { start: token.start, end: token.end, text: "" };
}

function isClosed(value: string, token: Token): boolean {
  return token.end - token.start > 1 && value.charAt(token.end - 1) === value.charAt(token.start);
}

function tokensOf(value: string): readonly Token[] {
  const tokenizer = new StreamTokenizer(value);
  const tokens: Token[] = [];
  for (let token = tokenizer.next(); token.kind !== "end"; token = tokenizer.next()) tokens.push(token);
  return tokens;
}

function changed(value: string, changes: JaasMistake["changes"]): string {
  return [...changes]
    .reverse()
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), value);
}
