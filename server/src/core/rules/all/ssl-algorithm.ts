import { failuresOf } from "../support.js";
import { failureReport, removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule } from "../types.js";

export const sslAlgorithm: Rule = {
  meta: {
    id: "ssl-algorithm",
    severity: "error",
    category: "security",
    summary:
      "Names of TLS protocols, algorithms and providers must not be empty; whether others exist depends on the JVM.",
    sources: ["org.apache.kafka.common.security.ssl.DefaultSslEngineFactory", "javax.net.ssl.SSLContext"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    empty: "{key} has no value, and the empty name is none that a JVM knows: the producer does not start.",
    unknown: "{key} names nothing that a JVM knows: the producer does not start.",
  },
  check: (context) =>
    failuresOf(context, "ssl-algorithm").map((failure): Report =>
      failureReport(context, failure, {
        messageId: failure.data["name"] === "" ? "empty" : "unknown",
        data: { key: failure.key },
        fixes: removeFix(context, failure.key),
      }),
    ),
};
