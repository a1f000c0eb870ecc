// Producer scripts of format 1 about linger.ms on several nodes: a node that is ready for one partition takes along what lingers
// for its others, within max.request.size and beginning where its last request ended. The same seed gives the same script.
import { seeded } from "./random.mjs";
import { answerTo } from "./scripts-answers.mjs";

const RECORDED_PER_FAMILY = 20;
const SETTLE_MS = 4_000;

/** What each family turns up: how nodes get ready, and what keeps them from being drained. */
export const LINGERING_FAMILIES = {
  full: { batches: [200, 500, 1_000] },
  aged: { batches: [16_384] },
  requestSize: { batches: [200, 500, 1_000, 4_096], requestSize: true },
  oneInFlight: { batches: [200, 500, 1_000, 4_096], inFlight: 1 },
  uneven: { batches: [500, 4_096], uneven: true, closes: true },
};

/** The script of a family and a number. */
export function lingeringScript(family, number) {
  const traits = LINGERING_FAMILIES[family];
  const random = seeded(number * 1_000 + Object.keys(LINGERING_FAMILIES).indexOf(family) + 60_077);
  const nodeCount = random.pick([2, 3, 4, 5]);
  const leaders = Array.from({ length: random.between(4, 16) }, (_, at) =>
    at < nodeCount ? at : random.below(nodeCount),
  );
  const topics = random.chance(0.3)
    ? [
        { name: "u", leaders: leaders.slice(0, 2) },
        { name: "t", leaders },
      ]
    : [{ name: "t", leaders }];
  const config = configOf(random, traits);
  const sends = sendsOf(random, traits, topics);
  const rtt = random.pick([0, 1, 5, 20, 60]);
  const answers = answersOf(random, traits, { nodeCount, rtt });
  const id = `linger-${family}-s${String(number).padStart(4, "0")}`;
  return {
    format: 1,
    id,
    kafkaVersion: "4.3.1",
    config,
    topics,
    sends,
    rtt,
    answers,
    until: sends.at(-1).at + SETTLE_MS,
  };
}

/** As many scripts of every family, numbered from `first`. */
export function lingeringScripts(first, count) {
  return Object.keys(LINGERING_FAMILIES).flatMap((family) =>
    Array.from({ length: count }, (_, index) => lingeringScript(family, first + index)),
  );
}

/** The scripts whose traces are kept. */
export function recordedLingeringScripts() {
  return lingeringScripts(0, RECORDED_PER_FAMILY);
}

function configOf(random, traits) {
  const config = {
    "max.block.ms": "0",
    "retry.backoff.ms": "20",
    "retry.backoff.max.ms": "20",
    "linger.ms": String(random.pick([5, 20, 50, 100, 250])),
    "batch.size": String(random.pick(traits.batches)),
    "max.in.flight.requests.per.connection": String(traits.inFlight ?? random.pick([1, 2, 5])),
  };
  const idempotent = random.chance(0.5);
  config["enable.idempotence"] = String(idempotent);
  config["acks"] = idempotent ? "all" : random.pick(["all", "1", "0"]);
  if (traits.requestSize) config["max.request.size"] = String(random.pick([600, 1_200, 3_000]));
  return config;
}

function sendsOf(random, traits, topics) {
  const partitions = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => ({ topic: name, partition })));
  const few = random.some(partitions, Math.max(1, Math.floor(partitions.length / 4)));
  const sizes = random.pick([[20], [100], [10, 60, 150], [0, 400]]);
  const gaps = random.pick([
    [0, 1],
    [1, 2],
    [0, 0, 7],
    [4, 11],
    [0, 0, 0, 0, 90],
  ]);
  let at = 0;
  return Array.from({ length: random.between(40, 150) }, () => {
    const { topic, partition } = random.pick(traits.uneven === true && random.chance(0.7) ? few : partitions);
    const send = { at, topic, partition, key: null, value: random.pick(sizes) };
    at += random.pick(gaps);
    return send;
  });
}

function answersOf(random, traits, { nodeCount, rtt }) {
  const places = Array.from({ length: nodeCount }, (_, node) =>
    Array.from({ length: 8 }, (__, request) => ({ node, request })),
  ).flat();
  return places.flatMap((place) => {
    if (!random.chance(0.25)) return [];
    const form = traits.closes === true && random.chance(0.4) ? "disconnect" : "after";
    return [{ ...place, ...answerTo(random, form, [], { rtt, requestTimeoutMs: 900 }) }];
  });
}
