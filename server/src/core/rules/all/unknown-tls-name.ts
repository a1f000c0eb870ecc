import type { Setting } from "../../dialects/types.js";
import { usesTls } from "../connection-security.js";
import { javaCipherSuite } from "../openssl-ciphers.js";
import { adviceOn, givenSetting } from "../support-advice.js";
import { elementsOf, type ListElement } from "../support-lists.js";
import { shown } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const PROTOCOLS = "ssl.enabled.protocols";
const CIPHERS = "ssl.cipher.suites";

/** The names of sun.security.ssl.ProtocolVersion; other JVMs have more, so only near misses are reported. */
const KNOWN_PROTOCOLS: readonly string[] = ["TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1", "SSLv3", "SSLv2Hello"];

export const unknownTlsName: Rule = {
  meta: {
    id: "unknown-tls-name",
    severity: "warning",
    category: "security",
    summary: "TLS protocols and cipher suites are named as Java does: TLSv1.3, TLS_AES_128_GCM_SHA256.",
    sources: ["javax.net.ssl.SSLEngine.setEnabledProtocols", "Java Security Standard Algorithm Names"],
  },
  messages: {
    protocol: "{value} is no TLS protocol, {expected} is: the producer starts, but every connection fails.",
    cipher:
      "{value} is the name that OpenSSL has for a cipher suite, not Java: the producer starts, but every connection fails.",
    cipherCase: "{value} is no cipher suite, {expected} is: the producer starts, but every connection fails.",
    replace: "Replace with {expected}",
  },
  check: (context) => {
    if (!usesTls(context)) return [];
    const protocols = givenSetting(context, PROTOCOLS);
    const ciphers = givenSetting(context, CIPHERS);
    return [
      ...(protocols === undefined ? [] : elementsOf(protocols.value).flatMap((it) => protocol(context, protocols, it))),
      ...(ciphers === undefined ? [] : elementsOf(ciphers.value).flatMap((it) => cipher(context, ciphers, it))),
    ];
  },
};

/** `TLS1.3`, `TLSv13` and `tlsv1.3` are the same word to a person and none to Java. */
function protocol(context: RuleContext, setting: Setting, element: ListElement): readonly Report[] {
  if (KNOWN_PROTOCOLS.includes(element.text)) return [];
  const expected = KNOWN_PROTOCOLS.find((name) => bare(name) === bare(element.text));
  return expected === undefined ? [] : [report(context, setting, element, "protocol", expected)];
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/(?<=^[a-z]{3})v/, "");
}

/** Java's names are TLS_… and SSL_… in upper case; OpenSSL's have hyphens. */
function cipher(context: RuleContext, setting: Setting, element: ListElement): readonly Report[] {
  const { text } = element;
  if (/^[A-Z0-9]+(?:-[A-Z0-9]+)+$/.test(text))
    return [report(context, setting, element, "cipher", javaCipherSuite(text))];
  const upper = text.toUpperCase();
  if (text === upper || !/^(?:TLS|SSL)_\w+$/.test(upper)) return [];
  return [report(context, setting, element, "cipherCase", upper)];
}

function report(
  context: RuleContext,
  setting: Setting,
  { text, start, end }: ListElement,
  messageId: string,
  expected: string | undefined,
): Report {
  const fixes: readonly Fix[] =
    expected === undefined
      ? []
      : [
          {
            titleId: "replace",
            data: { expected },
            safety: "safe",
            edits: context.document.edits.replacePart(setting, start, end, expected),
          },
        ];
  const data = { value: shown(text), expected: expected ?? "" };
  return adviceOn(context, setting, { messageId, data, fixes, span: setting.spanOf(start, end) });
}
