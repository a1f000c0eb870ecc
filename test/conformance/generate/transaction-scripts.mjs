// Producer scripts of format 3, with transactions, from seeds: the same seed gives the same script (README, "Transactions").
import { seeded } from "./random.mjs";
import { answerTo } from "./scripts-answers.mjs";
import { atLeast, configFor } from "./scripts-config.mjs";
import { coordinatorAnswers, PRODUCE_ERRORS } from "./transaction-answers.mjs";

const SETTLE_MS = 12_000;
const NEW_PROTOCOL = 2;

/** What each family turns up: how the coordinator and the leaders answer, with which chance, and what the application does. */
export const TRANSACTION_FAMILIES = {
  calm: { coordinator: 0, faults: 0 },
  slow: { coordinator: 0.5, forms: ["after"], faults: 0.4, produce: ["after"] },
  notNow: { coordinator: 0.4, forms: ["notNow", "notNow", "after"], faults: 0 },
  lost: { coordinator: 0.35, forms: ["disconnect", "silent", "after", "notNow"], faults: 0, timeouts: true },
  fenced: { coordinator: 0.15, forms: ["fenced", "refused", "unexpected"], faults: 0.1, produce: ["transactional"] },
  abortable: { coordinator: 0.25, forms: ["abortable", "abortable", "notNow"], faults: 0.1, produce: ["fatal"] },
  produce: {
    coordinator: 0.1,
    forms: ["notNow"],
    faults: 0.3,
    produce: ["fatal", "retriable", "sequence", "transactional"],
  },
  retried: { coordinator: 0, faults: 0.5, produce: ["retriable", "afterAppend", "after"], retries: true },
  expiry: {
    coordinator: 0.1,
    forms: ["after"],
    faults: 0.5,
    produce: ["silent", "disconnect", "retriable", "after"],
    timeouts: true,
    short: true,
  },
  tooLarge: { coordinator: 0.1, forms: ["notNow"], faults: 0.2, produce: ["tooLarge", "retriable"], requestSize: true },
  oldBroker: {
    coordinator: 0.15,
    forms: ["abortable", "notNow"],
    faults: 0.3,
    produce: ["fatal", "retriable", "disconnect"],
    timeouts: true,
    short: true,
    oldBroker: true,
  },
  misuse: { coordinator: 0.1, forms: ["notNow", "abortable"], faults: 0.1, produce: ["fatal"], misuse: true },
  close: {
    coordinator: 0.15,
    forms: ["notNow", "abortable", "disconnect", "fenced"],
    faults: 0.2,
    produce: ["fatal", "retriable", "after", "disconnect"],
    timeouts: true,
    close: true,
  },
  anything: {
    coordinator: 0.2,
    forms: ["after", "notNow", "disconnect", "silent", "fenced", "refused", "abortable", "unexpected"],
    faults: 0.3,
    produce: [
      "after",
      "retriable",
      "afterAppend",
      "fatal",
      "tooLarge",
      "disconnect",
      "silent",
      "sequence",
      "transactional",
    ],
    timeouts: true,
    short: true,
    retries: true,
    close: true,
  },
};

const RECORDED_PER_FAMILY = 40;

/** The scripts whose traces are kept. */
export function recordedTransactionScripts() {
  return transactionScripts(0, RECORDED_PER_FAMILY);
}

/** As many scripts of every family, numbered from `first`. */
export function transactionScripts(first, count) {
  return Object.keys(TRANSACTION_FAMILIES).flatMap((family) =>
    Array.from({ length: count }, (_, index) => transactionScript(family, first + index)),
  );
}

/** The script as it is played on a release, or nothing where the release lacks what it is about. */
export function transactionScriptFor(release, script) {
  if (script.cluster.transactionVersion === NEW_PROTOCOL && !atLeast(release, 4, 0)) return undefined;
  const isKnown = (error) => error !== "TRANSACTION_ABORTABLE" || atLeast(release, 3, 8);
  const coordinator = script.coordinator.filter(({ error }) => isKnown(error));
  const answers = script.answers.filter(({ errors }) => Object.values(errors ?? {}).every(isKnown));
  return { ...script, kafkaVersion: release, config: configFor(release, script.config), coordinator, answers };
}

