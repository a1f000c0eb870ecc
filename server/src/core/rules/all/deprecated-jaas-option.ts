import { parseJaas, type JaasOption } from "../../config/jaas/parse-jaas.js";
import type { Setting, WriteStep } from "../../dialects/types.js";
import { simpleName } from "../support-classes.js";
import { textOf } from "../support-advice.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

const JAAS = "sasl.jaas.config";
const CREDENTIALS = "sasl.oauthbearer.client.credentials.client.";

/** The settings that have taken the place of options of the login module (KIP-1139). */
const SUCCESSORS: Readonly<Record<string, string>> = {
  clientId: `${CREDENTIALS}id`,
  clientSecret: `${CREDENTIALS}secret`,
  scope: "sasl.oauthbearer.scope",
};

export const deprecatedJaasOption: Rule = {
  meta: {
    id: "deprecated-jaas-option",
    severity: "information",
    category: "security",
    since: "4.1.0",
    summary: "From 4.1 clientId, clientSecret and scope are settings of their own; the JAAS options are deprecated.",
    sources: ["KIP-1139", "OAuthBearerLoginCallbackHandler"],
  },
  messages: {
    deprecated: "{options} in sasl.jaas.config: deprecated since 4.1, where settings of their own exist.",
    ignored:
      "{options} in sasl.jaas.config: the client takes the settings of their own, which are there, and ignores this.",
    move: "Move to sasl.oauthbearer.* settings",
    remove: "Remove what the settings replace",
  },
  check: (context) => {
    const setting = context.document.byKey.get(JAAS);
    const handler = textOf(context, "sasl.login.callback.handler.class") ?? "";
    if (setting === undefined || simpleName(handler) !== "OAuthBearerLoginCallbackHandler") return [];
    const result = parseJaas(setting.value);
    if (!result.ok) return [];
    const old = Object.keys(SUCCESSORS).flatMap((name) => {
      const option = result.entry.options.get(name);
      return option === undefined ? [] : [{ name, option }];
    });
    return old.length === 0 ? [] : [reportOn(context, setting, old)];
  },
};

type OldOption = Readonly<{ name: string; option: JaasOption }>;

function reportOn(context: RuleContext, setting: Setting, old: readonly OldOption[]): Report {
  const [first] = old;
  return {
    messageId: old.every((option) => hasSuccessor(context, option)) ? "ignored" : "deprecated",
    data: { options: old.map(({ name }) => name).join(", ") },
    key: JAAS,
    span: setting.spanOf(first?.option.key.start ?? 0, first?.option.key.end ?? 0),
    fixes: moveFixes(context, setting, old),
    tag: "deprecated",
  };
}

/** Where both are there the client takes the setting (ConfigOrJaas of KIP-1139). */
function hasSuccessor({ document }: RuleContext, { name }: OldOption): boolean {
  return document.byKey.has(ownOf(SUCCESSORS, name) ?? "");
}

/** One edit: the options leave the JAAS text with the blanks before them, and come back as settings unless those are there. */
function moveFixes(context: RuleContext, setting: Setting, old: readonly OldOption[]): readonly Fix[] {
  const { edits } = context.document;
  const removal = old.map(({ option }): WriteStep => {
    const before = setting.value.slice(0, option.key.start);
    return { kind: "part", setting, start: before.trimEnd().length, end: option.part.end, text: "" };
  });
  const moved = old.filter((option) => !hasSuccessor(context, option));
  if (moved.length === 0) return [{ titleId: "remove", safety: "safe", edits: edits.write(removal) }];
  const insertion = moved.map(({ name, option }): WriteStep => ({
    kind: "insert",
    key: ownOf(SUCCESSORS, name) ?? "",
    value: option.value,
    after: setting,
  }));
  return [{ titleId: "move", safety: "suggestion", edits: edits.write([...removal, ...insertion]) }];
}
