import type { Draft } from "../draft.js";

/** The constants of org.apache.kafka.common.security.auth.SecurityProtocol. */
export const SECURITY_PROTOCOLS: readonly string[] = ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"];

/** From 3.3 an empty mechanism is refused when the security protocol uses SASL (CommonClientConfigs.postValidateSaslMechanismConfig). */
export function checkSaslMechanism(draft: Draft): void {
  if (!draft.since("3.3.0") || !usesSasl(draft) || draft.string("sasl.mechanism") !== "") return;
  const message =
    "Invalid value null for configuration sasl.mechanism: When the security.protocol configuration enables SASL, " +
    "mechanism must be non-null and non-empty string.";
  draft.failConfig("bare", {
    code: "sasl-mechanism",
    key: "sasl.mechanism",
    relatedKeys: ["security.protocol"],
    message,
  });
}

/** The security protocol that is in use; undefined when it cannot be known or is none. SecurityProtocol.forName takes any case. */
function securityProtocol(draft: Draft): string | undefined {
  const protocol = draft.string("security.protocol")?.toUpperCase();
  return protocol !== undefined && SECURITY_PROTOCOLS.includes(protocol) ? protocol : undefined;
}

/** Whether the security protocol is one of the SASL ones. */
export function usesSasl(draft: Draft): boolean {
  return securityProtocol(draft)?.startsWith("SASL_") ?? false;
}

/** Whether the security protocol uses TLS. */
export function usesSsl(draft: Draft): boolean {
  return securityProtocol(draft)?.endsWith("SSL") ?? false;
}
