import type { Draft } from "../draft.js";
import { fillsRole, findClass } from "./classes.js";
import { castFailure, newInstanceFailure } from "./new-instance.js";
import { failSsl } from "./ssl-failure.js";
import { checkContext, checkSecureRandom } from "./ssl-algorithms.js";
import { checkKeyStore, checkLateLoading, checkTrustStore } from "./ssl-stores.js";

const ENGINE_FACTORY = "ssl.engine.factory.class";
const ROLE = "org.apache.kafka.common.security.auth.SslEngineFactory";
const DEFAULT_FACTORIES: ReadonlySet<string> = new Set([
  "org.apache.kafka.common.security.ssl.DefaultSslEngineFactory",
  "org.apache.kafka.common.security.ssl.CommonNameLoggingSslEngineFactory",
]);

/** SslFactory and DefaultSslEngineFactory.configure, in its order: random numbers, key store, trust store, context. */
export function checkSsl(draft: Draft): void {
  if (!usesDefaultFactory(draft)) return;
  checkSecureRandom(draft);
  checkKeyStore(draft);
  checkTrustStore(draft);
  checkContext(draft);
  checkLateLoading(draft);
}

/** A factory of the user's own does as it likes (2.6, KIP-519). */
function usesDefaultFactory(draft: Draft): boolean {
  if (!draft.catalog.keys.has(ENGINE_FACTORY) || !draft.isSet(ENGINE_FACTORY)) return true;
  const name = draft.string(ENGINE_FACTORY);
  if (name === undefined || findClass(name, draft.version) !== "exists") return false;
  const failure = newInstanceFailure(name);
  if (failure === undefined && fillsRole(name, ROLE, draft.version) === true) return DEFAULT_FACTORIES.has(name);
  const { cause, below } = failure ?? { cause: castFailure(name, ROLE), below: [] };
  failSsl(draft, { code: "class-wrong-role", key: ENGINE_FACTORY, cause, below, data: { name, role: ROLE } });
  return false;
}