/** The script of a family and a number. */
export function transactionScript(family, number) {
  const traits = TRANSACTION_FAMILIES[family];
  const random = seeded(number * 1_000 + Object.keys(TRANSACTION_FAMILIES).indexOf(family) + 9_000_077);
  const nodeCount = random.pick([1, 1, 2, 3]);
  const topic = (name) => ({
    name,
    leaders: Array.from({ length: random.pick([1, 2, 3, 5]) }, () => random.below(nodeCount)),
  });
  const topics = random.chance(0.2) ? [topic("u"), topic("t")] : [topic("t")];
  const config = configOf(random, traits);
  const rtt = random.pick([1, 2, 5, 10, 20, 50]);
  const times = { rtt, requestTimeoutMs: Number(config["request.timeout.ms"] ?? 1_000) };
  const transactionVersion = random.chance(0.5) ? NEW_PROTOCOL : 1;
  const steps = stepsOf(random, traits, topics);
  const names = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => `${name}-${partition}`));
  return {
    format: 3,
    id: `txn-${family}-s${String(number).padStart(4, "0")}`,
    kafkaVersion: "4.3.1",
    config,
    topics,
    steps,
    rtt,
    answers: leaderAnswers(random, traits, topics, times),
    cluster: { transactionVersion, bumpsEpoch: traits.oldBroker !== true || transactionVersion === NEW_PROTOCOL },
    coordinator: coordinatorAnswers(random, traits.forms ?? ["after"], traits.coordinator, names, times),
    until: steps.at(-1).at + SETTLE_MS,
  };
}

function configOf(random, traits) {
  const backoff = String(random.pick([1, 5, 20, 50, 100, 100, 250]));
  const config = {
    "transactional.id": "script",
    "enable.idempotence": "true",
    acks: "all",
    "retry.backoff.ms": backoff,
    "retry.backoff.max.ms": backoff,
  };
  const maybe = (probability, key, values) => {
    if (random.chance(probability)) config[key] = String(random.pick(values));
  };
  maybe(0.85, "linger.ms", [0, 0, 1, 5, 20, 100]);
  maybe(0.6, "batch.size", [200, 500, 1000, 4096, 16384]);
  maybe(0.5, "reconnect.backoff.ms", [1, 10, 50, 200]);
  maybe(0.6, "max.in.flight.requests.per.connection", [1, 2, 3, 5]);
  if (traits.retries) maybe(0.5, "retries", [1, 1, 2, 3]);
  if (traits.requestSize) maybe(0.8, "max.request.size", [300, 500, 1000]);
  const requestMs = random.pick(traits.short ? [100, 200, 300] : [300, 500, 1_000]);
  if (traits.timeouts) {
    config["request.timeout.ms"] = String(requestMs);
    const leastMs = requestMs + Number(config["linger.ms"] ?? 5);
    config["delivery.timeout.ms"] = String(
      leastMs + random.pick(traits.short ? [0, 1, 20, 100, 400] : [0, 500, 3_000]),
    );
  }
  return config;
}

function stepsOf(random, traits, topics) {
  const partitions = topics.flatMap(({ name, leaders }) => leaders.map((_, partition) => ({ topic: name, partition })));
  const sizes = random.pick([[10], [100], [0, 10, 300], [50, 199, 600]]);
  const gaps = random.pick([[0], [0, 1], [0, 0, 0, 30], [3], [1, 5, 20], [100, 300]]);
  let at = random.pick([0, 0, 3]);
  const steps = [];
  const step = (what, more = {}) => {
    steps.push({ at, do: what, ...more });
    at += random.pick(gaps);
  };
  const send = () =>
    step("send", { ...random.pick(partitions), key: random.pick([null, null, 8]), value: random.pick(sizes) });
  const end = () => (random.chance(0.75) ? step("commit", random.chance(0.7) ? { orAbort: true } : {}) : step("abort"));
  const stray = () => {
    if (traits.misuse && random.chance(0.3)) random.pick([send, end, () => step("begin"), () => step("init")])();
  };
  stray();
  step("init");
  for (let left = random.between(1, 4); left > 0; left -= 1) {
    stray();
    step("begin");
    for (let sends = random.pick([0, 1, 2, 5, 12]); sends > 0; sends -= 1) send();
    stray();
    if (random.chance(0.3)) at += random.pick([10, 200, 700]);
    end();
  }
  if (traits.close && random.chance(0.7)) closed(random, steps, at);
  return steps;
}

/** close() at the end, or in the middle of a transaction. */
function closed(random, steps, at) {
  if (random.chance(0.6)) steps.length = random.between(Math.min(2, steps.length), steps.length);
  steps.push({ at: Math.max(at - random.pick([0, 0, 100]), steps.at(-1).at), do: "close" });
}

function leaderAnswers(random, traits, topics, times) {
  const nodes = [...new Set(topics.flatMap(({ leaders }) => leaders))].sort();
  return nodes.flatMap((node) => {
    const names = topics.flatMap(({ name, leaders }) =>
      leaders.flatMap((leader, partition) => (leader === node ? [`${name}-${partition}`] : [])),
    );
    return Array.from({ length: random.pick([3, 6, 12]) }, (_, request) => ({ node, request })).flatMap((place) => {
      if (!random.chance(traits.faults)) return [];
      const form = random.pick(traits.produce);
      if (form !== "transactional") return [{ ...place, ...answerTo(random, form, names, times) }];
      const hit = random.some(names, random.between(1, names.length));
      const error = random.pick(PRODUCE_ERRORS);
      return [{ ...place, errors: Object.fromEntries(hit.map((name) => [name, error])) }];
    });
  });
}
