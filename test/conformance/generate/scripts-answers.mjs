// Answer forms of producer scripts.

const RETRIABLE = [
  "NOT_LEADER_OR_FOLLOWER",
  "LEADER_NOT_AVAILABLE",
  "UNKNOWN_TOPIC_OR_PARTITION",
  "NOT_ENOUGH_REPLICAS",
  "REQUEST_TIMED_OUT",
  "CORRUPT_MESSAGE",
  "KAFKA_STORAGE_ERROR",
  "REPLICA_NOT_AVAILABLE",
  "FENCED_LEADER_EPOCH",
  "UNKNOWN_LEADER_EPOCH",
  "NETWORK_EXCEPTION",
];
const AFTER_APPEND = ["REQUEST_TIMED_OUT", "NOT_ENOUGH_REPLICAS_AFTER_APPEND", "NOT_LEADER_OR_FOLLOWER"];
const FATAL = [
  "INVALID_TIMESTAMP",
  "INVALID_RECORD",
  "RECORD_LIST_TOO_LARGE",
  "TOPIC_AUTHORIZATION_FAILED",
  "UNSUPPORTED_FOR_MESSAGE_FORMAT",
  "INVALID_REQUIRED_ACKS",
  "POLICY_VIOLATION",
  "UNKNOWN_SERVER_ERROR",
  "INVALID_TOPIC_EXCEPTION",
  "UNSUPPORTED_COMPRESSION_TYPE",
];
/** What a broker says of sequences; the log of the script says such things by itself too. */
const SEQUENCE = ["OUT_OF_ORDER_SEQUENCE_NUMBER", "DUPLICATE_SEQUENCE_NUMBER", "UNKNOWN_PRODUCER_ID"];
const SLOW_MS = [0, 1, 3, 17, 40, 100, 250, 600];

/** One answer of a form, for some of the partitions of its node. */
export function answerTo(random, form, names, { rtt, requestTimeoutMs }) {
  const errors = (choice) => {
    const one = random.pick(choice);
    const same = random.chance(0.5);
    const hit = random.chance(0.5) ? names : random.some(names, random.between(1, names.length));
    return Object.fromEntries(hit.map((name) => [name, same ? one : random.pick(choice)]));
  };
  const after = random.chance(0.3) ? { after: random.pick(SLOW_MS) } : {};
  switch (form) {
    case "after":
      return { after: random.pick([...SLOW_MS, requestTimeoutMs - 1, requestTimeoutMs, requestTimeoutMs + 5]) };
    case "retriable":
      return { errors: errors(RETRIABLE), ...after };
    case "fatal":
      return { errors: errors(FATAL), ...after };
    case "sequence":
      return { errors: errors(SEQUENCE), ...after };
    case "tooLarge":
      return { errors: errors(["MESSAGE_TOO_LARGE"]), ...after };
    case "afterAppend":
      return { errorsAfterAppend: errors(AFTER_APPEND), ...after };
    case "disconnect":
      return { disconnect: random.pick([0, 1, rtt, 20, 60, 200]), appended: random.chance(0.5) };
    case "silent":
      return { silent: true, appended: random.chance(0.5) };
    default:
      throw new Error(`no such form: ${form}`);
  }
}
