import type { Catalog } from "../catalog/catalog.js";
import { checkBatchSize } from "./checks/batch-size.js";
import { checkBackgroundBootstrap, checkBootstrap } from "./checks/bootstrap.js";
import { checkBackoff } from "./checks/backoff.js";
import { checkBufferStrategy } from "./checks/buffer-strategy.js";
import { checkClientId } from "./checks/client-id.js";
import { checkCompression } from "./checks/compression.js";
import { checkConfigProviders } from "./checks/config-providers.js";
import { checkDeliveryTimeout } from "./checks/delivery-timeout.js";
import { checkDnsLookup } from "./checks/dns-lookup.js";
import { checkIdempotence, checkInFlight, checkLateIdempotence, checkTransactionState } from "./checks/idempotence.js";
import { checkMetrics } from "./checks/metrics.js";
import { checkNetworkClient } from "./checks/network-client.js";
import { checkPlugins, checkInterceptors } from "./checks/plugins.js";
import { checkRequiredSerializers } from "./checks/required-serializers.js";
import { checkSaslMechanism } from "./checks/sasl-mechanism.js";
import { checkTwoPhaseCommit } from "./checks/two-phase-commit.js";
import { checkValues } from "./checks/values.js";
import { Draft } from "./draft.js";
import type { Evaluation } from "./evaluation.js";

/**
 * What `new KafkaProducer(props)` of the catalog's release does with settings, given as text as `Properties` holds them.
 * Every check runs, in the order of the constructor, so that the first certain failure is what the client throws.
 * What a file is to its reader, whose template marks and missing serializers others supply, says `assess`.
 * @param unknown keys whose value is not known: nothing is said of it.
 */
export function evaluate(
  given: ReadonlyMap<string, string>,
  catalog: Catalog,
  unknown: Iterable<string> = [],
): Evaluation {
  const draft = new Draft(catalog, given, unknown);
  for (const check of PIPELINE) check(draft);
  return finish(draft);
}

/** The phases of §1 of the facts; later phases see what earlier ones made effective. */
const PIPELINE: readonly ((draft: Draft) => void)[] = [
  checkRequiredSerializers,
  checkConfigProviders,
  checkValues,
  checkSaslMechanism,
  checkDnsLookup,
  checkBackoff,
  checkIdempotence,
  checkClientId,
  checkBatchSize,
  checkTwoPhaseCommit,
  checkMetrics,
  checkPlugins,
  checkInterceptors,
  checkCompression,
  checkTransactionState,
  checkDeliveryTimeout,
  checkBootstrap,
  checkBufferStrategy,
  checkInFlight,
  checkNetworkClient,
  checkBackgroundBootstrap,
  checkLateIdempotence,
];

const NO_TEMPLATES: Evaluation["templates"] = new Map();

function finish(draft: Draft): Evaluation {
  const error = draft.failures.find((failure) => failure.certainty === "certain");
  const verdict = error !== undefined ? "throws" : draft.failures.length > 0 ? "unknown" : "ok";
  return {
    catalog: draft.catalog,
    given: draft.given,
    verdict,
    error,
    failures: draft.failures,
    adjustments: draft.adjustments,
    effective: draft.effective,
    values: draft.values,
    idempotent: draft.idempotent,
    deliveryTimeoutMs: draft.deliveryTimeoutMs,
    unresolved: draft.unresolved,
    templates: NO_TEMPLATES,
    asItStands: error,
  };
}
