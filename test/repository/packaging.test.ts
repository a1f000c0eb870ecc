import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "./repository.js";
import { zipEntries } from "./zip.js";

const VSIX = join(ROOT, "build", "ackwise.vsix");
const MAX_VSIX_BYTES = 700 * 1024;
const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");
const scratch = mkdtempSync(join(tmpdir(), "ackwise-packaging-"));

function node(args: readonly string[], cwd: string): string {
  return execFileSync(process.execPath, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** `npm test` has built everything already; a run of this file alone does it where something is missing. */
beforeAll(() => {
  if (!existsSync(join(ROOT, "dist", "library", "index.js")) || !existsSync(join(ROOT, "dist", "cli", "ackwise.js"))) {
    node([join("scripts", "build.mjs")], ROOT);
  }
  if (!existsSync(join(ROOT, "dist", "library", "types", "server", "src", "library", "index.d.ts"))) {
    node([TSC, "-b", "server/src/library"], ROOT);
  }
  if (!existsSync(VSIX)) node([join("scripts", "package.mjs")], ROOT);
}, 180_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the npm package", () => {
  const home = join(scratch, "node_modules", "ackwise");

  beforeAll(() => {
    const windows = process.platform === "win32";
    const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch], {
      cwd: ROOT,
      encoding: "utf8",
      shell: windows,
    });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    mkdirSync(home, { recursive: true });
    execFileSync("tar", ["-xzf", join(scratch, filename), "-C", home, "--strip-components=1"]);
    writeFileSync(join(scratch, "package.json"), '{ "type": "module" }\n');
  }, 180_000);

  test("holds what runs and nothing else", () => {
    const files = execFileSync("find", [".", "-type", "f"], { cwd: home, encoding: "utf8" }).trim().split("\n");
    const wrong = files.filter((file) => /node_modules|\/test\/|\.map$|tsbuildinfo/.test(file));
    expect(wrong).toEqual([]);
    for (const name of ["./dist/cli/ackwise.js", "./dist/cli/language-server.js", "./docs/rules/duplicate-key.md"]) {
      expect(files).toContain(name);
    }
  });

  test("can be imported without anything else installed", () => {
    const script = `
      import { effectiveConfig, lintText } from "ackwise";
      const { findings } = lintText("acks=2\\n", { kafkaVersion: "3.9" });
      const { verdict } = effectiveConfig("acks=2\\n");
      console.log(findings.map(({ rule, severity }) => rule + " " + severity).join(), verdict);
    `;
    expect(node(["--input-type=module", "--eval", script], scratch)).toMatch(/invalid-choice error.* throws\n$/);
  });

  test("is typed", () => {
    writeFileSync(
      join(scratch, "use.ts"),
      [
        'import { effectiveConfig, lintText, type EffectiveConfig, type ReportedFinding } from "ackwise";',
        'const findings: readonly ReportedFinding[] = lintText("").findings;',
        'const config: EffectiveConfig = effectiveConfig("", { fileName: "producer.properties" });',
        "// @ts-expect-error there is no such option",
        'lintText("", { version: "3.9" });',
        "export const result: number = findings.length + Object.keys(config.settings).length;",
      ].join("\n"),
    );
    const flags = [
      "--noEmit",
      "--strict",
      "--target",
      "ES2023",
      "--module",
      "NodeNext",
      "--moduleResolution",
      "NodeNext",
    ];
    node([TSC, ...flags, "use.ts"], scratch);
  }, 120_000);

  test("the command line runs from its place in the package", () => {
    const bin = join(home, "dist", "cli", "ackwise.js");
    expect(node([bin, "--version"], scratch)).toMatch(/^ackwise \d/);
    expect(node([bin, "explain", "duplicate-key"], scratch)).toMatch(/^# duplicate-key\n\n\*\*/);
    expect(node([bin, "explain", "duplicate-key", "--lang", "ko"], scratch)).toMatch(/[가-힣]{2}/);
    writeFileSync(join(scratch, "p.properties"), "acks=ALL\n");
    expect(node([bin, "fix", "p.properties"], scratch)).toMatch(/^p\.properties: fixed/);
    expect(readFileSync(join(scratch, "p.properties"), "utf8")).toBe("acks=all\n");
  });
});

describe("the VS Code extension", () => {
  test(`is at most ${MAX_VSIX_BYTES / 1024} KiB`, () => {
    expect(statSync(VSIX).size).toBeLessThanOrEqual(MAX_VSIX_BYTES);
  });

  test.each(["client/extension.js", "server/server.js", "cli/ackwise.js", "cli/language-server.js", "worker/node.js"])(
    "%s is ASCII: one character of another alphabet doubles the memory of the whole source",
    (bundle) => {
      const text = readFileSync(join(ROOT, "dist", bundle), "latin1");
      expect(/.{0,40}[\x80-\xff]+.{0,40}/.exec(text)?.[0]).toBeUndefined();
    },
  );

  test("holds the bundles and the manifest, and no dependencies, sources or maps", () => {
    const entries = zipEntries(readFileSync(VSIX));
    const names = entries.map(({ name }) => name);
    for (const name of ["client/extension.js", "client/webview/panel.js", "server/server.js", "korean.json"]) {
      expect(names).toContain(`extension/dist/${name}`);
    }
    expect(names.filter((name) => /node_modules|\.ts$|\.map$|package-lock/.test(name))).toEqual([]);
    const manifest = entries.find(({ name }) => name === "extension/package.json")!;
    const text = manifest.isDeflated ? inflateRawSync(manifest.bytes).toString() : manifest.bytes.toString();
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>;
    expect([dependencies, devDependencies]).toEqual([undefined, undefined]);
  });
});
