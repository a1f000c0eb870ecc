import { failureOfKey } from "../support.js";
import type { Report, Rule } from "../types.js";

/** Settings that are read as written, without the trimming that ConfigDef does (AbstractConfig.originals). */
const UNTRIMMED =
  /^(config\.providers(\..+\.class)?|(key\.|value\.)?serializer\.encoding|default\.list\.(key|value)\.serde\.inner)$/;

export const untrimmedValue: Rule = {
  meta: {
    id: "untrimmed-value",
    severity: "warning",
    category: "syntax",
    summary: "A few settings are not trimmed: a blank at the end becomes part of the value.",
    sources: ["AbstractConfig.originals", "java.util.Properties.load"],
  },
  messages: {
    trailing: "The white space around the value of {key} counts: the client does not trim this setting.",
    remove: "Remove the white space",
  },
  check: (context) =>
    [...context.document.byKey.values()].flatMap((setting): readonly Report[] => {
      const { key, value } = setting;
      if (!UNTRIMMED.test(key) || failureOfKey(context, key) !== undefined) return [];
      const clean = value.trim().replace(/\s*,\s*/g, ",");
      if (clean === value || (value.trim() === value && key !== "config.providers")) return [];
      const edits = context.document.edits.replacePart(setting, 0, value.length, clean);
      return [
        {
          messageId: "trailing",
          data: { key },
          key,
          span: setting.spanOf(0, value.length),
          fixes: [{ titleId: "remove", safety: "safe", edits }],
        },
      ];
    }),
};
