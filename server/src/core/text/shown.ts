// Text of a file, for the places it is shown in: a terminal, an annotation of GitHub, JSON, Markdown, HTML.

import { ownOf } from "./own.js";

/** Control characters of C0 and C1 and the line ends of Unicode: they end a line, or steer a terminal. */
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
/** Changes of direction can make a text read as another one; marks without width hide in it. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text that stays in one line and steers nothing. */
export function inOneLine(text: string): string {
  return text.replace(CONTROLS, " ").replace(DIRECTIONS, "\uFFFD");
}

/** A colour or another look of {@link https://en.wikipedia.org/wiki/ANSI_escape_code#SGR SGR}, as the program's own style writes it. */
const OWN_LOOK = "\u001B\\[[0-9;]{0,8}m";
const STRAY = new RegExp(`(${OWN_LOOK})|[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u2028\\u2029]`, "g");

/**
 * A whole output for a terminal. Nothing steers it but the looks of the program's own style, which every text of a file must have
 * lost in {@link inOneLine} before; and no line is a command to the runner of a workflow.
 */
export function inTerminal(text: string): string {
  const still = text.replace(STRAY, (_, look: string | undefined) => look ?? " ");
  return withoutCommands(still.replace(DIRECTIONS, "\uFFFD"));
}

/**
 * Printed text that no runner of a workflow obeys: GitHub obeys `::name` at the start of a line, blanks before it aside, and `##[name]` anywhere; Azure
 * Pipelines obey `##vso[`.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*(?:\u001B\[[0-9;]{0,8}m)*[^\S\n]*):(?=:)/gm, "$1: ").replace(/##(?=\[|vso\[)/g, "# #");
}

/** Data for other programs, as JSON: what a terminal would obey is written as an escape. */
export function inJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent)
    .replace(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, escaped)
    .replace(/##(?=\[|vso\[)/g, "#\\u0023");
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The message of a workflow command; the escapes of actions/toolkit, packages/core/src/command.ts. */
export function inAnnotation(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(inOneLine);
  return lines
    .join("\n")
    .replaceAll("%", "%25")
    .replaceAll("\n", "%0A")
    .replace(/##(?=\[|vso\[)/g, "# #");
}

/** A property of a workflow command. */
export function inAnnotationProperty(text: string): string {
  return inAnnotation(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A word of a command for a shell; with control characters as bash and zsh quote them, so that it stays in one line. */
export function shellWord(word: string): string {
  if (/^[\w./:=+,@-]+$/.test(word)) return word;
  if (inOneLine(word) === word) return `'${word.replaceAll("'", "'\\''")}'`;
  const quoted = word.replace(/[\\']/g, "\\$&").replace(/[\u0000-\u001F\u007F]/g, hexadecimal);
  return `$'${quoted.replace(/[^\u0020-\u007E]/g, (one) => (inOneLine(one) === one ? one : escaped(one)))}'`;
}

function hexadecimal(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** A value as inline code of Markdown, whatever characters it holds. */
export function codeSpan(text: string): string {
  const flat = inOneLine(text).replace(/\s+/g, " ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${flat}\`` : `${fence} ${flat} ${fence}`;
}

/** Text as Markdown that shows it as it is: one line, every sign that could be markup with a backslash before it. */
export function inMarkdown(text: string): string {
  const line = withoutControls(text).replace(/\s+/g, " ").trim();
  return line
    .replace(/[\\`*[\]<>&|~$!]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(#|[+-](?=\s|$)|[-=]+(?=\s|$))/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Text in a fence of Markdown that is longer than any in it. */
export function inFence(text: string, language: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${withoutControls(text).replace(/\n$/, "")}\n${fence}`;
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const NOT_IN_MARKUP =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * Text for HTML and XML: the five special characters as references, characters that XML forbids as U+FFFD. A page may be printed,
 * so that commands to the runner of a workflow are broken by a reference too.
 */
export function inHtml(text: string): string {
  return withoutControls(text)
    .replace(/[&<>"']/g, (character) => ownOf(REFERENCES, character) ?? character)
    .replace(/(\n[^\S\n]*):(?=:)/g, "$1&#58;")
    .replace(/##(?=\[|vso\[)/g, "#&#35;");
}

/** Control characters but tab and line feed, half surrogates, non-characters and changes of direction become U+FFFD. */
export function withoutControls(text: string): string {
  return text.replace(NOT_IN_MARKUP, "\uFFFD");
}
