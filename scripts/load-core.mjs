// Loads a module of the pure core as it stands in the sources.
import { join } from "node:path";
import { build } from "esbuild";
import { REPOSITORY } from "./steps.mjs";

/** What `server/src/core/<path>` exports. */
export async function loadCore(path) {
  const { outputFiles } = await build({
    entryPoints: [join(REPOSITORY, "server", "src", "core", path)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
