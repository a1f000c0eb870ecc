import { keyReport, removeKey, renameOrRemove, settingsOfKind } from "../key-reports.js";
import { modernised, scalaProducerSettings, successorOf, successorValue } from "../scala-producer.js";
import type { Setting } from "../../dialects/types.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

export const oldProducerKey: Rule = {
  meta: {
    id: "old-producer-key",
    severity: "warning",
    category: "keys",
    summary: "Keys of the Scala producer and of early Java producers do nothing today.",
    sources: ["ProducerConfig", "Kafka 0.11 and 2.0 upgrade notes", "KAFKA-6921"],
  },
  messages: {
    wholeFile: "This file is for the Scala producer, which is gone since 2.0: today's client ignores {keys}.",
    replaced: "{key} is a setting of producers before {removedIn} and is ignored today: {use} has taken its place.",
    gone: "{key} is a setting of producers before {removedIn} and is ignored today; nothing has taken its place.",
    modernise: "Rewrite for today's client",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) => {
    const whole = scalaProducerSettings(context);
    return whole === undefined ? eachKey(context) : [wholeFile(context, whole)];
  },
};

/** Six findings would say six times that the producer is another one. */
function wholeFile(context: RuleContext, settings: readonly Setting[]): Report {
  const [first] = settings;
  return {
    messageId: "wholeFile",
    data: { keys: settings.map(({ key }) => key).join(", ") },
    key: first?.key,
    span: first?.keySpan ?? { start: 0, end: 0 },
    fixes: modernised(context),
    tag: "deprecated",
  };
}

function eachKey(context: RuleContext): readonly Report[] {
  return settingsOfKind(context, "old-producer").map(({ setting, kind }): Report => {
    const { use, removedIn } = kind;
    const data = { key: setting.key, removedIn, use: use ?? "" };
    const successor = successorOf(context, setting, use);
    return keyReport(setting, {
      messageId: use === undefined ? "gone" : "replaced",
      data,
      ...(isSoAnyway(context, setting, use) ? { severity: "information" } : {}),
      tag: "deprecated",
      fixes: successor === undefined ? [removeKey(context, setting)] : replacement(context, setting, successor),
    });
  });
}

function replacement(context: RuleContext, setting: Setting, use: string): readonly Fix[] {
  const value = successorValue(use, setting.value);
  if (value === setting.value) return renameOrRemove(context, setting, use);
  const edits = context.document.edits.write([
    { kind: "rename", setting, key: use },
    { kind: "set", setting, value },
  ]);
  return [{ titleId: "rename", data: { use: `${use}=${value}` }, safety: "suggestion", edits }];
}

/** Whether today's client does what the old key asks for: it always sends in the background, and a successor may say the same. */
function isSoAnyway({ evaluation }: RuleContext, { key, value }: Setting, use: string | undefined): boolean {
  const wanted = value.trim();
  if (key === "producer.type") return wanted === "async";
  const text = use === undefined ? undefined : evaluation.values.get(use)?.text;
  return text !== undefined && plain(text) === plain(wanted);
}

function plain(text: string): string {
  return text.trim() === "-1" ? "all" : text.trim();
}
