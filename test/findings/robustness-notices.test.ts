// M10 of the break report: copies of Ackwise bring the licence texts of what they contain.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { noticesOf, packageFolders } from "../../scripts/notices.mjs";

it("M10 every bundled package stands in the notices with its licence text", async () => {
  const { metafile } = await build({
    entryPoints: ["server/src/cli/main.ts"],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    outfile: "cli.js",
    loader: { ".json": "empty" },
    logLevel: "silent",
  });
  const folders = packageFolders([metafile]).map((folder) => folder.replace(/^.*node_modules[\\/]/, ""));
  expect(folders).toEqual(expect.arrayContaining(["commander", "fastest-levenshtein", "yaml"]));
  const notices = await noticesOf([metafile]);
  for (const folder of folders) expect(notices).toMatch(new RegExp(`^=+\\n${folder} \\d+\\.\\d+\\.\\d+.* \\(`, "m"));
  expect(notices).toContain("Copyright (c) 2011 TJ Holowaychuk <tj@vision-media.ca>");
  expect(notices.match(/^Permission (is hereby granted|to use, copy, modify)/gm)?.length).toBeGreaterThanOrEqual(3);
});

it("M10 a package without licence text ends the build", async () => {
  const outputs = {
    "a.js": { bytes: 1, inputs: { "docs/node_modules/none/index.js": { bytesInOutput: 1 } }, imports: [], exports: [] },
  };
  await expect(noticesOf([{ inputs: {}, outputs }])).rejects.toThrow();
});

it("M10 the notices are in the extension and in the npm package", async () => {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as { readonly files: readonly string[] };
  expect(manifest.files).toContain("dist/THIRD-PARTY-NOTICES.txt");
  expect(await readFile("scripts/package.mjs", "utf8")).toContain('"dist/THIRD-PARTY-NOTICES.txt"');
  expect(await readFile("scripts/build.mjs", "utf8")).toContain('writeFile("dist/THIRD-PARTY-NOTICES.txt"');
});
