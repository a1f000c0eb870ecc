import type { Evaluation } from "../../config/evaluation.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { Scenario } from "./scenario.js";

/** What processors do for TLS (a signature, a key exchange) and for a login, at both ends together [A]. */
const TLS_US = 2_000;
const LOGIN_US = 1_000;

/** SaslHandshake, then the mechanism's own messages (`SaslClientAuthenticator`, RFC 4616, 5802, 7628, 4752). */
const LOGIN_ROUND_TRIPS = new Map([
  ["PLAIN", 2],
  ["OAUTHBEARER", 2],
  ["SCRAM-SHA-256", 3],
  ["SCRAM-SHA-512", 3],
  ["GSSAPI", 4],
]);
const OTHER_LOGIN_ROUND_TRIPS = 2;

/** What security.protocol adds to a new connection; after a login the client asks for ApiVersions again. */
export function handshakeOf({ values }: Evaluation, { cluster }: Scenario): Pick<ProducerSettings, "handshake"> {
  const text = (key: string): string => values.get(key)?.text.trim() ?? "";
  const protocol = text("security.protocol").toUpperCase();
  const usesTls = protocol.endsWith("SSL");
  const logsIn = protocol.startsWith("SASL");
  // TLS 1.3 takes a round trip, 1.2 two.
  const isNew = text("ssl.protocol") === "TLSv1.3" && text("ssl.enabled.protocols").includes("TLSv1.3");
  const tlsTrips = isNew ? 1 : 2;
  const loginTrips = 1 + (LOGIN_ROUND_TRIPS.get(text("sasl.mechanism")) ?? OTHER_LOGIN_ROUND_TRIPS);
  const usualUs = (usesTls ? TLS_US : 0) + (logsIn ? LOGIN_US : 0);
  const roundTrips = (usesTls ? tlsTrips : 0) + (logsIn ? loginTrips : 0);
  const us = cluster.costs.connectUs ?? usualUs;
  return roundTrips === 0 && us === 0 ? {} : { handshake: { roundTrips, us } };
}
