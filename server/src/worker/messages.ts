import type { OuterVersion } from "../core/config/version-in-use.js";
import type { SimulateResult } from "../core/simulation/result/result.js";

/** What to simulate; plain data, for it goes from one thread to another. */
export interface SimulateRequest {
  readonly text: string;
  readonly scenario?: unknown;
  readonly seed?: number;
  readonly fileName?: string;
  /** A release that Ackwise knows; another one counts as none. */
  readonly kafkaVersion?: string;
  /** Who said so; only the command line is stronger than a comment in the text. */
  readonly versionSource?: OuterVersion["source"];
}

/** To the worker. Numbers are the asker's. */
export type ToWorker =
  | { readonly kind: "simulate"; readonly number: number; readonly request: SimulateRequest }
  | { readonly kind: "cancel"; readonly number: number };

/** From the worker. Every `simulate` is answered by one `result` or `crash`, after any number of `progress`. */
export type FromWorker =
  | { readonly kind: "progress"; readonly number: number; readonly share: number }
  | { readonly kind: "result"; readonly number: number; readonly result: SimulateResult }
  | { readonly kind: "crash"; readonly number: number; readonly message: string };

/** One end of the line between two threads. */
export interface Port<In, Out> {
  post(message: Out): void;
  listen(hear: (message: In) => void): void;
}
