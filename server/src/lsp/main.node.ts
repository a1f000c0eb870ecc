import { isMainThread } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startNodeWorker } from "../worker/start.node.js";
import { listFiles, readTextFile } from "./files.node.js";
import type { Runtime } from "./runtime.js";
import { startServer } from "./server.js";

/** The file system of the machine; other schemes are the client's. */
const runtime: Runtime = {
  readFile: readTextFile,
  listFiles,
  simulationThreads: () => Promise.resolve(() => startNodeWorker(__filename)), // This very program: see below.
};

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;
if (isMainThread) {
  if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");
  startServer(createConnection(ProposedFeatures.all), runtime);
} else void import("../worker/main.node.js");
