import type { Evaluation } from "../core/config/evaluation.js";

/** Keys that the file leaves to their default although a setting beside it depends on them. */
interface Silent {
  /** The setting in the file. */
  readonly beside: string;
  readonly key: string;
  /** Whether the default matters with this value of the setting. */
  readonly when: (value: unknown, evaluation: Evaluation) => boolean;
}

const SILENT: readonly Silent[] = [
  { beside: "acks", key: "enable.idempotence", when: (value) => value === "all" || value === "-1" },
  // What retries mean is decided by the time that a record has.
  { beside: "retries", key: "delivery.timeout.ms", when: (value) => typeof value === "number" && value > 0 },
  { beside: "batch.size", key: "linger.ms", when: isAbove(0) },
  {
    beside: "compression.type",
    key: "linger.ms",
    when: (value, { given }) => value !== "none" && !given.has("batch.size"),
  },
  {
    beside: "security.protocol",
    key: "sasl.mechanism",
    when: (value) => String(value).toUpperCase().startsWith("SASL_"),
  },
  { beside: "transactional.id", key: "transaction.timeout.ms", when: () => true },
];

function isAbove(limit: number): (value: unknown) => boolean {
  return (value) => typeof value === "number" && value > limit;
}

/** The keys whose default people should know who read this setting of the file. */
export function defaultsBeside(key: string, evaluation: Evaluation): readonly string[] {
  const { effective, given, values } = evaluation;
  return SILENT.filter(
    (silent) =>
      silent.beside === key &&
      !given.has(silent.key) &&
      effective.get(silent.key)?.source === "default" &&
      silent.when(values.get(key)?.value, evaluation),
  ).map((silent) => silent.key);
}
