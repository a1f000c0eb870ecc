// Bad scripts come back as data: a code, a path and what is allowed.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runProducerScript } from "../../server/src/core/simulation/script/run-producer-script.js";

const GOOD = {
  format: 1,
  id: "small",
  kafkaVersion: "3.9.2",
  config: { "max.block.ms": "0", "retry.backoff.ms": "100", "retry.backoff.max.ms": "100" } as Record<string, unknown>,
  topics: [{ name: "t", leaders: [0, 1] }] as unknown[],
  sends: [{ at: 0, topic: "t", partition: 1, key: null, value: 10 }] as unknown[],
  rtt: 10,
  answers: [] as unknown[],
  until: 1_000,
};

function found(change: Record<string, unknown>): string[] {
  const result = runProducerScript({ ...GOOD, ...change });
  return "errors" in result ? result.errors.map(({ code, path }) => `${code} ${path}`) : [];
}

function withConfig(config: Record<string, unknown>): Record<string, unknown> {
  return { config: { ...GOOD.config, ...config } };
}

const BAD: [string, Record<string, unknown>, string[]][] = [
  ["another format", { format: 4 }, ["out-of-range format"]],
  [
    "no partition in format 1",
    { sends: [{ at: 0, topic: "t", partition: null, key: null, value: 1 }] },
    ["wrong-type sends[0].partition"],
  ],
  [
    "a move back in time, of an unknown partition, to an older epoch",
    {
      format: 2,
      moves: [
        { at: 9, partition: "t-0", leader: 1, epoch: 3 },
        { at: 5, partition: "x-0", leader: 1, epoch: 2 },
        { at: 9, partition: "t-0", leader: -1, epoch: 3 },
      ],
    },
    ["unknown-name moves[1].partition", "not-sorted moves[1].at", "out-of-range moves[2].epoch"],
  ],
  [
    "an answer about leaders that is none",
    { format: 2, leaderHints: 1, metadataRtt: -1 },
    ["wrong-type leaderHints", "out-of-range metadataRtt"],
  ],
  [
    "compression without sizes",
    { format: 2, config: { "max.block.ms": "0", "retry.backoff.max.ms": "100", "compression.type": "gzip" } },
    ['unsupported config["compression.type"]'],
  ],
  [
    "compression without the size of a batch",
    {
      format: 2,
      config: { "max.block.ms": "0", "retry.backoff.max.ms": "100", "compression.type": "gzip" },
      compressed: [{ tp: "t-1", first: 0, records: 2, bytes: 90 }],
    },
    ["missing compressed"],
  ],
  ["a noise of more than everything", { format: 2, noise: 101 }, ["out-of-range noise"]],
  ["a seed that is a number", { format: 2, seed: 5 }, ["wrong-type seed"]],
  [
    "a partitioner of one's own",
    { config: { "max.block.ms": "0", "retry.backoff.max.ms": "100", "partitioner.class": "com.acme.Mine" } },
    ['out-of-range config["partitioner.class"]'],
  ],
  ["no id", { id: undefined }, ["missing id"]],
  ["a version that is none", { kafkaVersion: "latest" }, ["out-of-range kafkaVersion"]],
  ["a version before 2.1", { kafkaVersion: "2.0.1" }, ["out-of-range kafkaVersion"]],
  ["a number in config", withConfig({ "linger.ms": 5 }), ['wrong-type config["linger.ms"]']],
  ["a negative linger", withConfig({ "linger.ms": "-1" }), ['out-of-range config["linger.ms"]']],
  ["waiting for memory", withConfig({ "max.block.ms": "10" }), ['unsupported config["max.block.ms"]']],
  ["jitter", withConfig({ "retry.backoff.max.ms": "200" }), ['unsupported config["retry.backoff.max.ms"]']],
  ["compression", withConfig({ "compression.type": "lz4" }), ['unsupported config["compression.type"]']],
  ["transactions", withConfig({ "transactional.id": "x" }), ['unsupported config["transactional.id"]']],
  ["acks that are none", withConfig({ acks: "2" }), ['out-of-range config["acks"]']],
  ["idempotence against acks", withConfig({ acks: "1", "enable.idempotence": "true" }), ['conflict config["acks"]']],
  [
    "a short delivery timeout",
    withConfig({ "delivery.timeout.ms": "100" }),
    ['conflict config["delivery.timeout.ms"]'],
  ],
  ["no topics", { topics: [] }, ["out-of-range topics", "unknown-name sends[0].topic"]],
  ["a topic twice", { topics: [GOOD.topics[0], GOOD.topics[0]] }, ["duplicate topics[1].name"]],
  [
    "an unknown topic",
    { sends: [{ at: 0, topic: "x", partition: 0, key: null, value: 1 }] },
    ["unknown-name sends[0].topic"],
  ],
  [
    "a partition too far",
    { sends: [{ at: 0, topic: "t", partition: 2, key: null, value: 1 }] },
    ["out-of-range sends[0].partition"],
  ],
  ["no value", { sends: [{ at: 0, topic: "t", partition: 1, key: 3 }] }, ["missing sends[0].value"]],
  ["half a millisecond", { rtt: 0.5 }, ["out-of-range rtt"]],
  [
    "sends out of order",
    { sends: [5, 4].map((at) => ({ at, topic: "t", partition: 0, key: null, value: 1 })) },
    ["not-sorted sends[1].at"],
  ],
  [
    "an unknown error",
    { answers: [{ node: 0, request: 0, errors: { "t-0": "OOPS" } }] },
    ['unknown-name answers[0].errors["t-0"]'],
  ],
  [
    "a misspelled form",
    { answers: [{ node: 0, request: 0, dissconnect: 5 }] },
    ["unknown-name answers[0].dissconnect"],
  ],
  [
    "an answer that does not come, late",
    { answers: [{ node: 0, request: 0, silent: true, after: 5 }] },
    ["conflict answers[0]"],
  ],
  ["appended alone", { answers: [{ node: 0, request: 0, appended: true }] }, ["conflict answers[0].appended"]],
  [
    "two answers",
    {
      answers: [
        { node: 0, request: 0 },
        { node: 0, request: 0 },
      ],
    },
    ["duplicate answers[1]"],
  ],
];

describe("a script that cannot be run", () => {
  it("is not the good one", () => expect(found({})).toEqual([]));
  it.each(BAD)("%s", (_, change, expected) => expect(found(change)).toEqual(expected));

  it("may be anything at all", () => {
    fc.assert(fc.property(fc.anything(), (value) => "errors" in runProducerScript(value)));
    const field = fc.constantFrom(...Object.keys(GOOD));
    fc.assert(fc.property(field, fc.anything(), (name, value) => void runProducerScript({ ...GOOD, [name]: value })));
  });

  it("reports a hundred mistakes at most", () => {
    expect(found({ sends: Array.from({ length: 500 }, () => 7) })).toHaveLength(100);
  });
});

describe("a script without sends", () => {
  it("ends at once", () => {
    expect(runProducerScript({ ...GOOD, sends: [] })).toEqual({
      format: 1,
      id: "small",
      events: [],
      log: { "t-0": [], "t-1": [] },
      end: 0,
    });
  });
});
