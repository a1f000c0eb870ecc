import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { listFiles, readTextFile } from "./files.node.js";
import type { Programs } from "./programs.js";
import type { Runtime } from "./runtime.js";

/** By this argument the program knows that it is a thread that simulates. */
const SIMULATION_ARGUMENT = "--ackwise-simulation";
const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;

/** The file system of the machine; other schemes are the client's. Node's threads are loaded when there is something to simulate. */
const runtime: Runtime = {
  readFile: readTextFile,
  listFiles,
  simulationThreads: async () => {
    const { startNodeWorker } = await import("../worker/start.node.js");
    return () => startNodeWorker(__filename, [SIMULATION_ARGUMENT]);
  },
};

/** Serves an editor, or simulates when this is a thread of such a server. */
export function start({ startServer, serveSimulations }: Programs): void {
  if (process.argv.includes(SIMULATION_ARGUMENT)) {
    void import("../worker/listen.node.js").then(({ listenToParent }) => {
      listenToParent(serveSimulations);
    });
    return;
  }
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");
  startServer(createConnection(ProposedFeatures.all), runtime);
}
