import { isAtLeast, type ProducerSettings, type ReleaseNumber } from "../producer/settings.js";
import type { ScriptError } from "./script.js";
import { ownOf } from "../../text/own.js";

const MAX_INT = 2_147_483_647;

/** A numeric key of a script's config: its default in a release and the values the client accepts. */
interface NumberKey {
  readonly key: string;
  readonly fallback: (release: ReleaseNumber) => number;
  readonly min: number;
  readonly max: number;
}

const NUMBER_KEYS = {
  lingerMs: {
    key: "linger.ms",
    fallback: (release) => (isAtLeast(release, 4, 0) ? 5 : 0),
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  },
  batchSizeBytes: { key: "batch.size", fallback: () => 16_384, min: 0, max: MAX_INT },
  bufferMemoryBytes: { key: "buffer.memory", fallback: () => 33_554_432, min: 0, max: Number.MAX_SAFE_INTEGER },
  maxRequestSizeBytes: { key: "max.request.size", fallback: () => 1_048_576, min: 0, max: MAX_INT },
  maxInFlightRequests: { key: "max.in.flight.requests.per.connection", fallback: () => 5, min: 1, max: MAX_INT },
  maxBlockMs: { key: "max.block.ms", fallback: () => 60_000, min: 0, max: Number.MAX_SAFE_INTEGER },
  retries: { key: "retries", fallback: () => MAX_INT, min: 0, max: MAX_INT },
  retryBackoffMs: { key: "retry.backoff.ms", fallback: () => 100, min: 0, max: Number.MAX_SAFE_INTEGER },
  reconnectBackoffMs: { key: "reconnect.backoff.ms", fallback: () => 50, min: 0, max: Number.MAX_SAFE_INTEGER },
  requestTimeoutMs: { key: "request.timeout.ms", fallback: () => 30_000, min: 0, max: MAX_INT },
  deliveryTimeoutMs: { key: "delivery.timeout.ms", fallback: () => 120_000, min: 0, max: MAX_INT },
} as const satisfies Record<string, NumberKey>;

const AVAILABILITY_KEY: NumberKey = {
  key: "partitioner.availability.timeout.ms",
  fallback: () => 0,
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
};

type Numbers = Record<keyof typeof NUMBER_KEYS, number>;

/**
 * The effective settings of a script: explicit values over the defaults of the release. Stands in for core/config, for the
 * keys that scripts use; other keys are left alone. Mistakes are added to `errors`.
 */
export function settingsFromScript(
  config: Readonly<Record<string, string>>,
  release: ReleaseNumber,
  errors: ScriptError[],
): ProducerSettings {
  const numbers = Object.fromEntries(
    Object.entries(NUMBER_KEYS).map(([name, key]) => [name, numberOf(config, key, release, errors)]),
  ) as Numbers;
  const { acks, idempotent } = acksAndIdempotence(config, release, numbers, errors);
  const maxBackoff = numberOf(config, maxBackoffKey(numbers.retryBackoffMs), release, errors);
  const availabilityTimeoutMs = isAtLeast(release, 3, 3) ? numberOf(config, AVAILABILITY_KEY, release, errors) : 0;
  return {
    ...numbers,
    acks,
    idempotent,
    ...(availabilityTimeoutMs > 0 ? { availabilityTimeoutMs } : {}),
    ...(config["transactional.id"] === undefined ? {} : { transactional: true }),
    retryBackoffMaxMs: isAtLeast(release, 3, 7) ? maxBackoff : numbers.retryBackoffMs,
    deliveryTimeoutMs: effectiveDeliveryTimeoutMs(config, numbers, errors),
  };
}

function maxBackoffKey(retryBackoffMs: number): NumberKey {
  return {
    key: "retry.backoff.max.ms",
    fallback: () => Math.max(1_000, retryBackoffMs),
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  };
}

