import { EventEmitter } from "node:events";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reasonOf } from "../../server/src/cli/input/read-input.js";
import { endWhenOutputFails } from "../../server/src/cli/output-failure.js";
import { run } from "../../server/src/cli/run.js";
import { checkWritable, writeWhole } from "../../server/src/cli/write-file.js";
import { ackwise, GOOD } from "../cli/memory-io.js";

const BYTES = Buffer.from("the report\n");
const onPosix = it.skipIf(process.platform === "win32");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ackwise-output-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function inFolder(...names: readonly string[]): string {
  return join(folder, ...names);
}

/** The error code of both ways: finding out before and writing; undefined when writing worked. */
async function codesOf(path: string): Promise<readonly (string | undefined)[]> {
  const codeOf = (work: Promise<void>): Promise<string | undefined> =>
    work.then(
      () => undefined,
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
  return [await codeOf(checkWritable(path)), await codeOf(writeWhole(path, BYTES))];
}

describe("C1 what is no regular file is never replaced", () => {
  onPosix("C1 a pipe gets the bytes and stays a pipe", async () => {
    const pipe = inFolder("report.html");
    execFileSync("mkfifo", [pipe]);
    const reader = readFile(pipe, "utf8");
    expect(await codesOf(pipe)).toEqual([undefined, undefined]);
    expect(await reader).toBe("the report\n");
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it.skipIf(!canMakeDevices())("C1 devices stay devices; a full one says so", async () => {
    const [nothing, full] = [inFolder("null.html"), inFolder("full.html")];
    execFileSync("mknod", [nothing, "c", "1", "3"]);
    execFileSync("mknod", [full, "c", "1", "7"]);
    expect(await codesOf(nothing)).toEqual([undefined, undefined]);
    expect(await codesOf(full)).toEqual([undefined, "ENOSPC"]);
    expect([nothing, full].map((path) => lstatSync(path).isCharacterDevice())).toEqual([true, true]);
  });

  onPosix("C1 links are followed, also to what is not there yet; a loop of links is refused", async () => {
    symlinkSync("real.html", inFolder("link.html"));
    symlinkSync(join("sub", "new.html"), inFolder("dangling.html"));
    symlinkSync("loop-b.html", inFolder("loop-a.html"));
    symlinkSync("loop-a.html", inFolder("loop-b.html"));
    writeFileSync(inFolder("real.html"), "old", { mode: 0o640 });
    expect(await codesOf(inFolder("link.html"))).toEqual([undefined, undefined]);
    expect(await codesOf(inFolder("dangling.html"))).toEqual([undefined, undefined]);
    expect(await codesOf(inFolder("loop-a.html"))).toEqual(["ELOOP", "ELOOP"]);
    for (const name of ["link.html", "dangling.html", "loop-a.html"]) {
      expect(lstatSync(inFolder(name)).isSymbolicLink(), name).toBe(true);
    }
    expect(readFileSync(inFolder("real.html"), "utf8")).toBe("the report\n");
    expect(lstatSync(inFolder("real.html")).mode & 0o777).toBe(0o640);
    expect(readFileSync(inFolder("sub", "new.html"), "utf8")).toBe("the report\n");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("M8 unwritable outputs", () => {
  it("M8 missing folders are made", async () => {
    const path = inFolder("none", "deeper", "x.html");
    await checkWritable(path);
    expect(existsSync(inFolder("none"))).toBe(false); // Finding out changes nothing.
    await writeWhole(path, BYTES);
    expect(readFileSync(path, "utf8")).toBe("the report\n");
  });

  it("M8 a directory, and a file where a folder should be", async () => {
    mkdirSync(inFolder("dir.html"));
    writeFileSync(inFolder("file"), "");
    expect(await codesOf(inFolder("dir.html"))).toEqual(["EISDIR", "EISDIR"]);
    expect(await codesOf(inFolder("file", "x.html"))).toEqual(["ENOTDIR", "ENOTDIR"]);
  });

  const commands = [
    ["simulate", "p.properties", "--output", "out/x.html"],
    ["simulate", "p.properties", "--trace", "out/x.json"],
    ["what-if", "p.properties", "--set", "acks=1", "--output", "out/x.md"],
    ["sweep", "p.properties", "--vary", "acks=1", "--output", "out/x.json"],
    ["sweep", "p.properties", "--vary", "acks=1", "--shard", "1/1", "--output", "out/x.json"],
    ["tune", "p.properties", "--goal", "throughput", "--output", "out/x.html"],
    ["merge", "p.properties", "--output", "out/x.html"],
  ];
  it.each(commands)("M8 refused in one line before anything is read: %s %s %s %s", async (...argv) => {
    const target = argv.at(-1) ?? "";
    const { code, stdout, stderr } = await ackwise(argv, { denied: [target] });
    // There is no p.properties: whoever looked for it, or simulated, would say so.
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: `ackwise: ${target}: cannot be written (permission denied), expected a writable file\n`,
    });
  });

  it("M8 a trace and a report in one file are refused", async () => {
    const { code, stderr } = await ackwise(["simulate", "p.properties", "--trace", "x.json", "--output", "./x.json"]);
    expect([code, stderr]).toEqual([2, "ackwise: --trace and --output: both ./x.json, expected two files\n"]);
  });

  it("M8 a baseline that cannot be written", async () => {
    const world = { files: { "p.properties": GOOD }, unwritable: ["none/b.json"] };
    const { code, stderr } = await ackwise(
      ["lint", "p.properties", "--baseline", "none/b.json", "--update-baseline"],
      world,
    );
    expect([code, stderr]).toEqual([
      2,
      "ackwise: none/b.json: cannot be written (no space left), expected a writable file\n",
    ]);
  });

  it("M8 what the file system refuses in between is no crash", async () => {
    const said: string[] = [];
    const error = Object.assign(new Error("EMFILE"), { code: "EMFILE", syscall: "open", path: "/work/p.properties" });
    const io = {
      cwd: "/work",
      env: {},
      isTty: false,
      stdout: () => undefined,
      stderr: (text: string) => said.push(text),
    };
    const code = await run(["lint", "p.properties"], { ...io, stat: () => Promise.reject(error) } as never);
    expect([code, said]).toEqual([2, ["ackwise: p.properties: cannot be used (EMFILE)\n"]]);
  });

  it("M8 every reason has words", () => {
    const reasons = ["EACCES", "ENOENT", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "ELOOP", "ENAMETOOLONG"];
    const told = reasons.map((code) => reasonOf(Object.assign(new Error(code), { code })));
    expect(told.filter((reason) => typeof reason === "string")).toEqual([]);
  });
});

describe("minors of the command line", () => {
  it.each(["lint", "effective", "fix", "simulate"])("minor 4 %s with an empty name is a mistake", async (command) => {
    const { code, stdout, stderr } = await ackwise([command, ""], { files: { "producer.properties": GOOD } });
    expect([code, stdout, stderr]).toEqual([
      2,
      "",
      "ackwise: an empty name, expected a file, a directory or a pattern (is a variable unset?)\n",
    ]);
  });

  it("minor 3 standard output on a full device is one line and exit code 2; a closed pipe is nothing", () => {
    const [stdout, stderr] = [new EventEmitter(), new EventEmitter()];
    const seen: (string | number)[] = [];
    endWhenOutputFails(stdout, stderr, { env: {}, stderr: (text) => seen.push(text) }, (code) => seen.push(code));
    stdout.emit("error", Object.assign(new Error("ENOSPC: write"), { code: "ENOSPC" }));
    stdout.emit("error", Object.assign(new Error("EPIPE: write"), { code: "EPIPE" }));
    const line = "ackwise: standard output: cannot be written (no space left), expected a writable file\n";
    expect(seen).toEqual([line, 2, 0]);
  });

  it("minor 4 standard input that cannot be read is no crash", async () => {
    const { code, stderr } = await ackwise(["lint", "-"], { deniedStdin: "EISDIR" });
    expect([code, stderr]).toEqual([2, "ackwise: <stdin>: cannot be read (a directory), expected a readable file\n"]);
  });
});

function canMakeDevices(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), "ackwise-device-"));
  try {
    execFileSync("mknod", [join(place, "null"), "c", "1", "3"], { stdio: "ignore" });
    writeFileSync(join(place, "null"), "x");
    return true;
  } catch {
    return false; // A container without the right to make or use devices.
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
