import type { SimulateResult } from "../core/simulation/result/result.js";
import type { JobRunner, SimulationJob } from "../core/whatif/experiment.js";
import { keyOfData } from "../core/whatif/job-key.js";
import type { SimulateWatch } from "../worker/simulation-client.js";
import { WorkerPool, type JobConstants, type WorkerHandle } from "../worker/worker-pool.js";
import { Remembered } from "./remembered.js";

/** How to watch over an experiment. */
export interface ExperimentWatch {
  readonly signal: NonNullable<SimulateWatch["signal"]>;
  readonly onProgress?: (share: number) => void;
}

/** There is no thread to simulate on; the message says why. */
export class NoThreads extends Error {}

/** A thread gave no sign of life and was ended. */
export class ThreadHangs extends Error {
  constructor() {
    super("the simulation gave no sign of life and was ended");
  }
}

/** Threads tell of progress every 50,000 steps, some 20 ms; so long without a word means that one hangs. */
const SILENCE_MS = 20_000;
/** A cancelled thread answers at its next look at the signal. */
const SILENCE_AFTER_CANCEL_MS = 3_000;
const RESULTS_KEPT = 64;

/**
 * Runs experiments on threads of their own, one after the other; threads are started with the first. A thread that ends or hangs
 * fails the experiment it was busy with, and the next one gets a new thread.
 */
export class SimulationHost {
  readonly #prepare: () => Promise<() => WorkerHandle>;
  readonly #size: number;
  readonly #results: Remembered<SimulateResult>;
  #pool: Promise<WorkerPool> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    prepare: () => Promise<() => WorkerHandle>,
    size: number,
    results: Remembered<SimulateResult> = new Remembered(RESULTS_KEPT),
  ) {
    this.#prepare = prepare;
    this.#size = size;
    this.#results = results;
  }

  /** Another queue with threads of its own that knows the same results. */
  aside(size: number): SimulationHost {
    return new SimulationHost(this.#prepare, size, this.#results);
  }

  /** Gives an experiment a runner of jobs, when those before it are over. Rejects with what the experiment rejects with. */
  experiment<T>(
    constants: JobConstants,
    watch: ExperimentWatch,
    experiment: (run: JobRunner) => Promise<T>,
  ): Promise<T> {
    const turn = this.#queue.then(async () => {
      const pool = await this.#threads();
      return experiment((jobs, onDone) => this.#run(pool, jobs, constants, watch, onDone));
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Ends every thread. */
  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    (await pool?.catch(() => undefined))?.close();
  }

  #threads(): Promise<WorkerPool> {
    this.#pool ??= this.#prepare().then(
      (start) => new WorkerPool(start, this.#size),
      (error: unknown) => {
        this.#pool = undefined; // Another time may have better luck.
        throw new NoThreads(error instanceof Error ? error.message : String(error));
      },
    );
    return this.#pool;
  }

  /** Jobs whose result is known are not run again. */
  async #run(
    pool: WorkerPool,
    jobs: readonly SimulationJob[],
    constants: JobConstants,
    watch: ExperimentWatch,
    onDone: (done: number) => void,
  ): Promise<readonly SimulateResult[]> {
    const keys = jobs.map((job) => keyOfData([constants, job]));
    const known = keys.map((key) => this.#results.get(key));
    const missing = jobs.flatMap((job, index) => (known[index] === undefined ? [{ job, index }] : []));
    if (missing.length === 0) return known as SimulateResult[];
    const results = await this.#watched(pool, watch, (onProgress) => {
      const runner = pool.runner(constants, { signal: watch.signal, onProgress });
      return runner(
        missing.map(({ job }) => job),
        (done) => onDone(jobs.length - missing.length + done),
      );
    });
    missing.forEach(({ index }, place) => {
      const result = results[place];
      if (result === undefined) return;
      known[index] = result;
      this.#results.set(keys[index] ?? "", result);
    });
    return known as SimulateResult[];
  }

  /** Ends the threads when they are silent for too long. */
  async #watched<T>(
    pool: WorkerPool,
    { signal, onProgress }: ExperimentWatch,
    run: (onProgress: (share: number) => void) => Promise<T>,
  ): Promise<T> {
    const silence = { isTooLong: false };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (silenceMs: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        silence.isTooLong = true;
        pool.close();
      }, silenceMs);
    };
    wait(SILENCE_MS);
    const waitLess = (): void => wait(SILENCE_AFTER_CANCEL_MS);
    signal.addEventListener("abort", waitLess);
    try {
      return await run((share) => {
        if (!signal.aborted) wait(SILENCE_MS);
        onProgress?.(share);
      });
    } catch (error) {
      throw silence.isTooLong ? new ThreadHangs() : error;
    } finally {
      signal.removeEventListener("abort", waitLess);
      clearTimeout(timer);
    }
  }
}
