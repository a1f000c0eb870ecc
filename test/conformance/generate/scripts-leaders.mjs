// Producer scripts of format 2 in which leaders move: what a client does with stale metadata, its backoff before asking again,
// the leader in produce answers (KIP-951), and batches under way to the old leader. The same seed gives the same script.
import { seeded } from "./random.mjs";
import { answerTo } from "./scripts-answers.mjs";

const RECORDED_PER_FAMILY = 16;
const SETTLE_MS = 8_000;

/** What each family turns up: how leaders move, and what else goes wrong. */
export const LEADER_FAMILIES = {
  move: {},
  moveWithoutHints: { hints: false },
  moveAndBack: { back: true },
  election: { none: true },
  electionShort: { none: true, short: true },
  moveIdempotent: { idempotent: true, busy: true },
  moveOneInFlight: { inFlight: 1, busy: true },
  moveWithErrors: { forms: ["retriable", "afterAppend", "fatal", "after"], back: true },
  moveWithCloses: { forms: ["disconnect", "silent", "after"], none: true, short: true },
  moveFenced: { forms: ["stale"], back: true, busy: true },
  movePartitioner: { unaddressed: true, none: true, busy: true },
};

/** The script of a family and a number. */
export function leaderScript(family, number) {
  const traits = LEADER_FAMILIES[family];
  const random = seeded(number * 1_000 + Object.keys(LEADER_FAMILIES).indexOf(family) + 40_077);
  const nodeCount = random.pick([2, 2, 3, 4]);
  const topics = topicsOf(random, nodeCount);
  const config = configOf(random, traits);
  const sends = sendsOf(random, traits, topics);
  const moves = movesOf(random, traits, { topics, nodeCount, endMs: sends.at(-1).at + 50 });
  const rtt = random.pick([1, 2, 5, 10, 30]);
  const answers = answersOf(random, traits, { nodeCount, topics, rtt, config });
  const until = Math.max(sends.at(-1).at, moves.at(-1).at) + SETTLE_MS;
  const id = `${family}-s${String(number).padStart(4, "0")}`;
  const script = { format: 2, id, kafkaVersion: "4.3.1", config, topics, sends, rtt, answers, until };
  const told = { metadataRtt: random.pick([0, 1, 5, 20, 80]), ...(traits.hints === false && { leaderHints: false }) };
  return { ...script, seed: String(number), moves, ...told };
}

/** As many scripts of every family, numbered from `first`. */
export function leaderScripts(first, count) {
  return Object.keys(LEADER_FAMILIES).flatMap((family) =>
    Array.from({ length: count }, (_, index) => leaderScript(family, first + index)),
  );
}

/** The scripts whose traces are kept. */
export function recordedLeaderScripts() {
  return leaderScripts(0, RECORDED_PER_FAMILY);
}

function topicsOf(random, nodeCount) {
  const topic = (name) => ({
    name,
    leaders: Array.from({ length: random.pick([1, 2, 3, 4, 6]) }, () => random.below(nodeCount)),
  });
  return random.chance(0.2) ? [topic("u"), topic("t")] : [topic("t")];
}

function configOf(random, traits) {
  const backoff = random.pick([1, 20, 50, 100, 250]);
  const config = {
    "max.block.ms": "0",
    "retry.backoff.ms": String(backoff),
    "retry.backoff.max.ms": String(backoff),
    "batch.size": String(random.pick([0, 200, 500, 1000, 4096, 16384])),
    "linger.ms": String(random.pick([0, 0, 1, 5, 20])),
  };
  const maybe = (probability, key, values) => {
    if (random.chance(probability)) config[key] = String(random.pick(values));
  };
  if (traits.inFlight !== undefined) config["max.in.flight.requests.per.connection"] = String(traits.inFlight);
  else maybe(0.5, "max.in.flight.requests.per.connection", [1, 2, 3, 5]);
  maybe(0.4, "reconnect.backoff.ms", [1, 50, 200]);
  const idempotent = traits.idempotent || random.chance(0.4);
  config["enable.idempotence"] = String(idempotent);
  config["acks"] = idempotent ? "all" : random.pick(["all", "1", "1", "0"]);
  maybe(0.15, "retries", [1, 3]);
  maybe(0.15, "max.request.size", [500, 2_000]);
  const requestMs = random.pick(traits.short ? [100, 200, 400] : [500, 2_000]);
  config["request.timeout.ms"] = String(requestMs);
  const leastMs = requestMs + Number(config["linger.ms"]);
  config["delivery.timeout.ms"] = String(leastMs + random.pick(traits.short ? [0, 50, 300] : [200, 1_000, 4_000]));
  return config;
}

function sendsOf(random, traits, topics) {
  const sizes = random.pick([[10], [100], [0, 10, 300], [50, 199, 1000]]);
  const gaps = random.pick(
    traits.busy ? [[0, 1], [1], [0, 0, 3], [2]] : [[0, 0, 1], [3], [1, 5, 20], [0, 0, 0, 60], [30]],
  );
  const count = random.between(15, traits.busy ? 120 : 70);
  let at = random.pick([0, 0, 3]);
  return Array.from({ length: count }, () => {
    const { name, leaders } = random.pick(topics);
    const unaddressed = traits.unaddressed === true && random.chance(0.8);
    const partition = unaddressed ? null : random.below(leaders.length);
    const size = random.pick(sizes);
    const send = { at, topic: name, partition, key: null, value: size };
    at += random.pick(gaps);
    return send;
  });
}

function movesOf(random, traits, { topics, nodeCount, endMs }) {
  const names = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => `${name}-${partition}`));
  const moved = random.some(names, random.between(1, names.length));
  // A node fails, and everything moves at once, or partitions move one by one.
  const together = random.chance(0.4) ? random.between(1, Math.max(1, endMs)) : undefined;
  const moves = moved.flatMap((partition) => {
    let at = together ?? random.between(1, Math.max(1, endMs));
    let epoch = 1;
    const next = (leader, afterMs) => {
      at += afterMs;
      epoch += random.pick([1, 1, 2]);
      return { at, partition, leader, epoch };
    };
    const once = () =>
      traits.none === true
        ? [next(-1, 0), next(random.below(nodeCount), random.pick([0, 5, 60, 300, 900]))]
        : [next(random.below(nodeCount), 0)];
    return traits.back === true
      ? [...once(), ...once().map((move) => ({ ...move, at: (at += random.pick([1, 30, 200])) }))]
      : once();
  });
  return moves.sort((left, right) => left.at - right.at);
}

function answersOf(random, traits, { nodeCount, topics, rtt, config }) {
  const names = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => `${name}-${partition}`));
  const requestTimeoutMs = Number(config["request.timeout.ms"]);
  const places = Array.from({ length: nodeCount }, (_, node) =>
    Array.from({ length: 10 }, (__, request) => ({ node, request })),
  ).flat();
  return places.flatMap((place) => {
    const form = random.pick(traits.forms ?? ["after"]);
    if (!random.chance(traits.forms === undefined ? 0.2 : 0.3)) return [];
    if (form === "stale") return [{ ...place, errors: staleErrors(random, names) }];
    return [{ ...place, ...answerTo(random, form, names, { rtt, requestTimeoutMs }) }];
  });
}

/** Errors that may name the leader, or only say that the metadata is out of date. */
function staleErrors(random, names) {
  const error = () => random.pick(["FENCED_LEADER_EPOCH", "NOT_LEADER_OR_FOLLOWER", "UNKNOWN_LEADER_EPOCH"]);
  return Object.fromEntries(random.some(names, random.between(1, names.length)).map((name) => [name, error()]));
}
