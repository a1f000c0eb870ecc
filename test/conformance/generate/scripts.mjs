// Producer scripts of format 1 (facts/producer-script.md) from seeds: the same seed gives the same script.
import { seeded } from "./random.mjs";
import { answerTo } from "./scripts-answers.mjs";

const NONE = 0;
const SETTLE_MS = 8_000;
const LONGEST_BACKOFF_MS = 250;

/** Which families there are, and what each turns up: weights of answer forms, and settings that matter to it. */
export const FAMILIES = {
  calm: { faults: NONE, forms: ["after"] },
  slow: { faults: 0.5, forms: ["after"] },
  errors: { faults: 0.3, forms: ["retriable", "retriable", "afterAppend"] },
  fatal: { faults: 0.25, forms: ["fatal", "fatal", "retriable", "sequence"] },
  split: {
    faults: 0.35,
    forms: ["tooLarge", "tooLarge", "tooLarge", "retriable", "afterAppend"],
    batches: [500, 1000, 4096, 16384],
  },
  closes: { faults: 0.25, forms: ["disconnect", "disconnect", "silent", "after"], timeouts: true },
  expiry: {
    faults: 0.6,
    forms: ["silent", "disconnect", "retriable", "after", "afterAppend"],
    timeouts: true,
    short: true,
  },
  epochs: {
    faults: 0.5,
    forms: ["fatal", "retriable", "afterAppend", "disconnect", "sequence", "after"],
    idempotent: true,
  },
  expiredEpochs: {
    faults: 0.6,
    forms: ["retriable", "afterAppend", "disconnect", "silent", "fatal", "after"],
    idempotent: true,
    timeouts: true,
    short: true,
  },
  memory: {
    faults: 0.3,
    forms: ["after", "disconnect", "silent", "tooLarge"],
    memory: true,
    timeouts: true,
    short: true,
  },
  requests: { faults: 0.2, forms: ["retriable", "tooLarge", "after"], requestSize: true },
  unacknowledged: { faults: 0.3, forms: ["disconnect"], acks: "0" },
  anything: {
    faults: 0.5,
    forms: ["after", "retriable", "afterAppend", "fatal", "tooLarge", "disconnect", "silent", "sequence"],
    timeouts: true,
    short: true,
    memory: true,
    requestSize: true,
    retries: true,
  },
};

const RECORDED_PER_FAMILY = 40;
/** Found among many: what they show is rare. */
const FOUND = {
  expiredEpochs: [135, 136, 137, 326],
  expiry: [438],
  memory: [395],
  anything: [1153, 1366],
};

/** The scripts whose traces are kept. */
export function recordedScripts() {
  const found = Object.entries(FOUND).flatMap(([family, numbers]) => numbers.map((number) => script(family, number)));
  return [...scripts(0, RECORDED_PER_FAMILY), ...found];
}

/** The script of a family and a number; configurations are those of the newest release (see scripts-config.mjs). */
export function script(family, number) {
  const traits = FAMILIES[family];
  const random = seeded(number * 1_000 + Object.keys(FAMILIES).indexOf(family) + 77);
  const topics = topicsOf(random);
  const nodes = new Set(topics.flatMap(({ leaders }) => leaders));
  const config = configOf(random, traits);
  const sends = sendsOf(random, topics, Number(config["batch.size"] ?? 16_384));
  // Without round trip and backoff a batch that is always refused is retried for ever within one millisecond.
  const leastRtt = config["retry.backoff.ms"] === "0" ? 1 : 0;
  const rtt = Math.max(leastRtt, random.pick([0, 1, 2, 5, 10, 20, 50, 100]));
  const answers = [...nodes].sort().flatMap((node) => answersOf(random, traits, node, topics, rtt, config));
  const timeoutMs = Number(config["delivery.timeout.ms"] ?? 2_000);
  const until = sends.at(-1).at + SETTLE_MS + Math.min(timeoutMs, SETTLE_MS);
  const id = `${family}-s${String(number).padStart(4, "0")}`;
  return { format: 1, id, kafkaVersion: "4.3.1", config, topics, sends, rtt, answers, until };
}

/** As many scripts of every family, numbered from `first`. */
export function scripts(first, count) {
  return Object.keys(FAMILIES).flatMap((family) =>
    Array.from({ length: count }, (_, index) => script(family, first + index)),
  );
}

function topicsOf(random) {
  const nodeCount = random.pick([1, 1, 2, 3]);
  const topic = (name) => {
    const leaders = Array.from({ length: random.pick([1, 1, 2, 3, 4, 6]) }, () => random.below(nodeCount));
    return { name, leaders };
  };
  return random.chance(0.25) ? [topic("u"), topic("t")] : [topic("t")];
}

