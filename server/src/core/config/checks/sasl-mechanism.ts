import type { Draft } from "../draft.js";

/** From 3.3 an empty mechanism is refused when the security protocol uses SASL (CommonClientConfigs.postValidateSaslMechanismConfig). */
export function checkSaslMechanism(draft: Draft): void {
  if (!draft.since("3.3.0") || !usesSasl(draft) || draft.string("sasl.mechanism") !== "") return;
  const message =
    "Invalid value null for configuration sasl.mechanism: When the security.protocol configuration enables SASL, " +
    "mechanism must be non-null and non-empty string.";
  draft.failConfig("bare", { code: "sasl-mechanism", key: "sasl.mechanism", relatedKeys: ["security.protocol"], message });
}

/** Whether the security protocol is one of the SASL ones; the case of its letters is judged elsewhere. */
export function usesSasl(draft: Draft): boolean {
  return (draft.string("security.protocol") ?? "").toUpperCase().startsWith("SASL_");
}

/** Whether the security protocol uses TLS. */
export function usesSsl(draft: Draft): boolean {
  return (draft.string("security.protocol") ?? "").toUpperCase().endsWith("SSL");
}
