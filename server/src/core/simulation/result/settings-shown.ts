import type { ProducerSettings } from "../producer/settings.js";

/** The settings of the model under the client's own names. */
export function settingsShown(
  settings: ProducerSettings,
  partitioner: Readonly<Record<string, string | boolean>>,
): Record<string, number | string | boolean> {
  const { codec, level } = settings.compression ?? {};
  return {
    acks: settings.acks === -1 ? "all" : String(settings.acks),
    "batch.size": settings.batchSizeBytes,
    "buffer.memory": settings.bufferMemoryBytes,
    ...(codec === undefined || level === undefined ? {} : { [`compression.${codec}.level`]: level }),
    "compression.type": codec ?? "none",
    "delivery.timeout.ms": settings.deliveryTimeoutMs,
    "enable.idempotence": settings.idempotent,
    "linger.ms": settings.lingerMs,
    "max.block.ms": settings.maxBlockMs,
    "max.in.flight.requests.per.connection": settings.maxInFlightRequests,
    "max.request.size": settings.maxRequestSizeBytes,
    ...partitioner,
    "reconnect.backoff.ms": settings.reconnectBackoffMs,
    "request.timeout.ms": settings.requestTimeoutMs,
    retries: settings.retries,
    "retry.backoff.max.ms": settings.retryBackoffMaxMs,
    "retry.backoff.ms": settings.retryBackoffMs,
  };
}
