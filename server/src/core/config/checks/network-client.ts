import type { Draft } from "../draft.js";
import { checkSasl } from "./sasl.js";
import { SECURITY_PROTOCOLS, usesSasl, usesSsl } from "./sasl-mechanism.js";
import { checkSsl } from "./ssl.js";

/** The network client: security protocol, then JAAS and login, then the TLS context (ClientUtils.createChannelBuilder). */
export function checkNetworkClient(draft: Draft): void {
  checkSecurityProtocol(draft);
  if (usesSasl(draft)) checkSasl(draft);
  if (usesSsl(draft)) checkSsl(draft);
}

/** Up to 3.2 the protocol's name is looked up here; later ConfigDef validates it. */
function checkSecurityProtocol(draft: Draft): void {
  const protocol = draft.string("security.protocol");
  if (draft.since("3.3.0") || protocol === undefined || SECURITY_PROTOCOLS.includes(protocol.toUpperCase())) return;
  const message = `No enum constant org.apache.kafka.common.security.auth.SecurityProtocol.${protocol.toUpperCase()}`;
  draft.fail("network", {
    code: "not-a-choice",
    key: "security.protocol",
    cause: { class: "IllegalArgumentException", message },
    data: { choices: SECURITY_PROTOCOLS.join(", ") },
  });
}
