// Producer scripts of format 2 whose records leave the partition to the client: the sticky partitioners of 2.4 and 3.3, adaptive
// partitioning, keys, partitioner.class. The same seed gives the same script.
import { seeded } from "./random.mjs";
import { answerTo } from "./scripts-answers.mjs";
import { configFor } from "./scripts-config.mjs";

const RECORDED_PER_FAMILY = 12;
const SETTLE_MS = 6_000;
const PACKAGE = "org.apache.kafka.clients.producer";
const CLASSES = {
  roundRobin: `${PACKAGE}.RoundRobinPartitioner`,
  uniformSticky: `${PACKAGE}.UniformStickyPartitioner`,
  default: `${PACKAGE}.internals.DefaultPartitioner`,
};

/** What each family turns up: how records are addressed, what slows nodes down, and settings that matter to it. */
export const PARTITIONER_FAMILIES = {
  sticky: { addressed: ["none"] },
  addresses: { addressed: ["none", "key", "named"] },
  ignoreKeys: { addressed: ["none", "key", "named"], ignoreKeys: true },
  uniform: { addressed: ["none"], adaptive: false, slow: true },
  adaptive: { addressed: ["none"], slow: true, busy: true },
  adaptiveMixed: { addressed: ["none", "none", "key", "named"], slow: true, busy: true },
  availability: { addressed: ["none"], slow: true, busy: true, availability: true, breaks: true },
  availabilityMixed: { addressed: ["none", "none", "key", "named"], slow: true, availability: true, breaks: true },
  roundRobin: { addressed: ["none", "none", "key", "named"], classes: ["roundRobin"] },
  classes: { addressed: ["none", "none", "key", "named"], classes: ["uniformSticky", "default"] },
  refused: {
    addressed: ["none", "none", "key", "named"],
    classes: [undefined, "roundRobin"],
    memory: true,
    sizes: true,
  },
  stickyErrors: { addressed: ["none"], breaks: true, forms: ["retriable", "tooLarge", "afterAppend", "disconnect"] },
};

/** The script of a family and a number. */
export function partitionerScript(family, number) {
  const traits = PARTITIONER_FAMILIES[family];
  const random = seeded(number * 1_000 + Object.keys(PARTITIONER_FAMILIES).indexOf(family) + 20_077);
  const nodeCount = random.pick([1, 2, 3, 3]);
  const topics = topicsOf(random, nodeCount);
  const config = configOf(random, traits);
  const rtt = Math.max(1, random.pick([1, 2, 5, 10, 20, 50]));
  const sends = sendsOf(random, traits, topics, Number(config["batch.size"] ?? 16_384));
  const answers = Array.from({ length: nodeCount }, (_, node) => node).flatMap((node) =>
    answersOf(random, traits, { node, topics, rtt, config }),
  );
  const until = sends.at(-1).at + SETTLE_MS + Number(config["delivery.timeout.ms"] ?? 2_000);
  const id = `${family}-s${String(number).padStart(4, "0")}`;
  const seed = String(BigInt(number) * 1_000_003n - 77n);
  return { format: 2, id, kafkaVersion: "4.3.1", config, topics, sends, rtt, answers, until, seed };
}

/** Found among many: the order in which queues are looked at shows but rarely. */
const FOUND = { availabilityMixed: [113] };

/** The scripts whose traces are kept. */
export function recordedPartitionerScripts() {
  const found = Object.entries(FOUND).flatMap(([family, numbers]) =>
    numbers.map((number) => partitionerScript(family, number)),
  );
  return [...partitionerScripts(0, RECORDED_PER_FAMILY), ...found];
}

/** As many scripts of every family, numbered from `first`. */
export function partitionerScripts(first, count) {
  return Object.keys(PARTITIONER_FAMILIES).flatMap((family) =>
    Array.from({ length: count }, (_, index) => partitionerScript(family, first + index)),
  );
}

/** Without the classes that 4.0 no longer has. */
export function partitionerConfigFor(release, config) {
  const fitting = configFor(release, config);
  const isGone = [CLASSES.uniformSticky, CLASSES.default].includes(config["partitioner.class"]);
  if (isGone && Number(release.split(".")[0]) >= 4) delete fitting["partitioner.class"];
  return fitting;
}

function topicsOf(random, nodeCount) {
  const topic = (name) => {
    const leaders = Array.from({ length: random.pick([1, 2, 3, 4, 6, 9]) }, (_, at) =>
      at < nodeCount ? at : random.below(nodeCount),
    );
    return { name, leaders };
  };
  return random.chance(0.2) ? [topic("u"), topic("t")] : [topic("t")];
}

