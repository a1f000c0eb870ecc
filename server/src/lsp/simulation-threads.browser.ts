import type { FromWorker, ToWorker } from "../worker/messages.js";
import type { WorkerHandle } from "../worker/worker-pool.js";
import type { WorkerScript } from "./runtime.js";

/** A web worker; the compiler knows Node's globals here. */
interface WebWorker {
  postMessage(message: ToWorker): void;
  addEventListener(type: "message", hear: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: "error", hear: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/** By this name the program knows that it is to simulate. */
export const SIMULATION_NAME = "ackwise-simulation";

/**
 * Workers of a browser. The script is read and started as a blob: browsers refuse workers from another origin, which is where
 * VS Code for the web has its extensions. What cannot be read is left to `importScripts`, which may load from anywhere.
 */
export async function browserSimulationThreads({ uri, read }: WorkerScript): Promise<() => WorkerHandle> {
  if (uri === undefined) throw new Error("the client did not say where the simulation's script is");
  const scope = globalThis as unknown as {
    readonly Worker?: new (url: string, options: { readonly name: string }) => WebWorker;
  };
  const { Worker } = scope;
  if (Worker === undefined) throw new Error("this browser starts no workers inside workers");
  const text = (await read(uri)) ?? `importScripts(${JSON.stringify(uri)});`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return () => handleOf(new Worker(url, { name: SIMULATION_NAME }));
}

function handleOf(worker: WebWorker): WorkerHandle {
  return {
    port: {
      post: (message) => worker.postMessage(message),
      listen: (hear) => worker.addEventListener("message", ({ data }) => hear(data)),
    },
    onEnd: (hear) => {
      worker.addEventListener("error", ({ message }) => {
        worker.terminate(); // Else it would live on beside the one that replaces it.
        hear(message ?? "the simulation's worker could not be started");
      });
    },
    stop: () => worker.terminate(),
  };
}
