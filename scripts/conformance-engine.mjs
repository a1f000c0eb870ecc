// The engine and the comparison of test/config (replay.ts), bundled from their sources for scripts.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { REPOSITORY } from "./steps.mjs";

const TESTS = join(REPOSITORY, "test", "config");
const ENTRY = `
export { replay } from "./replay.js";
export { Recording } from "./recording.js";
export { RECORDER_HOSTS } from "./recorder-machine.js";
export { evaluate } from "../../server/src/core/config/evaluate.js";
export { catalogFor } from "../../server/src/core/catalog/catalog.js";
export { parseVersion } from "../../server/src/core/catalog/version.js";
export { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
`;

/** What ENTRY names, as it is in the sources now. */
export async function loadEngine() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: TESTS, loader: "ts" },
    // The recordings are found from the place of the sources, which a bundle does not know.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(TESTS, "replay.ts")).href) },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
