import type { DocumentLink } from "vscode-languageserver-types";
import { URI, Utils } from "vscode-uri";
import { issueUrl } from "../core/catalog/kip-pages.js";
import { directivesOf } from "../core/dialects/directives.js";
import type { Comment } from "../core/dialects/types.js";
import { editorSpeaker } from "../core/messages/editor-texts.js";
import { RULES } from "../core/rules/registry.js";
import type { Analysis } from "./analysis.js";
import { rulePageUrl, SCENARIO_PAGE_URL } from "./rule-page.js";

interface Link {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** Brackets and stops behind an address belong to the sentence. */
const MENTION = /\bhttps?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]|\b(?:KIP|KAFKA)-\d{1,6}\b/g;
const SCENARIO_FILE = /\.(ya?ml|json)$/i;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:|^[\\/]/i;

/** Links in comments: addresses, KIPs, issues of Kafka, rules and scenarios of `# ackwise-…`. */
export function documentLinks(analysis: Analysis): DocumentLink[] {
  const { document, options } = analysis;
  const say = editorSpeaker(options.messages);
  return [...document.comments.flatMap(mentions), ...directiveLinks(analysis)].map(({ start, end, target }) => ({
    range: document.lines.rangeOf({ start, end }),
    target,
    tooltip: say("link/open", { target }),
  }));
}

function mentions({ span, text }: Comment): readonly Link[] {
  return [...text.matchAll(MENTION)].map((match) => {
    const [word] = match;
    const start = span.start + 1 + match.index; // Behind the comment mark.
    return { start, end: start + word.length, target: targetOf(word) };
  });
}

function targetOf(word: string): string {
  return /^(?:KIP|KAFKA)-/.test(word) ? issueUrl(word) : word;
}

function directiveLinks({ document, uri }: Analysis): readonly Link[] {
  const rules = new Set(RULES.map(({ meta }) => meta.id));
  return directivesOf(document).flatMap(({ name, words, span }) => {
    const written = document.text.slice(span.start, span.end);
    let from = written.indexOf(name) + name.length;
    return words.flatMap((word) => {
      const at = written.indexOf(word, from);
      from = at + word.length;
      const target = name === "scenario" ? scenarioTarget(word, uri) : rules.has(word) ? rulePageUrl(word) : undefined;
      return target === undefined ? [] : [{ start: span.start + at, end: span.start + at + word.length, target }];
    });
  });
}

/** A file beside the document, else the page about the names of scenarios. */
function scenarioTarget(word: string, uri: string): string | undefined {
  if (!SCENARIO_FILE.test(word)) return SCENARIO_PAGE_URL;
  if (ABSOLUTE.test(word) || uri.startsWith("untitled:")) return undefined;
  return Utils.joinPath(Utils.dirname(URI.parse(uri)), word).toString();
}