function configOf(random, traits) {
  const backoff = random.pick([1, 20, 100]);
  const config = {
    "max.block.ms": "0",
    "retry.backoff.ms": String(backoff),
    "retry.backoff.max.ms": String(backoff),
    "batch.size": String(random.pick(traits.busy ? [0, 200, 500, 1000] : [0, 1, 200, 500, 1000, 4096, 16384])),
  };
  const maybe = (probability, key, values) => {
    if (random.chance(probability)) config[key] = String(random.pick(values));
  };
  maybe(0.85, "linger.ms", traits.busy ? [0, 1, 5] : [0, 0, 1, 5, 20, 100]);
  maybe(0.5, "reconnect.backoff.ms", [1, 50, 200, 400]);
  maybe(0.6, "max.in.flight.requests.per.connection", traits.busy ? [1, 1, 2, 5] : [1, 2, 5]);
  const [acks, idempotence] = random.pick([
    ["all", "true"],
    ["1", "false"],
    ["all", "false"],
    [undefined, undefined],
  ]);
  if (acks !== undefined) Object.assign(config, { acks, "enable.idempotence": idempotence });
  if (traits.ignoreKeys) config["partitioner.ignore.keys"] = "true";
  if (traits.adaptive === false) config["partitioner.adaptive.partitioning.enable"] = "false";
  if (traits.availability) config["partitioner.availability.timeout.ms"] = String(random.pick([1, 5, 20, 60, 150]));
  const name = traits.classes === undefined ? undefined : random.pick(traits.classes);
  if (name !== undefined) config["partitioner.class"] = CLASSES[name];
  if (traits.memory) {
    const batches = random.pick([2, 3, 6]);
    config["buffer.memory"] = String(Math.max(Number(config["batch.size"]), 300) * batches);
  }
  if (traits.sizes) config["max.request.size"] = String(random.pick([200, 300, 1_000]));
  if (traits.breaks) {
    const requestMs = random.pick([200, 500, 900]);
    config["request.timeout.ms"] = String(requestMs);
    config["delivery.timeout.ms"] = String(requestMs + 100 + random.pick([0, 200, 2_000]));
  }
  return config;
}

function sendsOf(random, traits, topics, batchSize) {
  const sizes = traits.sizes
    ? [20, 150, 250, 1_000]
    : random.pick([[10], [100], [0, 10, 300], [50, 199, 1000], [batchSize, Math.max(0, batchSize - 80), 20]]);
  const gaps = random.pick(
    traits.busy ? [[0, 1], [1], [0, 0, 2], [3]] : [[0], [0, 1], [0, 0, 0, 30], [3], [1, 5, 20], [0, 0, 0, 0, 0, 200]],
  );
  const count = traits.busy ? random.between(40, 160) : random.between(10, 80);
  let at = random.pick([0, 0, 3]);
  return Array.from({ length: count }, () => {
    const { name, leaders } = random.pick(topics);
    const addressed = random.pick(traits.addressed);
    const partition = addressed === "named" ? random.below(leaders.length) : null;
    const key = addressed === "key" ? random.pick([0, 1, 2, 3, 7, 8, 12, 40]) : null;
    const size = random.pick(sizes);
    const value = random.chance(0.3) ? Math.max(0, size - random.below(12)) : size;
    const send = { at, topic: name, partition, key, value };
    at += random.pick(gaps);
    return send;
  });
}

function answersOf(random, traits, { node, topics, rtt, config }) {
  const names = topics.flatMap(({ name, leaders }) =>
    leaders.flatMap((leader, partition) => (leader === node ? [`${name}-${partition}`] : [])),
  );
  // Some nodes are slow all the time, so that their queues grow.
  const isSlow = traits.slow === true && random.chance(0.5);
  const slowMs = random.pick([30, 80, 200]);
  const requestTimeoutMs = Number(config["request.timeout.ms"] ?? 1_000);
  return Array.from({ length: isSlow ? 40 : 12 }, (_, request) => ({ node, request })).flatMap((place) => {
    if (traits.breaks && names.length > 0 && random.chance(0.12)) {
      const form = random.pick(traits.forms ?? ["silent", "disconnect", "retriable", "disconnect"]);
      return [{ ...place, ...answerTo(random, form, names, { rtt, requestTimeoutMs }) }];
    }
    if (isSlow) return [{ ...place, after: slowMs }];
    return random.chance(0.1) ? [{ ...place, ...answerTo(random, "after", names, { rtt, requestTimeoutMs }) }] : [];
  });
}
