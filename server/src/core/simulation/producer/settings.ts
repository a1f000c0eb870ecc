import type { CompressionPlan } from "./compression.js";

/** The producer settings the model needs, resolved: defaults applied, idempotence and delivery timeout as effective. */
export interface ProducerSettings {
  /** -1 stands for all. */
  readonly acks: -1 | 0 | 1;
  readonly idempotent: boolean;
  /** transactional.id is set. */
  readonly transactional?: boolean;
  readonly lingerMs: number;
  readonly batchSizeBytes: number;
  readonly bufferMemoryBytes: number;
  readonly maxRequestSizeBytes: number;
  readonly maxInFlightRequests: number;
  readonly maxBlockMs: number;
  readonly retries: number;
  readonly retryBackoffMs: number;
  /** Equal to `retryBackoffMs` where the version has no retry.backoff.max.ms (before 3.7). */
  readonly retryBackoffMaxMs: number;
  readonly reconnectBackoffMs: number;
  /** reconnect.backoff.max.ms; without it 1,000, or reconnect.backoff.ms if that is not its default of 50. */
  readonly reconnectBackoffMaxMs?: number;
  /** compression.type and what it does to the records; without it they are not compressed. */
  readonly compression?: CompressionPlan;
  /** connections.max.idle.ms; without it connections are never closed for being idle. */
  readonly connectionsMaxIdleMs?: number;
  /** socket.connection.setup.timeout.ms and its maximum; without them 10 s, and 30 s. */
  readonly setupTimeoutMs?: number;
  readonly setupTimeoutMaxMs?: number;
  /** What a new connection costs beyond TCP and ApiVersions: TLS and login. */
  readonly handshake?: { readonly roundTrips: number; readonly us: number };
  /** partitioner.availability.timeout.ms; without it 0: off. */
  readonly availabilityTimeoutMs?: number;
  readonly requestTimeoutMs: number;
  readonly deliveryTimeoutMs: number;
}

/** Where releases of kafka-clients behave differently (producer-runtime.md 7.6, checked against the sources of the releases). */
export interface ProducerBehaviour {
  /** 3.3+: one drain index per node, standing at the last partition looked at; before, one for all nodes, moved past it. */
  readonly drainIndexPerNode: boolean;
  /** 3.3+: the queues are kept by topic, and in each by partition; before, all together (`UsedQueues`). */
  readonly topicsApart: boolean;
  /** 3.1.1, 3.2+ (KAFKA-13794): in-flight batches are told apart by epoch and sequence; before, by sequence only. */
  readonly inFlightOrderedByEpoch: boolean;
  /** 3.5+: the client's own request timeout is reported as REQUEST_TIMED_OUT; before, as NETWORK_EXCEPTION. */
  readonly requestTimeoutIsTimedOut: boolean;
  /** Before 3.6: a late error for a batch that has already failed still asks for an epoch bump. */
  readonly lateErrorBumpsEpoch: boolean;
  /** 3.6.1+ (KAFKA-15415): a batch does not back off when its partition has a new leader since the failure. */
  readonly newLeaderSkipsBackoff: boolean;
  /** 3.7+ (KIP-951): a produce answer tells who leads. Since then metadata without news also makes the next question wait longer. */
  readonly hearsOfLeaders: boolean;
  /** 4.2+: a batch that came from a split is split again by half its size; before, by batch.size again. */
  readonly resplitHalves: boolean;
  /** 3.3.2+: CONCURRENT_TRANSACTIONS is retriable. */
  readonly retriesConcurrentTransactions: boolean;
  /** Up to 2.6 INVALID_PRODUCER_EPOCH is a ProducerFencedException, which is fatal (KIP-588). */
  readonly oldEpochIsFenced: boolean;
  /** 2.6+: send() that finds no memory fails with BufferExhaustedException (KAFKA-3720); before, with a TimeoutException that no metric counts. */
  readonly namesExhaustedBuffer: boolean;
  /** KAFKA-19012 (3.9.2, 4.0.2, 4.1.2, 4.2.0): an expired batch on the wire keeps its memory until its request ends. */
  readonly expiredInFlightKeepsMemory: boolean;
}

/** A client release as numbers, so that releases can be compared. */
export interface ReleaseNumber {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** Reads `3.9.2` or `3.9` (patch 0); `undefined` if the text is not a release number. */
export function parseRelease(text: string): ReleaseNumber | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text);
  if (match === null) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3] ?? "0") };
}

/** Whether `release` is `major.minor.patch` or later. */
export function isAtLeast(release: ReleaseNumber, major: number, minor: number, patch: number = 0): boolean {
  if (release.major !== major) return release.major > major;
  if (release.minor !== minor) return release.minor > minor;
  return release.patch >= patch;
}

/** How the producer of a release behaves where releases differ. */
export function behaviourOf(release: ReleaseNumber): ProducerBehaviour {
  return {
    drainIndexPerNode: isAtLeast(release, 3, 3),
    topicsApart: isAtLeast(release, 3, 3),
    inFlightOrderedByEpoch:
      isAtLeast(release, 3, 2) || (release.major === 3 && release.minor === 1 && release.patch >= 1),
    requestTimeoutIsTimedOut: isAtLeast(release, 3, 5),
    lateErrorBumpsEpoch: !isAtLeast(release, 3, 6),
    newLeaderSkipsBackoff: isAtLeast(release, 3, 6, 1),
    hearsOfLeaders: isAtLeast(release, 3, 7),
    resplitHalves: isAtLeast(release, 4, 2),
    retriesConcurrentTransactions: isAtLeast(release, 3, 3, 2),
    oldEpochIsFenced: !isAtLeast(release, 2, 7),
    namesExhaustedBuffer: isAtLeast(release, 2, 6),
    expiredInFlightKeepsMemory: keepsMemoryOfExpired(release),
  };
}

function keepsMemoryOfExpired(release: ReleaseNumber): boolean {
  if (release.major === 3) return isAtLeast(release, 3, 9, 2);
  if (release.major === 4 && release.minor <= 1) return release.patch >= 2;
  return isAtLeast(release, 4, 2);
}
