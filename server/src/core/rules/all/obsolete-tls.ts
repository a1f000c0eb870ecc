import { isAtLeast } from "../../catalog/version.js";
import { javaTrim } from "../../config/parse-value.js";
import type { Setting } from "../../dialects/types.js";
import { usesTls } from "../connection-security.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, writeFix } from "../support-advice.js";
import { elementsOf } from "../support-lists.js";
import type { Report, Rule, RuleContext } from "../types.js";

const LIST = "ssl.enabled.protocols";
const CONTEXT = "ssl.protocol";
/** Off in Java since 2021 (8u291, 11.0.11, 16): jdk.tls.disabledAlgorithms. */
const OBSOLETE: ReadonlySet<string> = new Set(["SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.1"]);

export const obsoleteTls: Rule = {
  meta: {
    id: "obsolete-tls",
    severity: "warning",
    category: "security",
    summary: "TLS 1.1 and older are switched off in current JVMs: with nothing else allowed every connection fails.",
    sources: ["jdk.tls.disabledAlgorithms", "RFC 8996", "SslConfigs.SSL_ENABLED_PROTOCOLS_DOC"],
  },
  messages: {
    ...ADVICE_TITLES,
    fails: "The producer starts, and every connection fails at run time: Java has {names} switched off since 2021.",
    ignored: "Java has {names} switched off since 2021: only the other versions of this list are used.",
  },
  check: (context) => (usesTls(context) ? [...checkList(context), ...checkContext(context)] : []),
};

function checkList(context: RuleContext): readonly Report[] {
  const setting = context.document.byKey.get(LIST);
  if (setting === undefined || context.evaluation.unresolved.has(LIST)) return [];
  const names = elementsOf(setting.value).flatMap(({ text }) => (text === "" ? [] : [text]));
  const obsolete = names.filter((name) => OBSOLETE.has(name));
  if (obsolete.length === 0) return [];
  const rest = names.filter((name) => !OBSOLETE.has(name));
  const wanted = rest.length > 0 ? rest : ["TLSv1.2", ...(hasTls13(context) ? ["TLSv1.3"] : [])];
  return [reportOn(context, setting, obsolete, rest.length > 0 ? "ignored" : "fails", wanted.join(","))];
}

function checkContext(context: RuleContext): readonly Report[] {
  const setting = context.document.byKey.get(CONTEXT);
  const name = javaTrim(setting?.value ?? "");
  if (setting === undefined || !OBSOLETE.has(name)) return [];
  return [reportOn(context, setting, [name], "fails", hasTls13(context) ? "TLSv1.3" : "TLSv1.2")];
}

function hasTls13(context: RuleContext): boolean {
  return isAtLeast(context.catalog.version, "2.6.0");
}

function reportOn(
  context: RuleContext,
  setting: Setting,
  obsolete: readonly string[],
  messageId: "fails" | "ignored",
  wanted: string,
): Report {
  return {
    messageId,
    data: { names: obsolete.join(", ") },
    key: setting.key,
    span: valueOrKey(setting),
    severity: messageId === "fails" ? "warning" : "information",
    fixes: [writeFix(context, setting.key, wanted)],
  };
}
