import { isMainThread } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { listenToParent } from "../worker/listen.node.js";
import { startNodeWorker } from "../worker/start.node.js";
import { listFiles, readTextFile } from "./files.node.js";
import type { Programs } from "./programs.js";
import type { Runtime } from "./runtime.js";

/** The file system of the machine; other schemes are the client's. */
const runtime: Runtime = {
  readFile: readTextFile,
  listFiles,
  simulationThreads: () => Promise.resolve(() => startNodeWorker(__filename)), // This very program: see below.
};

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;

/** Serves an editor, or simulates when this is a thread of such a server. */
export function start({ startServer, serveSimulations }: Programs): void {
  if (!isMainThread) {
    listenToParent(serveSimulations);
    return;
  }
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");
  startServer(createConnection(ProposedFeatures.all), runtime);
}
