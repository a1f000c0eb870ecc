// Producer scripts of format 2 with compression: what the client expects of it decides when batches are full. The sizes are
// those the release's own codecs made, so they are completed from the recording (compressed-sizes.mjs).
import { seeded } from "./random.mjs";
import { answerTo } from "./scripts-answers.mjs";

const RECORDED_PER_FAMILY = 12;
const SETTLE_MS = 6_000;
const CODECS = ["gzip", "snappy", "lz4", "zstd"];

/** What each family turns up. */
export const COMPRESSION_FAMILIES = {
  learn: { sends: [200, 450] },
  topics: { sends: [100, 250], topics: 2 },
  split: { sends: [60, 200], forms: ["tooLarge", "tooLarge", "retriable"] },
  errors: { sends: [60, 200], forms: ["retriable", "afterAppend", "disconnect", "fatal"] },
  requestSize: { sends: [100, 250], requestSize: true },
  memory: { sends: [100, 250], memory: true },
  partitioner: { sends: [150, 350], unaddressed: true },
};

/** The script of a family and a number. */
export function compressionScript(family, number) {
  const traits = COMPRESSION_FAMILIES[family];
  const random = seeded(number * 1_000 + Object.keys(COMPRESSION_FAMILIES).indexOf(family) + 80_077);
  const topics = (traits.topics === 2 ? ["u", "t"] : ["t"]).map((name) => ({
    name,
    leaders: Array.from({ length: random.pick([1, 2, 3]) }, () => random.below(2)),
  }));
  const config = configOf(random, traits, CODECS[number % CODECS.length]);
  const sends = sendsOf(random, traits, topics);
  const rtt = random.pick([1, 5, 20]);
  const names = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => `${name}-${partition}`));
  const places = [0, 1].flatMap((node) => Array.from({ length: 15 }, (_, request) => ({ node, request })));
  const answers = places.flatMap((place) => {
    if (traits.forms === undefined || !random.chance(0.4)) return [];
    return [{ ...place, ...answerTo(random, random.pick(traits.forms), names, { rtt, requestTimeoutMs: 500 }) }];
  });
  const id = `compress-${family}-s${String(number).padStart(4, "0")}`;
  const noise = random.pick([0, 10, 30, 60, 100]);
  const until = sends.at(-1).at + SETTLE_MS;
  const seed = String(number);
  return { format: 2, id, kafkaVersion: "4.3.1", config, topics, sends, rtt, answers, until, seed, noise };
}

/** As many scripts of every family, numbered from `first`. */
export function compressionScripts(first, count) {
  return Object.keys(COMPRESSION_FAMILIES).flatMap((family) =>
    Array.from({ length: count }, (_, index) => compressionScript(family, first + index)),
  );
}

/** The scripts whose traces are kept. */
export function recordedCompressionScripts() {
  return compressionScripts(0, RECORDED_PER_FAMILY);
}

function configOf(random, traits, codec) {
  const idempotent = random.chance(0.5);
  const batchSize = random.pick([400, 1_000, 2_000, 4_096]);
  return {
    "compression.type": codec,
    "max.block.ms": "0",
    "retry.backoff.ms": "20",
    "retry.backoff.max.ms": "20",
    "linger.ms": String(random.pick([0, 5, 50, 100])),
    "batch.size": String(batchSize),
    "enable.idempotence": String(idempotent),
    acks: idempotent ? "all" : random.pick(["all", "1"]),
    "request.timeout.ms": "500",
    "delivery.timeout.ms": String(random.pick([700, 3_000])),
    ...(traits.requestSize && { "max.request.size": String(random.pick([1_000, 2_500])) }),
    ...(traits.memory && { "buffer.memory": String(batchSize * random.pick([3, 5])) }),
  };
}

function sendsOf(random, traits, topics) {
  const sizes = random.pick([[20], [100], [30, 200], [10, 60, 300]]);
  const gaps = random.pick([[0], [0, 0, 1], [1], [0, 0, 0, 6]]);
  let at = 0;
  return Array.from({ length: random.between(...traits.sends) }, () => {
    const { name, leaders } = random.pick(topics);
    const partition = traits.unaddressed === true ? null : random.below(leaders.length);
    const send = { at, topic: name, partition, key: null, value: random.pick(sizes) };
    at += random.pick(gaps);
    return send;
  });
}
