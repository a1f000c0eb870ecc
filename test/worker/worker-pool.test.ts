// Many simulations at once: results in the order of the jobs whatever worker did them, cancellation, workers that end.
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { inlineRunner } from "../../server/src/core/report/what-if/inline-runner.js";
import type { SimulationJob } from "../../server/src/core/whatif/experiment.js";
import type { FromWorker, Port, ToWorker } from "../../server/src/worker/messages.js";
import { serveSimulations } from "../../server/src/worker/serve-simulations.js";
import { Cancelled, WorkerPool, type WorkerHandle } from "../../server/src/worker/worker-pool.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;
const nextTurn = (): Promise<void> => new Promise((next) => setImmediate(next));

/** A pool whose workers are lines in memory; `ends` makes the newest one end. */
function poolInMemory(size: number) {
  const started: MessagePort[] = [];
  const ends: ((reason: string) => void)[] = [];
  const start = (): WorkerHandle => {
    const { port1, port2 } = new MessageChannel();
    started.push(port1);
    serveSimulations(portOf<ToWorker, FromWorker>(port1), nextTurn);
    return { port: portOf(port2), onEnd: (hear) => void ends.push(hear), stop: () => port1.close() };
  };
  return { pool: new WorkerPool(start, size), started, ends };
}

function portOf<In, Out>(port: MessagePort): Port<In, Out> {
  return { post: (message) => port.postMessage(message), listen: (hear) => void port.on("message", hear) };
}

const jobs = (durations: readonly number[]): SimulationJob[] =>
  durations.map((durationMs, index) => ({ text: TEXT, scenario: { durationMs }, seed: index }));

describe("a pool of workers", () => {
  it("gives what one thread gives, in the order of the jobs", async () => {
    const { pool, started } = poolInMemory(3);
    const work = jobs([900, 10, 300, 20, 500]);
    const done: number[] = [];
    const results = await pool.runner()(work, (count) => done.push(count));
    expect(results).toEqual(await inlineRunner({}, nextTurn)(work, () => undefined));
    expect(done).toEqual([1, 2, 3, 4, 5]);
    expect(started).toHaveLength(3);
    pool.close();
  });

  it("is stopped by a signal, and goes on with the next experiment", async () => {
    const { pool } = poolInMemory(2);
    const controller = new AbortController();
    const shares: number[] = [];
    const onProgress = (share: number): void => {
      shares.push(share);
      controller.abort();
    };
    const stopped = pool.runner({}, { signal: controller.signal, onProgress })(
      jobs([100_000, 100_000]),
      () => undefined,
    );
    await expect(stopped).rejects.toThrow(Cancelled);
    expect(shares[0]).toBeGreaterThan(0);
    expect(await pool.runner()(jobs([10]), () => undefined)).toHaveLength(1);
    pool.close();
  });

  it("tells when a worker ends, and starts another for the next", async () => {
    const { pool, started, ends } = poolInMemory(1);
    const waiting = pool.runner()(jobs([1_000_000]), () => undefined);
    ends[0]?.("out of memory");
    await expect(waiting).rejects.toThrow("out of memory");
    expect(await pool.runner()(jobs([10]), () => undefined)).toHaveLength(1);
    expect(started).toHaveLength(2);
    pool.close();
  });
});