function numberOf(
  config: Readonly<Record<string, string>>,
  key: NumberKey,
  release: ReleaseNumber,
  errors: ScriptError[],
): number {
  const text = ownOf(config, key.key);
  if (text === undefined) return key.fallback(release);
  const value = /^[+-]?\d{1,19}$/.test(text.trim()) ? Number(text.trim()) : NaN;
  if (value >= key.min && value <= key.max) return value;
  errors.push({
    code: "out-of-range",
    path: `config["${key.key}"]`,
    expected: `a whole number from ${key.min} to ${key.max}`,
  });
  return key.fallback(release);
}

/** `KafkaProducer.configureDeliveryTimeout`: a default is raised to linger.ms + request.timeout.ms, an explicit value is refused. */
function effectiveDeliveryTimeoutMs(
  config: Readonly<Record<string, string>>,
  numbers: Numbers,
  errors: ScriptError[],
): number {
  const leastMs = Math.min(numbers.lingerMs + numbers.requestTimeoutMs, MAX_INT);
  if (numbers.deliveryTimeoutMs >= leastMs) return numbers.deliveryTimeoutMs;
  if (config["delivery.timeout.ms"] !== undefined) {
    errors.push({
      code: "conflict",
      path: 'config["delivery.timeout.ms"]',
      expected: `linger.ms + request.timeout.ms (${leastMs}) or more`,
    });
  }
  return leastMs;
}

interface AcksAndIdempotence {
  readonly acks: -1 | 0 | 1;
  readonly idempotent: boolean;
}

/** Effective acks and idempotence (producer-config.md 3.1): silently off from 3.0.1/3.1.1/3.2 on, explicit true is refused instead. */
function acksAndIdempotence(
  config: Readonly<Record<string, string>>,
  release: ReleaseNumber,
  numbers: Numbers,
  errors: ScriptError[],
): AcksAndIdempotence {
  const acks = acksOf(config, release, errors);
  const asked = booleanOf(config, "enable.idempotence", errors);
  const byDefault = isAtLeast(release, 3, 2) || (release.major === 3 && release.minor <= 1 && release.patch >= 1);
  // A transactional.id asks for idempotence in every release.
  if (!(asked ?? (byDefault || config["transactional.id"] !== undefined))) return { acks, idempotent: false };
  const inFlightTooMany = numbers.maxInFlightRequests > 5;
  const acksSet = byDefault || config["acks"] !== undefined;
  const conflicts: [boolean, string, string][] = [
    [numbers.retries === 0, "retries", "1 or more with idempotence"],
    [acksSet && acks !== -1, "acks", "all with idempotence"],
    [inFlightTooMany, "max.in.flight.requests.per.connection", "at most 5 with idempotence"],
  ];
  const failing = conflicts.filter(([fails]) => fails);
  if (failing.length === 0) return { acks: -1, idempotent: true };
  if (asked !== undefined || (inFlightTooMany && isAtLeast(release, 4, 0))) {
    for (const [, key, expected] of failing) errors.push({ code: "conflict", path: `config["${key}"]`, expected });
  }
  return { acks, idempotent: false };
}

function acksOf(config: Readonly<Record<string, string>>, release: ReleaseNumber, errors: ScriptError[]): -1 | 0 | 1 {
  const text = config["acks"] ?? (isAtLeast(release, 3, 0) ? "all" : "1");
  switch (text) {
    case "all":
    case "-1":
      return -1;
    case "0":
      return 0;
    case "1":
      return 1;
    default:
      errors.push({ code: "out-of-range", path: 'config["acks"]', expected: "all, -1, 0 or 1" });
      return -1;
  }
}

/** A setting that is true or false; undefined if it is not set. */
export function booleanOf(
  config: Readonly<Record<string, string>>,
  key: string,
  errors: ScriptError[],
): boolean | undefined {
  const text = ownOf(config, key)?.trim().toLowerCase();
  if (text === undefined) return undefined;
  if (text !== "true" && text !== "false")
    errors.push({ code: "out-of-range", path: `config["${key}"]`, expected: "true or false" });
  return text === "true";
}
