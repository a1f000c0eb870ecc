// Scripts with transactions: what the client does with a few, and how mistakes in them come back.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runProducerScript } from "../../server/src/core/simulation/script/run-producer-script.js";

const GOOD = {
  format: 3,
  id: "small",
  kafkaVersion: "3.9.2",
  config: { "transactional.id": "orders", "linger.ms": "0", "retry.backoff.max.ms": "100" } as Record<string, unknown>,
  topics: [{ name: "t", leaders: [0] }] as unknown[],
  steps: [
    { at: 0, do: "init" },
    { at: 0, do: "begin" },
    { at: 0, do: "send", topic: "t", partition: 0, key: null, value: 10 },
    { at: 0, do: "commit", orAbort: true },
    { at: 0, do: "begin" },
  ] as unknown[],
  rtt: 10,
  answers: [] as unknown[],
  cluster: { transactionVersion: 1 } as Record<string, unknown>,
  coordinator: [] as unknown[],
  until: 5_000,
};

function played(change: Record<string, unknown>): string[] {
  const trace = runProducerScript({ ...GOOD, ...change });
  if ("errors" in trace) throw new Error(JSON.stringify(trace.errors));
  return trace.events.map((event) => {
    switch (event.e) {
      case "txn":
        return `${event.t} ${event.api} ${event.epoch ?? ""}`.trim();
      case "return":
        return `${event.t} ${event.do} ${event.error ?? "returns"}`;
      case "request":
        return `${event.t} Produce ${event.batches.map(({ seq, epoch }) => `${epoch}:${seq}`).join(" ")}`;
      case "done":
      case "reject":
        return `${event.t} ${event.e} ${event.error ?? ""}`.trim();
      default:
        return `${event.t} ${event.e}`;
    }
  });
}

function without(lines: readonly string[]): string[] {
  return lines.filter((line) => !/ (call|append)$/.test(line));
}

describe("a transaction", () => {
  it("waits for retry.backoff.ms between FindCoordinator and InitProducerId, and tells the coordinator of partitions", () => {
    expect(without(played({}))).toEqual([
      "0 FindCoordinator",
      "110 InitProducerId -1",
      "120 init returns",
      "120 begin returns",
      "120 AddPartitionsToTxn 0",
      "130 Produce 0:0",
      "140 done",
      "140 EndTxn 0",
      "150 commit returns",
      "150 begin returns",
    ]);
  });

  it("tells nobody of partitions and has a new epoch every time with KIP-890", () => {
    const steps = [...GOOD.steps, ...GOOD.steps.slice(2, 4)];
    const lines = without(played({ kafkaVersion: "4.3.1", cluster: { transactionVersion: 2 }, steps }));
    expect(lines.filter((line) => / (Produce|EndTxn|AddPartitions)/.test(line))).toEqual([
      "120 Produce 0:0",
      "130 EndTxn 0",
      "140 Produce 1:0",
      "150 EndTxn 1",
    ]);
  });

  it("is fenced: the commit and everything after it throws", () => {
    const coordinator = [{ api: "EndTxn", request: 0, error: "INVALID_PRODUCER_EPOCH" }];
    expect(without(played({ coordinator })).slice(-4)).toEqual([
      "140 EndTxn 0",
      "150 commit ProducerFencedException",
      "150 abort ProducerFencedException",
      "150 begin ProducerFencedException",
    ]);
  });

  it("throws in send() from 3.1.1 on although the record is in a batch, whose callback comes as well", () => {
    const answers = [{ node: 0, request: 0, errors: { "t-0": "INVALID_RECORD" } }];
    const send = { at: 300, do: "send", topic: "t", partition: 0, key: null, value: 10 };
    const steps = [...GOOD.steps.slice(0, 3), send, { at: 400, do: "abort" }];
    const after = (kafkaVersion: string): string[] =>
      played({ kafkaVersion, answers, steps }).filter((line) => line.startsWith("3"));
    expect(after("2.8.2")).toEqual(["300 reject KafkaException"]);
    expect(after("3.9.2").slice(0, 2)).toEqual(["300 append", "300 reject KafkaException"]);
    // The Sender is not woken: it finds the record when the abort wakes it.
    expect(played({ answers, steps }).filter((line) => / done/.test(line))).toEqual([
      "140 done InvalidRecordException",
      "400 done TransactionAbortedException",
    ]);
  });
});

function found(change: Record<string, unknown>): string[] {
  const result = runProducerScript({ ...GOOD, ...change });
  return "errors" in result ? result.errors.map(({ code, path }) => `${code} ${path}`) : [];
}

const BAD: [string, Record<string, unknown>, string[]][] = [
  ["no transactional.id", { config: {} }, ['unsupported config["transactional.id"]', "unsupported config"]],
  ["jitter", { config: { "transactional.id": "a" } }, ['unsupported config["retry.backoff.max.ms"]']],
  ["an old client with KIP-890", { cluster: { transactionVersion: 2 } }, ["unsupported cluster.transactionVersion"]],
  ["no such version", { cluster: { transactionVersion: 3 } }, ["out-of-range cluster.transactionVersion"]],
  ["no round trip", { rtt: 0 }, ["out-of-range rtt"]],
  ["an unknown step", { steps: [{ at: 0, do: "flush" }] }, ["unknown-name steps[0].do"]],
  ["an abort or an abort", { steps: [{ at: 0, do: "abort", orAbort: true }] }, ["wrong-type steps[0].orAbort"]],
  [
    "something after close",
    {
      steps: [
        { at: 1, do: "close" },
        { at: 0, do: "begin" },
      ],
    },
    ["conflict steps[0]", "not-sorted steps[1].at"],
  ],
  ["an unknown request", { coordinator: [{ api: "Fetch", request: 0 }] }, ["unknown-name coordinator[0].api"]],
  [
    "an unknown error",
    { coordinator: [{ api: "EndTxn", request: 0, error: "OOPS" }] },
    ["unknown-name coordinator[0].error"],
  ],
  [
    "an answer and none",
    { coordinator: [{ api: "EndTxn", request: 0, after: 1, silent: true }] },
    ["conflict coordinator[0]"],
  ],
];

describe("a script with transactions that cannot be run", () => {
  it("is not the good one", () => expect(found({})).toEqual([]));
  it.each(BAD)("%s", (_, change, expected) => {
    const mistakes = found(change);
    expect(mistakes.slice(0, expected.length).map((line, at) => line.slice(0, expected[at]?.length))).toEqual(expected);
  });

  it("may be anything at all", () => {
    const field = fc.constantFrom(...Object.keys(GOOD));
    fc.assert(fc.property(field, fc.anything(), (name, value) => void runProducerScript({ ...GOOD, [name]: value })));
  });
});
