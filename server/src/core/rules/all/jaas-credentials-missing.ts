import { adviceOn, isGiven, textOf } from "../support-advice.js";
import { simpleName } from "../support-classes.js";
import { firstPartyLogin, MODULES, type FirstPartyLogin } from "../support-jaas.js";
import type { TextEdit } from "../../text/span.js";
import type { Fix, Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

/** Other ways to come by a name and a password. */
const CUSTOM: readonly string[] = [
  "sasl.client.callback.handler.class",
  "sasl.login.callback.handler.class",
  "sasl.login.class",
];

/** What people write in place of an option, in any case. */
const MEANT: Readonly<Record<string, RegExp>> = {
  username: /^(?:user|user[_-]?name|login|usr)$/i,
  password: /^(?:pass|pass[_-]?word|passwd|pwd|pw)$/i,
};

/** Marks that stand there until somebody writes the real one, or a template does. */
const SAMPLES: Readonly<Record<string, string>> = {
  username: "${KAFKA_USERNAME}",
  password: "${KAFKA_PASSWORD}",
};

export const jaasCredentialsMissing: Rule = {
  meta: {
    id: "jaas-credentials-missing",
    severity: "warning",
    category: "security",
    summary:
      "PLAIN and SCRAM log in with the options username and password; nothing asks for them before a connection.",
    sources: [
      "org.apache.kafka.common.security.plain.PlainLoginModule",
      "org.apache.kafka.common.security.scram.ScramLoginModule",
    ],
  },
  messages: {
    missing: "{module} has no option {option}: the producer starts, but every connection fails.",
    rename: "Rename to {options}",
    insert: "Add {options}, to be filled in",
    both: "Rename to {options}, and add {added}, to be filled in",
    neither: "{module} has no option username and no option password: the producer starts, but every connection fails.",
  },
  check: (context) => {
    const login = firstPartyLogin(context);
    if (login === undefined || (login.module !== MODULES.plain && login.module !== MODULES.scram)) return [];
    const mechanism = textOf(context, "sasl.mechanism") ?? "";
    if (isGiven(context, ...CUSTOM) || !/^(?:PLAIN|SCRAM-SHA-.*)$/.test(mechanism)) return [];
    const missing = ["username", "password"].filter((name) => !login.options.has(name));
    if (missing.length === 0) return [];
    return [
      adviceOn(context, login.setting, {
        messageId: missing.length === 1 ? "missing" : "neither",
        data: { module: simpleName(login.module), option: missing[0] ?? "" },
        span: login.setting.spanOf(login.part.start, login.part.end),
        fixes: completion(context, login, missing),
        clientMessage: "Cannot get userid/password",
      }),
    ];
  },
};

/** Options that have another name get the right one; the others are added behind the last option, or else the flag. */
function completion({ document }: RuleContext, login: FirstPartyLogin, missing: readonly string[]): readonly Fix[] {
  const { setting, options, offset } = login;
  const names = [...options].flatMap(([name, { key }]) => {
    const meant = missing.find((option) => ownOf(MEANT, option)?.test(name) === true);
    return meant === undefined ? [] : [{ meant, start: offset + key.start, end: offset + key.end }];
  });
  const renamed = missing.filter((option) => names.filter(({ meant }) => meant === option).length === 1);
  const added = missing.filter((option) => !renamed.includes(option));
  const edits: TextEdit[] = names
    .filter(({ meant }) => renamed.includes(meant))
    .flatMap(({ meant, start, end }) => document.edits.replacePart(setting, start, end, meant));
  if (added.length > 0) {
    const at = endOfOptions(login);
    const text = added.map((option) => ` ${option}="${ownOf(SAMPLES, option) ?? ""}"`).join("");
    // An empty place inside an escaped value has no span of its own: the character before is written again.
    edits.push(...document.edits.replacePart(setting, at - 1, at, setting.value.slice(at - 1, at) + text));
  }
  const titleId = renamed.length === 0 ? "insert" : added.length === 0 ? "rename" : "both";
  const data = { options: (renamed.length === 0 ? added : renamed).join(", "), added: added.join(", ") };
  return [{ titleId, data, safety: "suggestion", edits }];
}

function endOfOptions({ setting, part, options, offset }: FirstPartyLogin): number {
  const last = Math.max(0, ...[...options.values()].map((option) => offset + option.part.end));
  const flag = /^\s+\w+/.exec(setting.value.slice(part.end));
  return last > 0 ? last : part.end + (flag?.[0].length ?? 0);
}
