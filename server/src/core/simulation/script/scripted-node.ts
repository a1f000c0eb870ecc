import type { LeaderView } from "../cluster/leader-view.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { ProduceError } from "../producer/errors.js";
import type { ProduceRequest } from "../producer/request.js";
import type { ScriptedLog } from "./scripted-log.js";
import type { ScriptAnswer } from "./script.js";
import { ownOf } from "../../text/own.js";

/** An answer on its way: `errors[i]` belongs to the request's i-th batch. */
export interface DueAnswer {
  readonly request: ProduceRequest;
  readonly atMs: number;
  readonly errors: readonly (ProduceError | undefined)[];
  /** Who leads, as the node knew when it answered. */
  readonly known: LeaderView;
}

/** A node of the scripted cluster: handles the requests of a connection in order, stores at once, answers as told. */
export class ScriptedNode {
  /** Answers on their way, in order of their times. */
  readonly answers: DueAnswer[] = [];
  /** When the script closes the connection; Infinity if it does not. */
  closeAtMs: number = Infinity;
  readonly #forms: ReadonlyMap<number, ScriptAnswer>;
  readonly #logs: readonly ScriptedLog[];
  readonly #rttMs: number;
  readonly #acks: number;
  readonly #id: number;
  readonly #leaders: LeaderView;
  #requests = 0;
  #stopped = false;
  #lastAnswerMs = 0;

  constructor(
    id: number,
    leaders: LeaderView,
    forms: ReadonlyMap<number, ScriptAnswer>,
    logs: readonly ScriptedLog[],
    rttMs: number,
    acks: number,
  ) {
    this.#id = id;
    this.#leaders = leaders;
    this.#forms = forms;
    this.#logs = logs;
    this.#rttMs = rttMs;
    this.#acks = acks;
  }

  /** How many requests it has seen, on any connection. */
  get requestCount(): number {
    return this.#requests;
  }

  /** Takes a request as it is sent. */
  receive(request: ProduceRequest): void {
    const form = this.#forms.get(this.#requests);
    this.#requests += 1;
    if (this.#stopped) return;
    const stops = form?.disconnect !== undefined || (form?.silent === true && this.#acks !== 0);
    if (stops) {
      this.#stopped = true;
      if (form.disconnect !== undefined) this.closeAtMs = request.sentMs + form.disconnect;
      if (form.appended === true) this.#storeAll(request);
    } else if (this.#acks === 0) this.#storeAll(request);
    else this.#answer(request, form);
  }

  /** The connection closed; the next one starts afresh. */
  close(): void {
    this.answers.length = 0;
    this.closeAtMs = Infinity;
    this.#stopped = false;
    this.#lastAnswerMs = 0;
  }

  #answer(request: ProduceRequest, form: ScriptAnswer | undefined): void {
    const errors = request.batches.map((batch) => this.#handle(batch, form));
    this.#lastAnswerMs = Math.max(this.#lastAnswerMs, request.sentMs + (form?.after ?? this.#rttMs));
    this.answers.push({ request, atMs: this.#lastAnswerMs, errors, known: this.#leaders.copy() });
  }

  #handle(batch: ProducerBatch, form: ScriptAnswer | undefined): ProduceError | undefined {
    const name = partitionName(batch.partition);
    const error = ownOf(form?.errors, name);
    if (error !== undefined) return error;
    return this.#store(batch) ?? ownOf(form?.errorsAfterAppend, name);
  }

  #storeAll(request: ProduceRequest): void {
    for (const batch of request.batches) this.#store(batch);
  }

  #store(batch: ProducerBatch): ProduceError | undefined {
    if (this.#leaders.leader(batch.partition.index) !== this.#id) return "NOT_LEADER_OR_FOLLOWER";
    return this.#logs[batch.partition.index]?.append(batch);
  }
}

/** A partition's name in scripts and traces. */
export function partitionName(partition: { readonly topic: string; readonly partition: number }): string {
  return `${partition.topic}-${partition.partition}`;
}
