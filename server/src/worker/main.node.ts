import { setImmediate } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { ToWorker } from "./messages.js";
import { serveSimulations } from "./serve-simulations.js";

/** A worker thread of Node. */
const port = parentPort;
if (port === null) throw new Error("this file is the main of a worker thread");
serveSimulations(
  {
    post: (message) => port.postMessage(message),
    listen: (hear) => void port.on("message", (message: ToWorker) => hear(message)),
  },
  () => setImmediate(),
);
