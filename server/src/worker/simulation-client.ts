import type { SimulateResult } from "../core/simulation/result/result.js";
import { withTrafficOf } from "./shared-traffic.js";
import type { FromWorker, Port, SimulateRequest, ToWorker } from "./messages.js";

/** What goes with a request on the asker's side. */
export interface SimulateWatch {
  readonly signal?: {
    readonly aborted: boolean;
    addEventListener(type: "abort", hear: () => void): void;
    removeEventListener(type: "abort", hear: () => void): void;
  };
  readonly onProgress?: (share: number) => void;
}

interface Open {
  readonly resolve: (result: SimulateResult) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((share: number) => void) | undefined;
}

/** The asker's side of a worker that simulates. */
export class SimulationClient {
  readonly #port: Port<FromWorker, ToWorker>;
  readonly #open = new Map<number, Open>();
  #asked = 0;

  constructor(port: Port<FromWorker, ToWorker>) {
    this.#port = port;
    port.listen((message) => this.#hear(message));
  }

  /** Simulates off this thread. A cancelled simulation resolves to its partial result; rejects only when the worker crashes. */
  simulate(request: SimulateRequest, { signal, onProgress }: SimulateWatch = {}): Promise<SimulateResult> {
    this.#asked += 1;
    const number = this.#asked;
    const cancel = (): void => this.#port.post({ kind: "cancel", number });
    const answer = new Promise<SimulateResult>((resolve, reject) => {
      this.#open.set(number, { resolve, reject, onProgress });
      this.#port.post({ kind: "simulate", number, request });
      if (signal?.aborted === true) cancel();
      else signal?.addEventListener("abort", cancel);
    });
    const whole = answer.then((result) => withTrafficOf(request.scenario, result));
    return whole.finally(() => signal?.removeEventListener("abort", cancel));
  }

  /** The worker is gone: nobody waits for it any longer. */
  fail(message: string): void {
    for (const { reject } of this.#open.values()) reject(new Error(message));
    this.#open.clear();
  }

  #hear(message: FromWorker): void {
    const open = this.#open.get(message.number);
    if (open === undefined) return;
    if (message.kind === "progress") {
      open.onProgress?.(message.share);
      return;
    }
    this.#open.delete(message.number);
    if (message.kind === "result") open.resolve(message.result);
    else open.reject(new Error(message.message));
  }
}
