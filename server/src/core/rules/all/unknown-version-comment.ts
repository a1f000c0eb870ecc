import { isSupported, shortVersion, SUPPORTED } from "../../catalog/version.js";
import { versionInUse } from "../../config/version-in-use.js";
import { directivesOf } from "../../dialects/directives.js";
import { COMMENT_FIX_TITLES, removeCommentFix, rewordFix } from "../comment-fixes.js";
import { firstLine } from "../support.js";
import type { Report, Rule, RuleContext } from "../types.js";

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
    tooOld:
      "Kafka {version} is not supported: Ackwise knows the client releases {first} to {last}, so this file is not checked.",
    ...COMMENT_FIX_TITLES,
  },
  check: (context) => {
    const { document, catalog } = context;
    if (!isSupported(catalog.version)) return [tooOld(context)];
    const { unknown } = versionInUse(document, undefined);
    if (unknown === undefined) return [];
    const data = { text: unknown.words.join(" "), version: catalog.version.text, ...SUPPORTED };
    const used = rewordFix(document, unknown, shortVersion(catalog.version.text));
    const fixes = [used, removeCommentFix(document, unknown)];
    return [{ messageId: "unknown", data, key: undefined, span: unknown.span, fixes }];
  },
};

/** The release may stand in a comment, or outside the file. */
function tooOld(context: RuleContext): Report {
  const { document, catalog } = context;
  const said = directivesOf(document).find(({ name }) => name === "kafka-version");
  return {
    messageId: "tooOld",
    data: { version: catalog.version.text, ...SUPPORTED },
    key: undefined,
    span: said?.span ?? firstLine(context),
    severity: "error",
  };
}
