import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NoThreads, SimulationHost, ThreadHangs } from "../../server/src/lsp/simulation-host.js";
import { Cancelled } from "../../server/src/worker/worker-pool.js";
import { FakeThreads } from "./threads.js";

const JOB = { text: "acks=7\n", scenario: "laptop", seed: 1 };

function run(host: SimulationHost, signal: AbortSignal = new AbortController().signal): Promise<unknown> {
  return host.experiment({}, { signal }, (runner) => runner([JOB], () => undefined));
}

describe("threads that hang", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("are ended after a long silence, and the next experiment has new ones", async () => {
    const threads = new FakeThreads();
    const host = new SimulationHost(threads.silent, 1);
    const first = expect(run(host)).rejects.toBeInstanceOf(ThreadHangs);
    const second = expect(run(host)).rejects.toBeInstanceOf(ThreadHangs);
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all([first, second]);
    expect([threads.started, threads.stopped]).toEqual([2, 2]);
  });

  test("are given less time when nobody waits any longer", async () => {
    const threads = new FakeThreads();
    const controller = new AbortController();
    const ended = expect(run(new SimulationHost(threads.silent, 1), controller.signal)).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(threads.stopped).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(threads.stopped).toBe(1);
    await ended;
  });
});

test("an experiment that was cancelled before its turn does not begin", async () => {
  const threads = new FakeThreads();
  await expect(run(new SimulationHost(threads.silent, 1), AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
  expect(threads.asked).toEqual([]);
});

test("a host that could not get threads tries again", async () => {
  const threads = new FakeThreads();
  let isReady = false;
  const host = new SimulationHost(() => (isReady ? threads.simulating() : Promise.reject(new Error("not yet"))), 1);
  await expect(run(host)).rejects.toBeInstanceOf(NoThreads);
  isReady = true;
  expect(await run(host)).toMatchObject([{ outcome: "refused" }]);
  await host.close();
  expect(threads.stopped).toBe(1);
});