function configOf(random, traits) {
  const backoff = random.pick([0, 1, 20, 50, 100, LONGEST_BACKOFF_MS]);
  const config = {
    "max.block.ms": "0",
    "retry.backoff.ms": String(backoff),
    "retry.backoff.max.ms": String(backoff),
  };
  const maybe = (probability, key, values) => {
    if (random.chance(probability)) config[key] = String(random.pick(values));
  };
  maybe(0.85, "linger.ms", [0, 0, 1, 5, 20, 100]);
  maybe(
    traits.batches === undefined ? 0.7 : 1,
    "batch.size",
    traits.batches ?? [0, 1, 200, 500, 1000, 4096, 16384, 65536],
  );
  maybe(0.4, "reconnect.backoff.ms", [0, 1, 10, 50, 200]);
  acks(random, traits, config, maybe);
  if (traits.retries) maybe(0.5, "retries", [1, 1, 2, 3, ...(config["enable.idempotence"] === "true" ? [] : [0])]);
  if (traits.requestSize) maybe(0.8, "max.request.size", [100, 500, 1000, 3000, 20_000]);
  if (traits.memory) config["buffer.memory"] = String(memory(random, Number(config["batch.size"] ?? 16_384)));
  if (traits.timeouts) timeouts(random, traits, config);
  return config;
}

function acks(random, traits, config, maybe) {
  if (traits.acks !== undefined) {
    config["acks"] = traits.acks;
    config["enable.idempotence"] = "false";
  } else if (traits.idempotent || random.chance(0.5)) {
    config["enable.idempotence"] = "true";
    config["acks"] = "all";
  } else if (random.chance(0.8)) {
    config["enable.idempotence"] = "false";
    maybe(0.7, "acks", ["1", "all", "-1"]);
  }
  maybe(
    0.7,
    "max.in.flight.requests.per.connection",
    config["enable.idempotence"] === "false" ? [1, 2, 5, 10] : [1, 2, 3, 5],
  );
}

function memory(random, batchSize) {
  return Math.max(
    1,
    Math.floor(Math.max(batchSize, 200) * random.pick([0.9, 1, 1.5, 2, 3, 4, 8])) + random.pick([0, 0, 1, 100]),
  );
}

function timeouts(random, traits, config) {
  const requestMs = random.pick(traits.short ? [100, 200, 300, 800] : [300, 500, 1_000]);
  config["request.timeout.ms"] = String(requestMs);
  const lingerMs = Number(config["linger.ms"] ?? 5);
  const leastMs = requestMs + lingerMs;
  config["delivery.timeout.ms"] = String(leastMs + random.pick(traits.short ? [0, 1, 20, 100, 400] : [0, 500, 3_000]));
}

function sendsOf(random, topics, batchSize) {
  const partitions = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => ({ topic: name, partition })));
  const sizes = random.pick([
    [10],
    [100],
    [0, 10, 300],
    [50, 199, 1000],
    [batchSize - 80, batchSize - 61, batchSize],
    [100, 5_000, 19_000],
  ]);
  const gaps = random.pick([[0], [0, 1], [0, 0, 0, 30], [3], [1, 5, 20], [0, 0, 0, 0, 0, 400], [100, 300]]);
  const count = random.between(5, 60);
  let at = random.pick([0, 0, 3]);
  return Array.from({ length: count }, () => {
    const { topic, partition } = random.pick(partitions);
    const size = random.pick(sizes);
    const value = Math.max(0, random.chance(0.3) ? size - random.below(12) : size);
    const key = random.pick([null, null, 0, 8, 64]);
    const send = { at, topic, partition, key, value };
    at += random.pick(gaps);
    return send;
  });
}

function answersOf(random, traits, node, topics, rtt, config) {
  const names = topics.flatMap(({ name, leaders }) =>
    leaders.flatMap((leader, partition) => (leader === node ? [`${name}-${partition}`] : [])),
  );
  const told = random.pick([4, 10, 25]);
  const requestTimeoutMs = Number(config["request.timeout.ms"] ?? 1_000);
  return Array.from({ length: told }, (_, request) => ({ node, request })).flatMap((place) => {
    if (!random.chance(traits.faults)) return [];
    const form = random.pick(traits.forms);
    // Without a timeout of its own a silent connection would last for 30 s.
    if (form === "silent" && config["request.timeout.ms"] === undefined) return [];
    return [{ ...place, ...answerTo(random, form, names, { rtt, requestTimeoutMs }) }];
  });
}
