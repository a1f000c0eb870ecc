import type { WorkerHandle } from "../worker/worker-pool.js";

/** What a host gives the server besides the connection. */
export interface Runtime {
  /** The text of a file the host can reach itself; undefined when it cannot, or there is none. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
  /** The names of the files in a folder the host can reach itself; undefined when it cannot. */
  readonly listFiles?: (folderUri: string) => Promise<readonly string[] | undefined>;
  /** Gets ready to start threads that simulate; rejects when the host has none. Without it nothing can be simulated. */
  readonly simulationThreads?: (script: WorkerScript) => Promise<() => WorkerHandle>;
}

/** The program of a thread that simulates, as far as the client knows it. */
export interface WorkerScript {
  /** Where it is, when the client says so. */
  readonly uri: string | undefined;
  /** Reads it through the client, which reaches places the host does not. */
  readonly read: (uri: string) => Promise<string | undefined>;
}
