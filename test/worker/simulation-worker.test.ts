// Simulations on another thread: the messages over a line in memory, and the real main in a worker thread of Node.
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { FromWorker, Port, ToWorker } from "../../server/src/worker/messages.js";
import { serveSimulations } from "../../server/src/worker/serve-simulations.js";
import { SimulationClient } from "../../server/src/worker/simulation-client.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;
const LONG = { durationMs: 1_000_000 };

function portOf<In, Out>(port: MessagePort | Worker): Port<In, Out> {
  return { post: (message) => port.postMessage(message), listen: (hear) => void port.on("message", hear) };
}

describe("a line in memory", () => {
  let channel: MessageChannel;
  let client: SimulationClient;
  beforeEach(() => {
    channel = new MessageChannel();
    serveSimulations(portOf<ToWorker, FromWorker>(channel.port1), () => new Promise((next) => setImmediate(next)));
    client = new SimulationClient(portOf<FromWorker, ToWorker>(channel.port2));
  });
  afterEach(() => channel.port1.close());

  it("gives the result of the same thread", async () => {
    const [laptop, bad] = await Promise.all([
      client.simulate({ text: TEXT, scenario: "laptop", seed: 4 }),
      client.simulate({ text: TEXT, scenario: "nowhere" }),
    ]);
    expect(laptop).toEqual(simulateText(TEXT, "laptop", { seed: 4 }));
    expect(bad).toMatchObject({ outcome: "bad-scenario" });
  });

  it("sends recorded traffic one way only; the result has it nevertheless", async () => {
    const csv = "0,100\n5,200\n";
    const answers: FromWorker[] = [];
    channel.port2.on("message", (message: FromWorker) => answers.push(message));
    for (const [kind, text] of [
      ["recorded", csv],
      ["steps", "0,100\n50,200\n"],
    ] as const) {
      const scenario = { durationMs: 100, workload: { arrivals: { kind, csvFile: "t.csv", csv: text } } };
      expect(await client.simulate({ text: TEXT, scenario })).toEqual(simulateText(TEXT, scenario));
    }
    const results = answers.flatMap((answer) => (answer.kind === "result" ? [JSON.stringify(answer.result)] : []));
    expect(results.map((result) => [result.includes("t.csv"), result.includes('"csv"')])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it("tells progress and can be cancelled", async () => {
    const controller = new AbortController();
    const result = await client.simulate(
      { text: TEXT, scenario: LONG },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(result).toMatchObject({ ended: "cancelled", complete: false });
    const early = await client.simulate({ text: TEXT, scenario: LONG }, { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ ended: "cancelled" });
  });

  it("fails when the worker is gone", async () => {
    const waiting = client.simulate({ text: TEXT, scenario: LONG });
    client.fail("the worker ended");
    await expect(waiting).rejects.toThrow("the worker ended");
  });
});

it("works in a worker thread of Node", async () => {
  const { outputFiles } = await build({
    entryPoints: ["server/src/worker/main.node.ts"],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    loader: { ".json": "json" },
    logLevel: "error",
  });
  const worker = new Worker(outputFiles[0]!.text, { eval: true });
  try {
    const client = new SimulationClient(portOf<FromWorker, ToWorker>(worker));
    expect(await client.simulate({ text: TEXT, scenario: "laptop" })).toEqual(simulateText(TEXT, "laptop"));
  } finally {
    await worker.terminate();
  }
});
