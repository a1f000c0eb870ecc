import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { startServer } from "./server.js";
import { browserSimulationThreads, SIMULATION_NAME } from "./simulation-threads.browser.js";

/** The scope of the worker; the compiler knows Node's globals here, not a worker's. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly name: string;
};

/** A worker has no files: the client reads for it. */
function start(): void {
  startServer(
    createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
    { readFile: () => Promise.resolve(undefined), simulationThreads: browserSimulationThreads },
  );
}

if (scope.name === SIMULATION_NAME) void import("../worker/main.browser.js");
else start();
