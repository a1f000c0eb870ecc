import { shortVersion, SUPPORTED } from "../../catalog/version.js";
import { versionInUse } from "../../config/version-in-use.js";
import { COMMENT_FIX_TITLES, removeCommentFix, rewordFix } from "../comment-fixes.js";
import type { Rule } from "../types.js";

export const unknownVersionComment: Rule = {
  meta: {
    id: "unknown-version-comment",
    severity: "warning",
    category: "ackwise",
    summary: "An ackwise-kafka-version comment must name a client release that Ackwise supports.",
    sources: ["docs/rules/unknown-version-comment.md"],
  },
  messages: {
    unknown:
      '"{text}" is no client release that Ackwise knows: expected {first} to {last}, such as 3.9 or 3.9.1. {version} is used.',
    ...COMMENT_FIX_TITLES,
  },
  check: ({ document, catalog }) => {
    const { unknown } = versionInUse(document, undefined);
    if (unknown === undefined) return [];
    const data = { text: unknown.words.join(" "), version: catalog.version.text, ...SUPPORTED };
    const used = rewordFix(document, unknown, shortVersion(catalog.version.text));
    const fixes = [used, removeCommentFix(document, unknown)];
    return [{ messageId: "unknown", data, key: undefined, span: unknown.span, fixes }];
  },
};
