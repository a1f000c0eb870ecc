import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startNodeWorker } from "../worker/start.node.js";
import type { Runtime } from "./runtime.js";
import { startServer } from "./server.js";

/** The file system of the machine; other schemes are the client's. */
const runtime: Runtime = {
  readFile: async (uri) => {
    if (!uri.startsWith("file:")) return undefined;
    try {
      return await readFile(fileURLToPath(uri), "utf8");
    } catch {
      return undefined; // Most folders have no build file; there is nothing to tell.
    }
  },
  simulationThreads: () => Promise.resolve(() => startNodeWorker(join(__dirname, "..", "worker", "node.js"))),
};

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;
if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");

startServer(createConnection(ProposedFeatures.all), runtime);
