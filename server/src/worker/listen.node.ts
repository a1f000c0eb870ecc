import { setImmediate } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { ToWorker } from "./messages.js";
import type { serveSimulations } from "./serve-simulations.js";

/** Simulates in this worker thread of Node what the thread that started it asks for. */
export function listenToParent(serve: typeof serveSimulations): void {
  const port = parentPort;
  if (port === null) throw new Error("this is not a worker thread");
  serve(
    {
      post: (message) => port.postMessage(message),
      listen: (hear) => void port.on("message", (message: ToWorker) => hear(message)),
    },
    () => setImmediate(),
  );
}
