import { MessageChannel } from "node:worker_threads";
import type { FromWorker, ToWorker } from "../../server/src/worker/messages.js";
import { serveSimulations } from "../../server/src/worker/serve-simulations.js";
import type { WorkerHandle } from "../../server/src/worker/worker-pool.js";

/** Threads that simulate, but on the test's own thread. */
export class FakeThreads {
  started = 0;
  stopped = 0;
  /** What was asked of any of them. */
  readonly asked: ToWorker[] = [];
  #end: ((reason: string) => void)[] = [];

  /** Real simulations over a line in memory. */
  readonly simulating = (): Promise<() => WorkerHandle> => Promise.resolve(() => this.#simulating());

  /** Threads that hear and never say a word. */
  readonly silent = (): Promise<() => WorkerHandle> => Promise.resolve(() => this.#silent());

  /** Every thread ends by itself. */
  crash(reason: string): void {
    for (const end of this.#end.splice(0)) end(reason);
  }

  #simulating(): WorkerHandle {
    this.started += 1;
    const { port1, port2 } = new MessageChannel();
    serveSimulations(
      {
        post: (message) => port1.postMessage(message),
        listen: (hear) => void port1.on("message", (message: ToWorker) => hear(message)),
      },
      () => new Promise((next) => setImmediate(next)),
    );
    return {
      port: {
        post: (message) => {
          this.asked.push(message);
          port2.postMessage(message);
        },
        listen: (hear) => void port2.on("message", (message: FromWorker) => hear(message)),
      },
      onEnd: (hear) => void this.#end.push(hear),
      stop: () => {
        this.stopped += 1;
        port2.close();
      },
    };
  }

  #silent(): WorkerHandle {
    this.started += 1;
    return {
      port: { post: (message) => void this.asked.push(message), listen: () => undefined },
      onEnd: (hear) => void this.#end.push(hear),
      stop: () => void (this.stopped += 1),
    };
  }
}
