/** Every guide, in the order of the index. */
export const GUIDES = [
  "small-batches",
  "linger-ms",
  "slow-sync-send",
  "acks-all-latency",
  "timeout-expiring-records",
  "buffer-exhausted",
  "ordering-with-retries",
  "idempotence-in-flight",
  "acks-1-leader-crash",
  "min-insync-replicas",
  "fault-matrix",
] as const;
