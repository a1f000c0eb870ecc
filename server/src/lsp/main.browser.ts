import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { startServer } from "./server.js";
import { browserSimulationThreads } from "./simulation-threads.browser.js";

/** The scope of the worker; the compiler knows Node's globals here, not a worker's. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const reader = new BrowserMessageReader(scope);
const writer = new BrowserMessageWriter(scope);

/** A worker has no files: the client reads for it. */
startServer(createConnection(ProposedFeatures.all, reader, writer), {
  readFile: () => Promise.resolve(undefined),
  simulationThreads: browserSimulationThreads,
});
