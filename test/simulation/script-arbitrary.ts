// Arbitrary producer scripts: small, but with every kind of answer.
import * as fc from "fast-check";
import type { ProduceError } from "../../server/src/core/simulation/producer/errors.js";
import type { ProducerScript, ScriptAnswer, ScriptSend } from "../../server/src/core/simulation/script/script.js";
import { NEWEST } from "../support/newest.js";

/** Which mishaps a script may hold. */
export interface Mishaps {
  readonly errors: readonly ProduceError[];
  readonly closes: boolean;
  /** Delivery timeouts short enough to be reached. */
  readonly expiry: boolean;
}

const NODES = 2;
const PARTITIONS = 4;
const TOPIC = "t";

const version = fc.constantFrom(
  "2.1.1",
  "2.8.2",
  "3.0.0",
  "3.2.0",
  "3.3.1",
  "3.5.2",
  "3.7.0",
  "3.9.2",
  "4.0.0",
  "4.2.0",
  NEWEST,
);

function config(mishaps: Mishaps): fc.Arbitrary<Record<string, string>> {
  return fc
    .record({
      lingerMs: fc.constantFrom(0, 1, 5, 30),
      batchSizeBytes: fc.constantFrom(0, 200, 500, 2_000, 16_384),
      bufferMemoryBytes: fc.constantFrom(1_000, 6_000, 40_000, 1_000_000),
      maxRequestSizeBytes: fc.constantFrom(700, 4_000, 1_048_576),
      maxInFlight: fc.integer({ min: 1, max: 5 }),
      idempotent: fc.boolean(),
      requestTimeoutMs: fc.constantFrom(60, 200),
      retries: mishaps.expiry ? fc.constantFrom(0, 1, 1_000) : fc.constant(1_000_000),
    })
    .map((chosen) => ({
      "max.block.ms": "0",
      "retry.backoff.ms": "20",
      "retry.backoff.max.ms": "20",
      "reconnect.backoff.ms": "15",
      acks: "all",
      "linger.ms": String(chosen.lingerMs),
      "batch.size": String(chosen.batchSizeBytes),
      "buffer.memory": String(chosen.bufferMemoryBytes),
      "max.request.size": String(chosen.maxRequestSizeBytes),
      "max.in.flight.requests.per.connection": String(chosen.maxInFlight),
      "enable.idempotence": String(chosen.idempotent && chosen.retries > 0),
      "request.timeout.ms": String(chosen.requestTimeoutMs),
      "delivery.timeout.ms": mishaps.expiry ? String(chosen.lingerMs + chosen.requestTimeoutMs) : "1000000",
      retries: String(chosen.retries),
    }));
}

const send: fc.Arbitrary<ScriptSend> = fc.record({
  at: fc.integer({ min: 0, max: 300 }),
  topic: fc.constant(TOPIC),
  partition: fc.integer({ min: 0, max: PARTITIONS - 1 }),
  key: fc.option(fc.integer({ min: 0, max: 40 })),
  value: fc.constantFrom(0, 10, 70, 150, 900),
});

function form(mishaps: Mishaps): fc.Arbitrary<Omit<ScriptAnswer, "node" | "request">> {
  const partition = fc.integer({ min: 0, max: PARTITIONS - 1 }).map((number) => `${TOPIC}-${number}`);
  const errors = fc.dictionary(partition, fc.constantFrom(...mishaps.errors), { maxKeys: PARTITIONS });
  const after = fc.integer({ min: 0, max: 150 });
  const answered = fc.record({ after, errors, errorsAfterAppend: errors }, { requiredKeys: [] });
  if (!mishaps.closes) return answered;
  const appended = fc.boolean();
  const closed = fc.record({ disconnect: fc.integer({ min: 0, max: 80 }), appended });
  return fc.oneof(answered, closed, fc.record({ silent: fc.constant(true as const), appended }));
}

/** Scripts of up to 60 records whose answers go wrong in the given ways. */
export function scriptWith(mishaps: Mishaps): fc.Arbitrary<ProducerScript> {
  const answer = fc
    .tuple(fc.integer({ min: 0, max: NODES - 1 }), fc.integer({ min: 0, max: 12 }), form(mishaps))
    .map(([node, request, chosen]) => ({ node, request, ...chosen }));
  return fc.record({
    format: fc.constant(1 as const),
    id: fc.constant("arbitrary"),
    kafkaVersion: version,
    config: config(mishaps),
    topics: fc
      .array(fc.integer({ min: 0, max: NODES - 1 }), { minLength: PARTITIONS, maxLength: PARTITIONS })
      .map((leaders) => [{ name: TOPIC, leaders }]),
    sends: fc.array(send, { maxLength: 60 }).map((sends) => sends.sort((left, right) => left.at - right.at)),
    rtt: fc.integer({ min: 0, max: 25 }),
    answers: fc.uniqueArray(answer, { maxLength: 12, selector: ({ node, request }) => `${node} ${request}` }),
    until: fc.constant(100_000),
  });
}
