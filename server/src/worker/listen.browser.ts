import type { FromWorker, ToWorker } from "./messages.js";
import type { serveSimulations } from "./serve-simulations.js";

/** The scope of a web worker; the compiler knows Node's globals here. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  addEventListener(type: "message", hear: (event: { readonly data: ToWorker }) => void): void;
}

/** Simulates in this web worker what the program that started it asks for. */
export function listenToCreator(serve: typeof serveSimulations): void {
  const scope = globalThis as unknown as WorkerScope;
  serve(
    {
      post: (message) => scope.postMessage(message),
      listen: (hear) => scope.addEventListener("message", ({ data }) => hear(data)),
    },
    () => new Promise((resolve) => setTimeout(resolve, 0)),
  );
}
