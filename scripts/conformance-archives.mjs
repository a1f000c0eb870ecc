// The archives of recorded traces, opened by the tests' own readers.
import { join } from "node:path";
import { build } from "esbuild";
import { REPOSITORY } from "./steps.mjs";

const ENTRY = `
export { unpackTraces } from "./trace-archive.js";
export { unpackTransactions } from "./transaction-archive.js";
`;

/** What ENTRY names, as it is in the sources now. */
export async function loadArchives() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: join(REPOSITORY, "test", "simulation"), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
