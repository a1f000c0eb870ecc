import { defectTextId, type ClientDefect, type DefectText } from "../../catalog/defects.js";
import { defectsOf } from "../../config/defects-of.js";
import { directivesOf } from "../../dialects/directives.js";
import type { Phrase } from "../../messages/format.js";
import { phrase } from "../../messages/phrase-texts.js";
import type { Span } from "../../text/span.js";
import { firstLine, valueOrKey } from "../support.js";
import type { Rule, RuleContext } from "../types.js";

export const clientDefect: Rule = {
  meta: {
    id: "client-defect",
    severity: "information",
    profiles: { durability: "warning" },
    category: "durability",
    summary: "The client release in use has a known defect that this configuration can meet.",
    sources: ["schemas/client-defects.json", "KAFKA-19012", "KAFKA-13794", "KAFKA-9965"],
  },
  messages: {
    possible: "Known defects of Kafka {version} that this file can meet: {defects}",
    likely: "Known defects of Kafka {version} that this file makes likely: {defects}",
  },
  check: (context) => {
    const found = defectsOf(context.evaluation).filter(({ defect }) => defect.reportedBy === undefined);
    const defects = found.map(({ defect }) => described(defect)).reduce<Phrase | undefined>(joined, undefined);
    if (defects === undefined || context.document.settings.length === 0) return [];
    const likely = found.find((entry) => entry.likely);
    const setting = likely === undefined ? undefined : context.document.byKey.get(likely.key);
    return [
      {
        messageId: likely === undefined ? "possible" : "likely",
        data: { version: context.catalog.version.text, defects },
        key: setting?.key,
        span: setting === undefined ? releaseSpan(context) : valueOrKey(setting),
        severity: likely === undefined ? "information" : "warning",
      },
    ];
  },
};

/** Where the file names the release, else its first line. */
function releaseSpan(context: RuleContext): Span {
  const named = directivesOf(context.document).find(({ name }) => name === "kafka-version");
  return named?.span ?? firstLine(context);
}

function described(defect: ClientDefect): Phrase {
  const text = (part: DefectText): Phrase => ({ id: defectTextId(defect, part), english: defect[part] });
  return phrase("defect/one", { id: defect.id, consequence: text("consequence"), remedy: text("remedy") });
}

function joined(before: Phrase | undefined, next: Phrase): Phrase {
  return before === undefined ? next : phrase("defect/more", { first: before, second: next });
}
