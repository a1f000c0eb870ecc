import { Worker } from "node:worker_threads";
import type { FromWorker } from "./messages.js";
import type { WorkerHandle } from "./worker-pool.js";

/** Starts a worker thread of Node on the bundle at a path. It does not keep the process alive while it has nothing to do. */
export function startNodeWorker(path: string, argv: readonly string[] = []): WorkerHandle {
  const worker = new Worker(path, { argv: [...argv] });
  let isStopped = false;
  return {
    port: {
      post: (message) => worker.postMessage(message),
      listen: (hear) => void worker.on("message", (message: FromWorker) => hear(message)),
    },
    onEnd: (hear) => {
      worker.on("error", (error) => hear(error.message));
      worker.on("exit", (code) => {
        if (!isStopped) hear(`the simulation's thread ended with code ${code}`);
      });
    },
    stop: () => {
      isStopped = true;
      void worker.terminate();
    },
  };
}
