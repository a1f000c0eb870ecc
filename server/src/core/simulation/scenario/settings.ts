import type { Evaluation } from "../../config/evaluation.js";
import type { ProducerSettings } from "../producer/settings.js";

/** The settings of the model from what the client of a release makes of a configuration; not for one that throws. */
export function settingsOfEvaluation(evaluation: Evaluation): ProducerSettings {
  const number = (key: string): number => numberOf(evaluation, key) ?? 0;
  const retryBackoffMs = number("retry.backoff.ms");
  const { idempotent } = evaluation;
  const availabilityTimeoutMs = number("partitioner.availability.timeout.ms");
  const reconnectMaxMs = numberOf(evaluation, "reconnect.backoff.max.ms");
  const isMaxGiven = evaluation.given.has("reconnect.backoff.max.ms") && reconnectMaxMs !== undefined;
  return {
    acks: idempotent ? -1 : acksOf(evaluation),
    idempotent,
    ...(isTransactional(evaluation) ? { transactional: true } : {}),
    lingerMs: number("linger.ms"),
    batchSizeBytes: number("batch.size"),
    bufferMemoryBytes: number("buffer.memory"),
    maxRequestSizeBytes: number("max.request.size"),
    maxInFlightRequests: number("max.in.flight.requests.per.connection"),
    maxBlockMs: number("max.block.ms"),
    retries: number("retries"),
    retryBackoffMs,
    retryBackoffMaxMs: numberOf(evaluation, "retry.backoff.max.ms") ?? retryBackoffMs,
    reconnectBackoffMs: number("reconnect.backoff.ms"),
    ...(isMaxGiven ? { reconnectBackoffMaxMs: reconnectMaxMs } : {}),
    ...(availabilityTimeoutMs > 0 ? { availabilityTimeoutMs } : {}),
    requestTimeoutMs: number("request.timeout.ms"),
    deliveryTimeoutMs: evaluation.deliveryTimeoutMs ?? number("delivery.timeout.ms"),
  };
}

/** How long connections may be idle, and take to be made; a negative connections.max.idle.ms keeps them for ever (`Selector`). */
export function connectionTimes(
  evaluation: Evaluation,
): Pick<ProducerSettings, "connectionsMaxIdleMs" | "setupTimeoutMs" | "setupTimeoutMaxMs"> {
  const idleMs = numberOf(evaluation, "connections.max.idle.ms") ?? -1;
  const setupTimeoutMs = numberOf(evaluation, "socket.connection.setup.timeout.ms");
  const setupTimeoutMaxMs = numberOf(evaluation, "socket.connection.setup.timeout.max.ms");
  return {
    ...(idleMs >= 0 ? { connectionsMaxIdleMs: idleMs } : {}),
    ...(setupTimeoutMs === undefined ? {} : { setupTimeoutMs }),
    ...(setupTimeoutMaxMs === undefined ? {} : { setupTimeoutMaxMs }),
  };
}

/** transactional.id is set. */
export function isTransactional({ values }: Evaluation): boolean {
  return (values.get("transactional.id")?.text ?? "") !== "";
}

/** A number the client works with; the default where a config provider will supply the value. */
function numberOf({ values, catalog }: Evaluation, key: string): number | undefined {
  const value = values.get(key)?.value;
  if (typeof value === "number") return value;
  const fallback = catalog.keys.get(key)?.defaultText;
  return fallback === undefined ? undefined : Number(fallback);
}

function acksOf({ values }: Evaluation): -1 | 0 | 1 {
  switch (values.get("acks")?.value) {
    case "0":
      return 0;
    case "1":
      return 1;
    default:
      return -1;
  }
}
