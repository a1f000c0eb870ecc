import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { problem } from "../core/messages/problem-texts.js";
import { startNodeWorker } from "../worker/start.node.js";
import { reasonOf } from "./input/read-input.js";
import { EXIT, type CliIo, type PathKind } from "./io.js";
import { messagesOf } from "./language.js";
import { endWhenOutputFails } from "./output-failure.js";
import { checkWritable, writeWhole } from "./write-file.js";

/** The real world: files, terminal and processes of this computer. */
export function nodeIo(): CliIo {
  const home = dirname(realpathSync(process.argv[1] ?? "."));
  const io: CliIo = {
    cwd: workingDirectory(),
    env: process.env,
    isTty: process.stdout.isTTY,
    isErrorTty: process.stderr.isTTY,
    nowMs: () => performance.now(),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    readStdin,
    readFile: (path) => readFile(path),
    stat: statOf,
    readDirectory,
    checkWritable,
    writeFile: writeWhole,
    readResource: (path) => readFile(join(home, "..", "..", path), "utf8").catch(() => undefined),
    cores: availableParallelism(),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    startWorker: () => startNodeWorker(join(home, "..", "worker", "node.js")),
    runLanguageServer: () => runServer(join(home, "language-server.js")),
  };
  endWhenOutputFails(process.stdout, process.stderr, io, (code) => process.exit(code));
  return io;
}

/** A terminal may stand in a directory that somebody deleted. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    const about = problem("working-directory", { reason: reasonOf(error) });
    process.stderr.write(`ackwise: ${messagesOf({ env: process.env }).say(about)}\n`);
    process.exit(EXIT.usage);
  }
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
