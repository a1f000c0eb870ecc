import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { listenToCreator } from "../worker/listen.browser.js";
import type { Programs } from "./programs.js";
import { browserSimulationThreads, SIMULATION_NAME } from "./simulation-threads.browser.js";

/** The scope of the worker; the compiler knows Node's globals here, not a worker's. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly name: string;
};

/** Serves an editor, or simulates when this worker is named so. A worker has no files: the client reads for it. */
export function start({ startServer, serveSimulations }: Programs): void {
  if (scope.name === SIMULATION_NAME) {
    listenToCreator(serveSimulations);
    return;
  }
  startServer(
    createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
    { readFile: () => Promise.resolve(undefined), simulationThreads: browserSimulationThreads },
  );
}
