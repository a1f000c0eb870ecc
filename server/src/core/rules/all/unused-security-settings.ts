import { javaTrim } from "../../config/parse-value.js";
import type { Setting } from "../../dialects/types.js";
import { protocolOf } from "../connection-security.js";
import { described } from "../support.js";
import { ADVICE_TITLES, textOf, writeFix } from "../support-advice.js";
import { acceptedChange, type Change } from "../../changes/changes.js";
import { changeEdits } from "../../changes/write-changes.js";
import { PASSWORD_MARKS } from "../store-passwords.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const PROTOCOL = "security.protocol";

/** Settings that nobody writes who does not want a login. */
const LOGIN =
  /^sasl\.(jaas\.config|mechanism|kerberos\.service\.name|(login|client)\.callback\.handler\.class|oauthbearer\.token\.endpoint\.url)$/;
/** Settings that nobody writes who does not want TLS. */
const TLS =
  /^ssl\.((truststore|keystore)\.(location|password)|truststore\.certificates|keystore\.(key|certificate\.chain)|key\.password)$/;

export const unusedSecuritySettings: Rule = {
  meta: {
    id: "unused-security-settings",
    severity: "warning",
    category: "security",
    summary: "Settings of SASL and TLS do nothing unless security.protocol asks for SASL and TLS.",
    sources: ["ChannelBuilders.clientChannelBuilder", "KAFKA-13689"],
  },
  messages: {
    ...ADVICE_TITLES,
    noLogin: "The client does not log in: with {protocol} it ignores the sasl.* settings of this file.",
    noTls: "The client does not encrypt: with {protocol} it ignores the ssl.* settings of this file.",
    neither:
      "The client neither encrypts nor logs in: with {protocol} it ignores the ssl.* and sasl.* settings of this file.",
    writeBoth: "Write security.protocol={protocol} and {key}={value}",
    unused: "{key} is ignored, too",
  },
  check: (context) => {
    const protocol = protocolOf(context);
    if (protocol === undefined) return [];
    const login = protocol.startsWith("SASL_") ? [] : telling(context, LOGIN);
    const tls = protocol.endsWith("SSL") || usesTlsElsewhere(context, protocol) ? [] : telling(context, TLS);
    const [first] = [...login, ...tls];
    return first === undefined ? [] : [reportOn(context, first, login, tls)];
  },
};

/** The settings that ask for something; empty ones and the default mechanism do not. */
function telling({ document }: RuleContext, keys: RegExp): readonly Setting[] {
  return [...document.byKey.values()].filter(({ key, value }) => {
    const text = javaTrim(value);
    return keys.test(key) && text !== "" && !(key === "sasl.mechanism" && text === "GSSAPI");
  });
}

/** An OAuth login may fetch its token over TLS although the brokers are reached without. */
function usesTlsElsewhere(context: RuleContext, protocol: string): boolean {
  return protocol === "SASL_PLAINTEXT" && textOf(context, "sasl.mechanism") === "OAUTHBEARER";
}

function reportOn(context: RuleContext, first: Setting, login: readonly Setting[], tls: readonly Setting[]): Report {
  const unused = [...login, ...tls];
  const wanted = login.length > 0 || protocolOf(context) === "SASL_PLAINTEXT" ? "SASL_SSL" : "SSL";
  const messageId = login.length === 0 ? "noTls" : tls.length === 0 ? "noLogin" : "neither";
  return {
    messageId,
    data: { protocol: described(context, PROTOCOL) },
    key: first.key,
    span: first.keySpan,
    severity: severityOf(context, login),
    related: unused
      .filter((setting) => setting !== first)
      .map((setting) => ({ span: setting.keySpan, messageId: "unused", data: { key: setting.key } })),
    fixes: protocolFixes(context, wanted),
  };
}

/** The protocol, with the password that a key store then needs; nothing where the client would refuse the result. */
function protocolFixes(context: RuleContext, wanted: string): readonly Fix[] {
  const { evaluation, catalog, document } = context;
  const protocol: Change = { key: PROTOCOL, value: wanted };
  if (acceptedChange(evaluation, [protocol], catalog) !== undefined)
    return [writeFix(context, PROTOCOL, wanted, document.byKey.get("bootstrap.servers"))];
  const [key, value] = ["ssl.keystore.password", PASSWORD_MARKS["ssl.keystore.password"] ?? ""];
  const changes = [protocol, { key, value }];
  if (document.byKey.has(key) || acceptedChange(evaluation, changes, catalog) === undefined) return [];
  const data = { protocol: wanted, key, value };
  return [{ titleId: "writeBoth", data, safety: "suggestion", edits: changeEdits(document, changes) }];
}

/** A forgotten protocol is a mistake; a file without brokers is a part of a configuration, and PLAINTEXT may be written on purpose. */
function severityOf({ document }: RuleContext, login: readonly Setting[]): "warning" | "information" {
  const protocol = document.byKey.get(PROTOCOL);
  if (protocol === undefined) return document.byKey.has("bootstrap.servers") ? "warning" : "information";
  return login.length > 0 && javaTrim(protocol.value).toUpperCase() === "SSL" ? "warning" : "information";
}
