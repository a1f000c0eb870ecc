import type { TransactionManager } from "../producer/transaction-manager.js";
import type { CallResult, Failure } from "../producer/transaction-state.js";
import type { TraceRecorder } from "./trace-recorder.js";
import type { SendStep, TransactionCall, TransactionEvent, TransactionStep } from "./transaction-script.js";

interface Call {
  readonly step: number;
  readonly what: TransactionCall;
  /** Nothing: close() waits for the Sender's end. */
  readonly result: CallResult | undefined;
}

/** The application's thread: one step after the other, and a call that waits for the Sender keeps it. */
export class ScriptedApplication {
  /** close() was called. */
  isClosing: boolean = false;
  /** Since then everything has been sent, and the open transaction is being aborted. */
  isAborting: boolean = false;
  readonly #steps: readonly TransactionStep[];
  readonly #manager: TransactionManager;
  readonly #recorder: TraceRecorder<TransactionEvent>;
  readonly #send: (send: SendStep) => boolean;
  readonly #onClose: () => void;
  #next = 0;
  #call: Call | undefined;

  /** `send` sends a record and says whether that woke the Sender; `onClose` hears of close(). */
  constructor(
    steps: readonly TransactionStep[],
    manager: TransactionManager,
    recorder: TraceRecorder<TransactionEvent>,
    send: (send: SendStep) => boolean,
    onClose: () => void,
  ) {
    this.#steps = steps;
    this.#manager = manager;
    this.#recorder = recorder;
    this.#send = send;
    this.#onClose = onClose;
  }

  get isDone(): boolean {
    return this.#call === undefined && this.#next === this.#steps.length;
  }

  /** When it does the next thing by itself. */
  nextMs(nowMs: number): number {
    if (this.#call !== undefined) return this.#call.result?.isCompleted === true ? nowMs : Infinity;
    return Math.max(nowMs, this.#steps[this.#next]?.at ?? Infinity);
  }

  /** Goes on as far as it can; returns whether that woke the Sender. */
  goOn(nowMs: number): boolean {
    let woken = false;
    while (this.nextMs(nowMs) <= nowMs) {
      if (this.#call === undefined ? this.#doStep(nowMs) : this.#onReturn(this.#call, nowMs)) woken = true;
    }
    return woken;
  }

  /** The Sender's thread has ended. */
  onClosed(t: number): void {
    if (this.#call !== undefined) this.#return(this.#call.step, "close", undefined, t);
    this.#call = undefined;
  }

  #doStep(nowMs: number): boolean {
    const index = this.#next;
    const step = this.#steps[index];
    this.#next += 1;
    if (step === undefined) return false;
    return step.do === "send" ? this.#send(step) : this.#start(index, step.do, nowMs);
  }

  #start(step: number, what: TransactionCall, t: number): boolean {
    this.#recorder.other({ t, e: "call", step, do: what });
    switch (what) {
      case "begin":
        this.#return(step, what, this.#manager.begin(), t);
        return false;
      case "close":
        this.isClosing = true;
        this.#onClose();
        this.#call = { step, what, result: undefined };
        return true;
      case "init":
        return this.#await(step, what, this.#manager.init());
      case "commit":
        return this.#await(step, what, this.#manager.commit());
      case "abort":
        return this.#await(step, what, this.#manager.abort());
    }
  }

  /** A call that threw at once has not woken the Sender. */
  #await(step: number, what: TransactionCall, result: CallResult): boolean {
    this.#call = { step, what, result };
    return !result.isThrown;
  }

  #onReturn({ step, what, result }: Call, t: number): boolean {
    const failure = result?.failure;
    this.#call = undefined;
    if (what === "init" && failure === undefined) this.#manager.onInitReturned();
    this.#return(step, what, failure, t);
    const told = this.#steps[step];
    const aborts = what === "commit" && failure !== undefined && told?.do === "commit" && told.orAbort === true;
    return aborts && this.#start(step, "abort", t);
  }

  #return(step: number, what: TransactionCall, failure: Failure | undefined, t: number): void {
    const error = failure?.exception ?? null;
    const cause = failure?.cause === undefined ? {} : { cause: failure.cause };
    this.#recorder.other({ t, e: "return", step, do: what, error, ...cause });
  }
}
