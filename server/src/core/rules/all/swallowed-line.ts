import { keyKind } from "../../catalog/key-kind.js";
import { secretsOf } from "../../dialects/document-secrets.js";
import { isPropertiesFile } from "../../dialects/properties-meaning.js";
import type { Setting } from "../../dialects/types.js";
import { backslashesIn, type Backslash } from "../../syntax/backslashes.js";
import { lostBackslashes } from "../lost-backslashes.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

export const swallowedLine: Rule = {
  meta: {
    id: "swallowed-line",
    severity: "warning",
    category: "syntax",
    summary: "A backslash at the end of a line makes the next line part of the value, even if it is a setting.",
    sources: ["java.util.Properties.load"],
  },
  messages: {
    swallowed: "This backslash makes the next line part of {key}, so {swallowed} is not set.",
    swallowedAgain: "This backslash makes the next line part of {key}, so {swallowed} is not set here.",
    swallowedBySecret: "This backslash makes the next line part of {key}, so the setting of that line is not set.",
    double: "Write the backslash twice",
    doubleAll: "Double every backslash of the value",
    remove: "Remove the backslash",
  },
  check: (context) =>
    isPropertiesFile(context.document)
      ? [...context.document.byKey.values()].flatMap((setting) => reportOn(context, setting))
      : [],
};

function reportOn(context: RuleContext, setting: Setting): readonly Report[] {
  const { text, byKey } = context.document;
  const { start, end } = setting.valueSpan;
  const written = text.slice(start, end);
  for (const backslash of backslashesIn(written)) {
    const swallowed = backslash.kind === "line" ? swallowedKey(context, setting, written, backslash) : undefined;
    if (swallowed === undefined) continue;
    const at = start + backslash.at;
    // Within a password even the name of the next setting is a part of it.
    const isHidden = secretsOf(context.document).hide(swallowed, setting.key) !== swallowed;
    return [
      {
        messageId: isHidden ? "swallowedBySecret" : byKey.has(swallowed) ? "swallowedAgain" : "swallowed",
        data: { key: setting.key, swallowed },
        key: setting.key,
        span: { start: at, end: at + 1 },
        fixes: [fixOf(context, setting, at)],
      },
    ];
  }
  return [];
}

/** `key =` of the next line. The options of a login module have dots as well, and a list goes on after a comma. */
const SETTING = /^([\w-]+(?:\.[\w-]+)*)[ \t]*(?:=|:(?!\d))/;

function swallowedKey(
  { catalog, document }: RuleContext,
  setting: Setting,
  written: string,
  { at, end }: Backslash,
): string | undefined {
  const [, key] = SETTING.exec(written.slice(end, end + 200)) ?? [];
  if (key === undefined) return undefined;
  if (catalog.keys.has(key)) return key;
  const { text } = document;
  const isListOrJaas = /[,;]\s*$/.test(written.slice(Math.max(0, at - 10), at)) || /jaas\.config$/.test(setting.key);
  const hasEquals = text.charAt(setting.valueSpan.start + end + key.length) === "=";
  if (isListOrJaas || !key.includes(".") || !hasEquals) return undefined;
  const { kind } = keyKind(key, catalog.version);
  return kind === "unknown" && !catalog.keys.has(setting.key) ? undefined : key;
}

/** Where a backslash is meant it is written twice, with the others of the value; else it goes with the blanks before it. */
function fixOf(context: RuleContext, setting: Setting, at: number): Fix {
  const { start } = setting.valueSpan;
  const before = context.document.text.slice(start, at);
  const line = { ...setting, valueSpan: { start, end: at } };
  const lost = lostBackslashes(context, line);
  if (lost?.places.includes(at) === true)
    return { titleId: lost.edits.length > 1 ? "doubleAll" : "double", safety: "suggestion", edits: lost.edits };
  const edits = [{ span: { start: start + before.trimEnd().length, end: at + 1 }, newText: "" }];
  return { titleId: "remove", safety: "suggestion", edits };
}
