import type { FromWorker, ToWorker } from "./messages.js";
import { serveSimulations } from "./serve-simulations.js";

/** The scope of a web worker; the compiler knows Node's globals here. */
const scope = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  addEventListener(type: "message", hear: (event: { readonly data: ToWorker }) => void): void;
};
serveSimulations(
  {
    post: (message) => scope.postMessage(message),
    listen: (hear) => scope.addEventListener("message", ({ data }) => hear(data)),
  },
  () => new Promise((resolve) => setTimeout(resolve, 0)),
);
