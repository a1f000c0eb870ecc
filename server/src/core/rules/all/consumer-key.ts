import { removeKey, settingsOfKind } from "../key-reports.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

type Found = ReturnType<typeof foreignSettings>;

export const consumerKey: Rule = {
  meta: {
    id: "consumer-key",
    severity: "information",
    category: "keys",
    summary: "Settings of consumers and admin clients do nothing in a producer.",
    sources: ["ConsumerConfig", "AdminClientConfig"],
  },
  messages: {
    consumer: "{key} is a consumer setting: a producer ignores it.",
    admin: "{key} is a setting of the admin client: a producer ignores it.",
    several: "{keys} are settings of consumers or of the admin client: a producer ignores them.",
    ignored: "{key} is ignored too",
    remove: "Remove {key}",
    removeAll: "Remove all {count}",
  },
  check: (context) => {
    const found = foreignSettings(context);
    return found.length === 0 ? [] : [reportOn(context, found)];
  },
};

function foreignSettings(context: RuleContext): ReturnType<typeof settingsOfKind<"consumer" | "admin">> {
  return settingsOfKind(context, "consumer", "admin");
}

/** A file that several clients share has many of them for one reason: it is told once. */
function reportOn(context: RuleContext, found: Found): Report {
  const [first, ...others] = found;
  const key = first?.setting.key ?? "";
  const keys = found.map(({ setting }) => setting.key).join(", ");
  return {
    messageId: others.length > 0 ? "several" : (first?.kind.kind ?? "consumer"),
    data: { key, keys },
    key,
    span: first?.setting.keySpan ?? { start: 0, end: 0 },
    related: others.map(({ setting }) => ({
      span: setting.keySpan,
      messageId: "ignored",
      data: { key: setting.key },
    })),
    tag: "unnecessary",
    fixes: [removal(context, found)],
  };
}

function removal(context: RuleContext, found: Found): Fix {
  const [first] = found;
  if (found.length === 1 && first !== undefined) return removeKey(context, first.setting);
  const edits = context.document.edits.write(found.map(({ setting }) => ({ kind: "remove", setting })));
  return { titleId: "removeAll", data: { count: found.length }, safety: "suggestion", edits };
}
