// Bundles everything that ships into dist/. node scripts/build.mjs [--watch] [--development] [--extension]
// Types of the library come from `tsc -b`; everything else is esbuild's.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules, createRequire } from "node:module";
import { resolve } from "node:path";
import { context } from "esbuild";
import { noticesOf } from "./notices.mjs";

process.chdir(resolve(import.meta.dirname, ".."));
const watch = process.argv.includes("--watch");
const extensionOnly = process.argv.includes("--extension");
const development = watch || process.argv.includes("--development");

const common = {
  bundle: true,
  minify: !development,
  sourcemap: development,
  metafile: true,
  legalComments: "none",
  loader: { ".json": "json" },
  logLevel: "info",
};
/** Where the programs find it, each in a folder of dist/. */
const KOREAN = "../korean.json";
/** Data as a text that is parsed when it is loaded: the engine reads it much faster than the same as a program. */
const jsonAsText = {
  name: "json-as-text",
  setup: (build) =>
    build.onLoad({ filter: /[\\/]schemas[\\/].*\.json$/ }, async ({ path }) => {
      const data = JSON.stringify(JSON.parse(await readFile(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(data)});`, loader: "js" };
    }),
};
/** Korean is read from a file beside the programs when it is first asked for; in a browser the client brings it (client/src/browser.ts). */
const koreanBeside = {
  name: "korean-beside",
  setup: (build) => {
    const contents = `export const koreanTexts = () => globalThis.ackwiseKorean ?? require(${JSON.stringify(KOREAN)});`;
    build.onLoad({ filter: /[\\/]messages[\\/]korean\.ts$/ }, () => ({ contents, loader: "js" }));
    build.onResolve({ filter: /korean\.json$/ }, () => ({ path: KOREAN, external: true }));
  },
};
const node = { ...common, platform: "node", target: "node20", format: "cjs", mainFields: ["module", "main"] };
const browser = { ...common, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };
/** For Node and browsers in one file. A worker is loaded as a classic script: no module. */
const universal = {
  ...common,
  platform: "neutral",
  target: "es2022",
  format: "cjs",
  mainFields: ["module", "main"],
  conditions: ["browser"],
  // The server's library brings an older patch release of its own; constants and small functions, the same in both.
  alias: { "vscode-languageserver-types": resolve("node_modules/vscode-languageserver-types/lib/esm/main.js") },
  plugins: [
    jsonAsText,
    koreanBeside,
    {
      name: "for-node",
      setup: (build) =>
        build.onResolve({ filter: /^vscode-[a-z-]+\/node$/ }, ({ path, importer }) => ({
          path: createRequire(importer).resolve(path),
        })),
    },
  ],
  external: builtinModules.flatMap((name) => [name, `node:${name}`]),
  supported: { "dynamic-import": false },
};
const asProgram = { banner: { js: "#!/usr/bin/env node" } };

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  {
    ...universal,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client/extension.js",
    external: [...universal.external, "vscode"],
  },
  { ...browser, entryPoints: ["client/webview/main.ts"], outfile: "dist/client/webview/panel.js", format: "iife" },
  { ...browser, entryPoints: ["client/webview/panel.css"], outfile: "dist/client/webview/panel.css" },
  { ...universal, entryPoints: ["server/src/lsp/main.ts"], outfile: "dist/server/server.js" },
  { ...node, entryPoints: ["server/src/worker/main.node.ts"], outfile: "dist/worker/node.js" },
  { ...universal, ...asProgram, entryPoints: ["server/src/lsp/main.ts"], outfile: "dist/cli/language-server.js" },
  {
    ...node,
    ...asProgram,
    plugins: [koreanBeside],
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli/ackwise.js",
  },
  {
    ...node,
    entryPoints: ["server/src/library/index.ts"],
    outfile: "dist/library/index.js",
    format: "esm",
    platform: "neutral",
  },
];

/** Rooms under construction are left out: the rest of the product builds without them. */
const present = bundles.filter(({ entryPoints: [entry], outfile }) => {
  return existsSync(entry) && (!extensionOnly || /^dist\/(client|server|worker)\//.test(outfile));
});
await mkdir("dist/library", { recursive: true });
// The package itself is CommonJS, which VS Code's web host needs; the library is ESM.
await writeFile("dist/library/package.json", '{ "type": "module" }\n');
const korean = await Promise.all(
  ["rules", "settings", "texts"].map((name) => readFile(`schemas/translations/ko/${name}.json`, "utf8")),
);
await writeFile("dist/korean.json", JSON.stringify(Object.assign({}, ...korean.map((text) => JSON.parse(text)))));

const contexts = await Promise.all(present.map((bundle) => context(bundle)));
try {
  if (watch) {
    process.stdout.write("build started\n");
    await Promise.all(contexts.map((one) => one.watch()));
    process.stdout.write("build finished\n");
  } else {
    const built = await Promise.all(contexts.map((one) => one.rebuild()));
    await writeFile("dist/THIRD-PARTY-NOTICES.txt", await noticesOf(built.map(({ metafile }) => metafile)));
    await Promise.all(contexts.map((one) => one.dispose()));
  }
} catch (error) {
  if (!Array.isArray(error.errors)) process.stderr.write(`${error.stack}\n`); // esbuild has told its own.
  process.exit(1);
}
