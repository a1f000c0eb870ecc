import { historyOf } from "../../catalog/catalog.js";
import { secretsOf } from "../../dialects/document-secrets.js";
import type { ConfigDocument, Setting } from "../../dialects/types.js";
import type { Finding } from "../../rules/types.js";
import type { LintedText } from "../lint.js";

/**
 * What a finding is about, in 16 hexadecimal digits: its kind, its key and the text it underlines, not the line it stands on. Two
 * findings about the same have the same fingerprint. No secret goes into it: a short password could be guessed from its digest.
 */
export function fingerprintOf(document: LintedText["document"], finding: Finding): string {
  const about = isConfiguration(document) ? aboutText(document, finding) : "";
  return digest([finding.rule, finding.messageId, finding.key ?? "", about].join("\n"));
}

function isConfiguration(document: LintedText["document"]): document is ConfigDocument {
  return document.dialect !== "scenario" && document.dialect !== "project";
}

/**
 * The underlined text, where it belongs to the finding and is certainly no secret (keys of plugins may have anything as their value); what is missing is told at the first line. */
function aboutText(document: ConfigDocument, { key, span }: Finding): string {
  const { settings, comments, text } = document;
  const secrets = secretsOf(document);
  const isInside = (outer: Setting["span"]): boolean => outer.start <= span.start && span.end <= outer.end;
  const setting = settings.find((candidate) => isInside(candidate.span));
  const isShown =
    setting === undefined
      ? key === undefined && comments.some((comment) => isInside(comment.span))
      : setting.key === key &&
        secrets.keyOf(setting) === key &&
        (isInside(setting.keySpan) || (historyOf(key) !== undefined && !secrets.isIn(setting)));
  return isShown ? text.slice(span.start, span.end).replace(/\s+/g, " ").trim() : "";
}

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a with 64 bits over UTF-16 units (draft-eastlake-fnv): the same everywhere, and no secret to keep. */
function digest(text: string): string {
  let hash = OFFSET_BASIS;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * PRIME);
  }
  return hash.toString(16).padStart(16, "0");
}
