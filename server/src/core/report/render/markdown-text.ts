import { withoutControls } from "./markup.js";

/** Text as Markdown that shows it as it is: one line, every sign that could be markup with a backslash before it. */
export function escapeMarkdown(text: string): string {
  const line = withoutControls(text).replace(/\s+/g, " ").trim();
  return line
    .replace(/[\\`*[\]<>&|~$!]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(#|[+-](?=\s|$)|[-=]+(?=\s|$))/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Text in a fence that is longer than any in it. */
export function fenced(text: string, language: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${withoutControls(text).replace(/\n$/, "")}\n${fence}`;
}
