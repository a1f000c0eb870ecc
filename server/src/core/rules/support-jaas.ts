import type { Failure } from "../config/evaluation.js";
import { isJaasWord } from "../catalog/jaas-words.js";
import { parseJaas, type JaasEntry, type Part } from "../config/jaas/parse-jaas.js";
import { javaTrim } from "../config/parse-value.js";
import type { Setting } from "../dialects/types.js";
import { FLAGS } from "./jaas-mistakes.js";
import { clientMessageOf } from "./support.js";
import { usesSasl } from "./connection-security.js";
import { givenSetting } from "./support-advice.js";
import { nearestOf } from "./support-values.js";
import type { RuleContext } from "./types.js";
import { ownOf } from "../text/own.js";

const PLAIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";
const SCRAM_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule";
const OAUTH_MODULE = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";
const KERBEROS_MODULE = "com.sun.security.auth.module.Krb5LoginModule";

/** The login modules whose options and mechanisms rules look at. */
export const MODULES: { readonly plain: string; readonly scram: string } = { plain: PLAIN_MODULE, scram: SCRAM_MODULE };

/** The mechanisms that a login module serves, the usual one first. */
const MECHANISMS: Readonly<Record<string, readonly string[]>> = {
  [PLAIN_MODULE]: ["PLAIN"],
  [SCRAM_MODULE]: ["SCRAM-SHA-512", "SCRAM-SHA-256"],
  [OAUTH_MODULE]: ["OAUTHBEARER"],
  [KERBEROS_MODULE]: ["GSSAPI"],
};

/** Marks to be filled in: a name that looks real would start, and every login would fail. */
const CREDENTIALS = ' username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}"';

/** What follows the module's name in a text that a person completes. */
const OPTIONS: Readonly<Record<string, string>> = {
  [PLAIN_MODULE]: CREDENTIALS,
  [SCRAM_MODULE]: CREDENTIALS,
  [OAUTH_MODULE]: "",
  [KERBEROS_MODULE]: " useTicketCache=true",
};

/** The login modules by which clients of Kafka log in, without those of other vendors. */
export const LOGIN_MODULES: readonly string[] = Object.keys(MECHANISMS);

/** The mechanisms that fit the login module of the file; all of them when the file names none. */
export function mechanismsOfFile(context: RuleContext): readonly string[] {
  const result = parseJaas(context.document.byKey.get("sasl.jaas.config")?.value ?? "");
  return result.ok ? (ownOf(MECHANISMS, result.entry.loginModule) ?? []) : [];
}

/** The login that sasl.jaas.config describes for a module of Kafka's own, its module's place in the decoded value. */
export interface FirstPartyLogin {
  readonly setting: Setting;
  readonly module: string;
  readonly part: Part;
  readonly options: JaasEntry["options"];
  /** Where the text without blanks around it begins: the places of options count from there. */
  readonly offset: number;
}

/** The login in use; undefined without SASL, when the text cannot be read, and for modules of others. */
export function firstPartyLogin(context: RuleContext): FirstPartyLogin | undefined {
  const setting = givenSetting(context, "sasl.jaas.config");
  if (setting === undefined || !usesSasl(context)) return undefined;
  const text = javaTrim(setting.value);
  const result = parseJaas(text);
  if (!result.ok || !LOGIN_MODULES.includes(result.entry.loginModule)) return undefined;
  const { loginModule, modulePart, options } = result.entry;
  const offset = setting.value.indexOf(text);
  const part = { start: offset + modulePart.start, end: offset + modulePart.end };
  return { setting, module: loginModule, part, options, offset };
}

/** A JAAS text to be completed, for a mechanism; undefined for mechanisms of other vendors. */
export function jaasTemplate(mechanism: string): string | undefined {
  const module = moduleOf(mechanism);
  return module === undefined ? undefined : `${module} required${ownOf(OPTIONS, module) ?? ""};`;
}

/** The client's words about sasl.jaas.config without what it quotes of the text, unless that is certainly no secret. */
export function withoutSecret(failure: Failure): string {
  const about = String(failure.data["about"] ?? failure.data["name"] ?? "");
  const message = clientMessageOf(failure);
  const isCount = failure.data["problem"] === "several-modules";
  const isHarmless = about === "" || isCount || isJaasWord(about);
  if (isHarmless || nearestOf(about, FLAGS) !== undefined) return message;
  const quoted = `'${about}'`;
  return message.includes(quoted) ? message.replaceAll(quoted, "'***'") : message.replaceAll(about, "***");
}

/** Whether a text is a full class name as Java people write them. */
export function isClassName(text: string): boolean {
  return /^(?:[a-z_]\w*\.)+[A-Z][\w$]*$/.test(text);
}

/** The login module of a mechanism; undefined for mechanisms of other vendors. */
export function moduleOf(mechanism: string): string | undefined {
  return LOGIN_MODULES.find((name) => ownOf(MECHANISMS, name)?.includes(mechanism));
}
