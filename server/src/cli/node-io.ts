import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { access, chmod, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { startNodeWorker } from "../worker/start.node.js";
import type { CliIo, PathKind } from "./io.js";

/** The real world: files, terminal and processes of this computer. */
export function nodeIo(): CliIo {
  leaveQuietlyWhenNobodyReads();
  const home = dirname(realpathSync(process.argv[1] ?? "."));
  return {
    cwd: process.cwd(),
    env: process.env,
    isTty: process.stdout.isTTY,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    readStdin,
    readFile: (path) => readFile(path),
    stat: statOf,
    readDirectory,
    writeFile: replaceFile,
    readResource: (path) => readFile(join(home, "..", "..", path), "utf8").catch(() => undefined),
    cores: availableParallelism(),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    startWorker: () => startNodeWorker(join(home, "..", "worker", "node.js")),
    runLanguageServer: () => runServer(join(home, "language-server.js")),
  };
}

/** `ackwise lint … | head` closes the pipe early: that is no failure. */
function leaveQuietlyWhenNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function statOf(path: string): Promise<{ kind: PathKind; sizeBytes: number } | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
  return { kind, sizeBytes: found.size };
}

async function readDirectory(path: string): Promise<{ name: string; kind: PathKind }[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return Promise.all(
    entries.map(async (entry) => {
      if (entry.isFile()) return { name: entry.name, kind: "file" };
      if (entry.isDirectory()) return { name: entry.name, kind: "directory" };
      const target = entry.isSymbolicLink() ? await statOf(join(path, entry.name)) : undefined;
      return { name: entry.name, kind: target?.kind === "file" ? "file" : "other" };
    }),
  );
}

/** Writes beside the file and renames, so that a crash leaves the old file; links and permissions stay. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const beside = `${target}.ackwise-${process.pid.toString()}.tmp`;
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    const old = await stat(target).catch(() => undefined);
    if (old !== undefined) await chmod(beside, old.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function runServer(path: string): Promise<number | undefined> {
  const found = await access(path).then(
    () => true,
    () => false,
  );
  if (!found) return undefined;
  const child = spawn(process.execPath, [path, "--stdio"], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
