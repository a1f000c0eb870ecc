import { CompletionItemKind, type CompletionItem } from "vscode-languageserver-types";
import { scenarioNamesAfter } from "../core/config/scenario-names.js";
import type { Comment } from "../core/dialects/types.js";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import { RULES } from "../core/rules/registry.js";
import type { Analysis } from "./analysis.js";
import { rangeOnLine } from "./range-on-line.js";
import { supportedLines } from "../core/catalog/version.js";

const DIRECTIVES = [
  ["ackwise-disable-next-line ", "completion/disable-next-line"],
  ["ackwise-disable-file ", "completion/disable-file"],
  ["ackwise-kafka-version: ", "completion/kafka-version"],
  ["ackwise-scenario: ", "completion/scenario"],
] as const;

/** Completes `# ackwise-…` comments: the directive, then rule ids or releases. */
export function completeDirective(analysis: Analysis, comment: Comment, offset: number): CompletionItem[] {
  const typed = analysis.document.text.slice(comment.span.start + 1, offset);
  const directive = /^\s*ackwise-(disable-(?:next-line|line|file)|kafka-version|scenario)\s*[\s:]\s*(.*)$/.exec(typed);
  if (directive === null) return /^\s*[a-z-]*$/.test(typed) ? directiveItems(analysis, comment, offset, typed) : [];
  const last = /[^\s,]*$/.exec(typed)?.[0] ?? "";
  if (directive[1] === "scenario") return scenarioItems(analysis, comment, offset, last);
  return directive[1] === "kafka-version"
    ? supportedLines().map((line, index) => item(analysis, comment, offset, last, line, `Kafka ${line}`, index))
    : ruleItems(analysis, comment, offset, last);
}

function directiveItems(analysis: Analysis, comment: Comment, offset: number, typed: string): CompletionItem[] {
  const word = typed.trimStart();
  const gap = typed === "" ? " " : "";
  const say = serviceSpeaker(analysis.messages);
  return DIRECTIVES.map(([insert, detail], index) => ({
    ...item(analysis, comment, offset, word, `${gap}${insert}`, say(detail), index),
    label: insert.trim().replace(/:$/, ""),
    filterText: `${gap}${insert}`,
  }));
}

/** Scenario files that are known first, then names word by word. */
function scenarioItems(analysis: Analysis, comment: Comment, offset: number, word: string): CompletionItem[] {
  const { uri, outerScenario } = analysis;
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  const beside = outerScenario.files.filter((file) => file.uri.startsWith(folder));
  const files = beside.map((file) => ({
    name: file.uri.slice(folder.length),
    what: serviceSpeaker(analysis.messages)("completion/scenario-file"),
  }));
  return [...files, ...scenarioNamesAfter(word, analysis.messages)].map(({ name, what }, index) =>
    item(analysis, comment, offset, word, name, what, index),
  );
}

/** Rules that have something to say in this file come first. */
function ruleItems(analysis: Analysis, comment: Comment, offset: number, word: string): CompletionItem[] {
  const found = new Set(analysis.findings.map((finding) => finding.rule));
  const ordered = [...RULES].sort((a, b) => Number(found.has(b.meta.id)) - Number(found.has(a.meta.id)));
  return ordered.map(({ meta }, index) => {
    const summary = analysis.messages.text(`${meta.id}/summary`, meta.summary);
    return item(analysis, comment, offset, word, meta.id, summary, index);
  });
}

function item(
  { document }: Analysis,
  comment: Comment,
  offset: number,
  word: string,
  insert: string,
  detail: string,
  index: number,
): CompletionItem {
  const rest = /^[\w.+-]*/.exec(document.text.slice(offset, comment.span.end))?.[0] ?? "";
  const span = { start: offset - word.length, end: offset + rest.length };
  return {
    label: insert,
    kind: CompletionItemKind.Keyword,
    detail,
    sortText: index.toString().padStart(3, "0"),
    textEdit: { range: rangeOnLine(document, span, offset), newText: insert },
  };
}
