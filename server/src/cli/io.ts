import type { WorkerHandle } from "../worker/worker-pool.js";

/** What a path names. */
export type PathKind = "file" | "directory" | "other";

/** The world of the command-line tool: everything it reads, writes and knows comes through here. */
export interface CliIo {
  /** The directory that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language asked for with `--lang`; undefined for that of the environment. */
  readonly language?: () => string | undefined;
  /** Whether standard output is a terminal. */
  readonly isTty: boolean;
  /** Whether standard error is one: that is where progress is shown. Without it, as {@link isTty}. */
  readonly isErrorTty?: boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs: () => number;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Rejects with a Node error when the file cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** What a path names, and how many bytes it has; undefined when there is nothing. */
  readonly stat: (path: string) => Promise<{ readonly kind: PathKind; readonly sizeBytes: number } | undefined>;
  /** What a directory holds; nothing when it cannot be read. Links count as `other` unless they lead to a file. */
  readonly readDirectory: (path: string) => Promise<readonly { readonly name: string; readonly kind: PathKind }[]>;
  /** Rejects with a Node error when a file could not be written; changes nothing. */
  readonly checkWritable: (path: string) => Promise<void>;
  /** Replaces a file as a whole, with the folders that it lacks: readers see the old or the new text, never a part. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** A text that ships with the tool, such as `docs/rules/duplicate-key.md`; undefined when it is not there. */
  readonly readResource: (path: string) => Promise<string | undefined>;
  /** How many simulations this computer does well at once. */
  readonly cores: number;
  /** The width of the terminal, in columns; undefined when there is none. */
  readonly columns: number | undefined;
  /** Starts a thread that simulates; absent where there are no threads. */
  readonly startWorker?: () => WorkerHandle;
  /** Runs the language server on standard input and output; resolves to its exit code, or undefined when it is not installed. */
  readonly runLanguageServer: () => Promise<number | undefined>;
}

/** The exit codes: clean, findings, usage or unreadable input, crash. */
export const EXIT = { clean: 0, findings: 1, usage: 2, crash: 3 } as const;
