import { posix } from "node:path";
import type { CliIo } from "../../server/src/cli/io.js";
import { run } from "../../server/src/cli/run.js";

/** The working directory of every test. */
export const CWD = "/work";

/** Files by path relative to the working directory, or absolute; `denied` ones cannot be read. */
export interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly denied?: readonly string[];
  /** Their disk is full. */
  readonly unwritable?: readonly string[];
  readonly stdin?: string;
  /** The code of the error that reading standard input meets. */
  readonly deniedStdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTty?: boolean;
  /** The clock; it stands still without one. */
  readonly nowMs?: () => number;
  readonly columns?: number;
  readonly resources?: Readonly<Record<string, string>>;
}

/** What a run of the tool left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** Runs the tool in a world that is all in memory. */
export async function ackwise(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const files = new Map(
    Object.entries(world.files ?? {}).map(([path, content]) => [
      posix.resolve(CWD, path),
      typeof content === "string" ? Buffer.from(content, "utf8") : content,
    ]),
  );
  const written = new Map<string, Uint8Array>();
  let stdout = "";
  let stderr = "";
  const io: CliIo = {
    cwd: CWD,
    env: world.env ?? {},
    isTty: world.isTty ?? false,
    nowMs: world.nowMs ?? (() => 0),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    readStdin: () =>
      world.deniedStdin === undefined
        ? Promise.resolve(Buffer.from(world.stdin ?? "", "utf8"))
        : Promise.reject(Object.assign(new Error("stdin"), { code: world.deniedStdin })),
    readFile: (path) => {
      const bytes = files.get(path);
      if (bytes === undefined || (world.denied ?? []).some((denied) => posix.resolve(CWD, denied) === path)) {
        return Promise.reject(Object.assign(new Error("denied"), { code: bytes === undefined ? "ENOENT" : "EACCES" }));
      }
      return Promise.resolve(bytes);
    },
    stat: (path) => {
      const bytes = files.get(path);
      if (bytes !== undefined) return Promise.resolve({ kind: "file", sizeBytes: bytes.length });
      const isDirectory =
        path === CWD || [...files.keys()].some((file) => file.startsWith(`${path.replace(/\/$/, "")}/`));
      return Promise.resolve(isDirectory ? { kind: "directory", sizeBytes: 0 } : undefined);
    },
    readDirectory: (path) => Promise.resolve(entriesOf([...files.keys()], path)),
    checkWritable: (path) => {
      if (!(world.denied ?? []).some((denied) => posix.resolve(CWD, denied) === path)) return Promise.resolve();
      return Promise.reject(Object.assign(new Error("denied"), { code: "EACCES" }));
    },
    writeFile: (path, bytes) => {
      if ((world.unwritable ?? []).some((full) => posix.resolve(CWD, full) === path))
        return Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
      written.set(path, bytes);
      return Promise.resolve();
    },
    readResource: (path) => Promise.resolve(world.resources?.[path]),
    cores: 1,
    columns: world.columns,
    runLanguageServer: () => Promise.resolve(undefined),
  };
  const code = await run(argv, io);
  return { code, stdout, stderr, written };
}

function entriesOf(paths: readonly string[], directory: string): { name: string; kind: "file" | "directory" }[] {
  const prefix = directory === "/" ? "/" : `${directory}/`;
  const entries = new Map<string, "file" | "directory">();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [name = "", ...rest] = path.slice(prefix.length).split("/");
    entries.set(name, rest.length > 0 ? "directory" : "file");
  }
  return [...entries].map(([name, kind]) => ({ name, kind }));
}

/** A configuration that the newest client starts with, and that no rule has anything to say about. */
export const GOOD = [
  "bootstrap.servers=kafka1:9092,kafka2:9092",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "client.id=test",
  "",
].join("\n");

/** One error on line 6. */
export const BAD = `${GOOD}request.timeout.ms=60000\ndelivery.timeout.ms=60000\n`;

/** One warning on line 5. */
export const DOUBTFUL = `${GOOD}ligner.ms=5\n`;
