import { javaTrim } from "../../config/parse-value.js";
import { usesSasl } from "../connection-security.js";
import { adviceOn, isGiven, givenSetting } from "../support-advice.js";
import { mechanismsOfFile } from "../support-jaas.js";
import { setFix, shown, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

const KEY = "sasl.mechanism";

/** The mechanisms of Apache Kafka; others come with a callback handler of a vendor, such as AWS_MSK_IAM. */
const KNOWN: readonly string[] = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI", "OAUTHBEARER"];

/** Words that people write in their place. */
const MEANT: Readonly<Record<string, string>> = {
  kerberos: "GSSAPI",
  oauth: "OAUTHBEARER",
  oauth2: "OAUTHBEARER",
  bearer: "OAUTHBEARER",
  saslplain: "PLAIN",
  sha256: "SCRAM-SHA-256",
  sha512: "SCRAM-SHA-512",
  scram256: "SCRAM-SHA-256",
  scram512: "SCRAM-SHA-512",
};

export const unknownSaslMechanism: Rule = {
  meta: {
    id: "unknown-sasl-mechanism",
    severity: "warning",
    category: "security",
    summary:
      "The name of a SASL mechanism must be exact, upper case and hyphens included; else no connection succeeds.",
    sources: ["org.apache.kafka.common.security.authenticator.SaslClientAuthenticator.createSaslClient"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    nearly: "{value} is no mechanism, {expected} is: the producer starts, but every connection fails.",
    incomplete:
      "{value} is no mechanism, SCRAM-SHA-256 and SCRAM-SHA-512 are: the producer starts, but every connection fails.",
  },
  check: (context) => {
    const setting = givenSetting(context, KEY);
    if (setting === undefined || !usesSasl(context) || isGiven(context, "sasl.client.callback.handler.class"))
      return [];
    const value = javaTrim(setting.value);
    if (value === "" || KNOWN.includes(value)) return [];
    const expected = expectedFor(context, value);
    const [first] = expected;
    if (first === undefined) return [];
    const safety = bareName(first) === bareName(value) ? "safe" : "suggestion";
    const fixes = expected.flatMap((name) => setFix(context, KEY, name, safety));
    const data = { value: shown(value), expected: first };
    return [
      adviceOn(context, setting, {
        messageId: expected.length > 1 ? "incomplete" : "nearly",
        data,
        fixes,
        clientMessage: `Failed to create SaslClient with mechanism ${value}`,
      }),
    ];
  },
};

/** The mechanism that is meant; both of SCRAM when the hash is missing, none when it may be a vendor's. */
function expectedFor(context: RuleContext, value: string): readonly string[] {
  const bare = bareName(value);
  if (bare === "scram" || bare === "scramsha") return KNOWN.filter((name) => name.startsWith("SCRAM"));
  const same = KNOWN.find((name) => bareName(name) === bare) ?? ownOf(MEANT, bare);
  if (same !== undefined) return [same];
  const isSlip = bare.length > 3 && KNOWN.some((name) => bareName(name).startsWith(bare));
  return isSlip ? mechanismsOfFile(context).filter((name) => bareName(name).startsWith(bare)) : [];
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
