import { historyOf } from "../../catalog/catalog.js";
import type { TextEdit } from "../../text/span.js";
import { clientMessageOf, failuresOf, firstLine } from "../support.js";
import { settingOf } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";

/** What to write for a key so that a producer starts on a laptop; to be adapted. */
const STARTERS: Readonly<Record<string, string>> = {
  "bootstrap.servers": "localhost:9092",
  "key.serializer": SERIALIZER,
  "value.serializer": SERIALIZER,
};

export const missingRequiredSetting: Rule = {
  meta: {
    id: "missing-required-setting",
    severity: "hint",
    category: "startup",
    summary: "bootstrap.servers, key.serializer and value.serializer must come from the file or from the program.",
    sources: ["ProducerConfig.appendSerializerToConfig", "ClientUtils.parseAndValidateAddresses", "KIP-1161"],
  },
  messages: {
    missing: "Not in this file: {keys}. The constructor throws unless the application passes it in code.",
    insert: "Add {keys}",
  },
  check: (context) => {
    const failures = failuresOf(context, "missing-setting", "bootstrap-none").filter(
      ({ key }) => settingOf(context, key) === undefined,
    );
    const [first] = failures;
    if (first === undefined || !hasProducerKey(context)) return [];
    const missing = Object.keys(STARTERS).filter((key) => failures.some((failure) => failure.key === key));
    const data = { keys: missing.join(", ") };
    const report: Report = {
      messageId: "missing",
      data,
      key: missing[0],
      span: firstLine(context),
      fixes: [{ titleId: "insert", data, safety: "suggestion", edits: insertions(context, missing) }],
      clientMessage: clientMessageOf(first),
    };
    return [report];
  },
};

function hasProducerKey(context: RuleContext): boolean {
  return context.document.settings.some((setting) => historyOf(setting.key) !== undefined);
}

/** The lines stand at the end of the file, in the order in which the client asks for them. */
function insertions(context: RuleContext, keys: readonly string[]): readonly TextEdit[] {
  return context.document.edits.write(
    keys.map((key) => ({ kind: "insert", key, value: ownOf(STARTERS, key) ?? "", after: undefined })),
  );
}
