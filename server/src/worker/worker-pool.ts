import type { JobRunner, SimulationJob, StopSignal } from "../core/whatif/experiment.js";
import type { SimulateResult } from "../core/simulation/result/result.js";
import type { FromWorker, Port, SimulateRequest, ToWorker } from "./messages.js";
import { SimulationClient, type SimulateWatch } from "./simulation-client.js";

/** A worker that was started: the line to it, how to hear of its end, and how to stop it. */
export interface WorkerHandle {
  readonly port: Port<FromWorker, ToWorker>;
  /** Hears once, with the reason, when the worker ends by itself. */
  readonly onEnd: (hear: (reason: string) => void) => void;
  readonly stop: () => void;
}

/** What all jobs of an experiment have in common. */
export type JobConstants = Pick<SimulateRequest, "fileName" | "kafkaVersion" | "versionSource">;

/** How to watch over an experiment. */
export interface PoolWatch {
  readonly signal?: SimulateWatch["signal"] | undefined;
  /** Hears the share of all that is done, 0 to 1, also while jobs run. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** An experiment that was stopped has no results. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
  }
}

interface Running {
  readonly client: SimulationClient;
  readonly handle: WorkerHandle;
  busy: boolean;
}

/** So many workers at most; each is started when there is work for it, and replaced when it ends by itself. */
export class WorkerPool {
  readonly #start: () => WorkerHandle;
  readonly #size: number;
  #workers: Running[] = [];

  constructor(start: () => WorkerHandle, size: number) {
    this.#start = start;
    this.#size = Math.max(1, size);
  }

  /**
   * Runs jobs on the workers, as many at once as there are. Rejects with {@link Cancelled} when the signal is raised, and with the
   * reason when a worker ends; the pool stays usable.
   */
  runner(constants: JobConstants = {}, watch: PoolWatch = {}): JobRunner {
    return async (jobs, onDone) => {
      const results: SimulateResult[] = [];
      const shares = jobs.map(() => 0);
      let next = 0;
      let done = 0;
      const tell = (index: number, share: number): void => {
        shares[index] = share;
        watch.onProgress?.(shares.reduce((sum, one) => sum + one, 0) / jobs.length);
      };
      const work = async (worker: Running): Promise<void> => {
        for (let index = next++; index < jobs.length; index = next++) {
          if (isRaised(watch.signal)) throw new Cancelled();
          results[index] = await this.#one(worker, jobs[index] as SimulationJob, constants, watch, (share) =>
            tell(index, share),
          );
          if (isRaised(watch.signal)) throw new Cancelled();
          tell(index, 1);
          done += 1;
          onDone(done);
        }
      };
      const count = Math.min(this.#size, jobs.length);
      await Promise.all(Array.from({ length: count }, () => this.#withWorker(work)));
      return results;
    };
  }

  /** Stops every worker; who still waits is told so. */
  close(): void {
    for (const { handle, client } of this.#workers) {
      client.fail("the simulation was stopped");
      handle.stop();
    }
    this.#workers = [];
  }

  async #withWorker(work: (worker: Running) => Promise<void>): Promise<void> {
    const worker = this.#workers.find(({ busy }) => !busy) ?? this.#add();
    worker.busy = true;
    try {
      await work(worker);
    } finally {
      worker.busy = false;
    }
  }

  async #one(
    { client }: Running,
    { text, scenario, seed }: SimulationJob,
    constants: JobConstants,
    { signal }: PoolWatch,
    onProgress: (share: number) => void,
  ): Promise<SimulateResult> {
    const request: SimulateRequest = { ...constants, text, scenario, seed };
    return client.simulate(request, signal === undefined ? { onProgress } : { signal, onProgress });
  }

  #add(): Running {
    const handle = this.#start();
    const worker: Running = { client: new SimulationClient(handle.port), handle, busy: false };
    handle.onEnd((reason) => {
      this.#workers = this.#workers.filter((one) => one !== worker);
      worker.client.fail(reason);
    });
    this.#workers.push(worker);
    return worker;
  }
}

function isRaised(signal: StopSignal | undefined): boolean {
  return signal?.aborted === true;
}
