import type { ConfigDocument, Setting } from "../../dialects/types.js";
import type { Report, Rule } from "../types.js";

export const duplicateKey: Rule = {
  meta: {
    id: "duplicate-key",
    severity: "warning",
    category: "syntax",
    summary: "The same key twice: the last one wins without a word.",
    sources: ["java.util.Properties.load"],
  },
  messages: {
    overridden: "{key} is set again in line {line}, which wins: this value is never used.",
    repeated: "{key} is set again in line {line} to the same value.",
    winner: "This {key} wins",
    remove: "Remove this {key}",
  },
  check: ({ document }) =>
    overriddenIn(document).flatMap((setting): readonly Report[] => {
      const winner = document.byKey.get(setting.key);
      if (winner === undefined) return [];
      const same = setting.value === winner.value;
      return [
        {
          messageId: same ? "repeated" : "overridden",
          data: { key: setting.key, line: winner.line },
          key: setting.key,
          span: setting.keySpan,
          severity: same ? "hint" : "warning",
          tag: "unnecessary",
          related: [{ span: winner.keySpan, messageId: "winner", data: { key: setting.key } }],
          fixes: [
            { titleId: "remove", data: { key: setting.key }, safety: "safe", edits: document.edits.remove(setting) },
          ],
        },
      ];
    }),
};

function overriddenIn({ settings, byKey }: ConfigDocument): readonly Setting[] {
  return settings.length === byKey.size ? [] : settings.filter((setting) => setting.overridden);
}
