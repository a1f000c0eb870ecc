import type { ProduceError } from "../producer/errors.js";
import type { CoordinatorAnswer, TransactionApi, TransactionalRequest } from "../producer/transaction-request.js";
import type { Readiness } from "../producer/transactional-sender.js";
import type { CoordinatorForm, TransactionScript } from "./transaction-script.js";

/** The connection to a node that is asked about transactions only: one request at a time. */
class Link {
  /** No answer: the connection closes. */
  due: { readonly atMs: number; readonly answer: CoordinatorAnswer | undefined } | undefined;
  readyAtMs = 0;
}

/** The nodes of a script that are asked about transactions: who knows the coordinator, and the coordinator. */
export class ScriptedCoordinator {
  readonly #script: TransactionScript;
  readonly #requestTimeoutMs: number;
  readonly #reconnectBackoffMs: number;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #seen = new Map<TransactionApi, number>();
  readonly #finder = new Link();
  readonly #coordinator = new Link();
  #epoch = -1;

  /** `indexes`: partitions by name. */
  constructor(
    script: TransactionScript,
    settings: { readonly requestTimeoutMs: number; readonly reconnectBackoffMs: number },
    indexes: ReadonlyMap<string, number>,
  ) {
    this.#script = script;
    this.#requestTimeoutMs = settings.requestTimeoutMs;
    this.#reconnectBackoffMs = settings.reconnectBackoffMs;
    this.#indexes = indexes;
  }

  get isIdle(): boolean {
    return this.#finder.due === undefined && this.#coordinator.due === undefined;
  }

  get nextDueMs(): number {
    return Math.min(this.#finder.due?.atMs ?? Infinity, this.#coordinator.due?.atMs ?? Infinity);
  }

  readiness(request: TransactionalRequest, nowMs: number): Readiness {
    return nowMs < this.#linkOf(request).readyAtMs ? "down" : "ready";
  }

  /** Takes a request; returns its number among those of its kind. */
  receive(request: TransactionalRequest, nowMs: number): number {
    const { api } = request;
    const number = this.#seen.get(api) ?? 0;
    this.#seen.set(api, number + 1);
    const form = this.#script.coordinator.find((other) => other.api === api && other.request === number);
    const isLost = form?.disconnect !== undefined || form?.silent === true;
    if (isLost ? form.applied === true : form?.error === undefined) this.#apply(request);
    const answersAtMs = isLost ? Infinity : nowMs + (form?.after ?? this.#script.rtt);
    const closesAtMs = nowMs + Math.min(form?.disconnect ?? Infinity, this.#requestTimeoutMs);
    this.#linkOf(request).due =
      answersAtMs <= closesAtMs
        ? { atMs: answersAtMs, answer: this.#answer(request, form) }
        : { atMs: closesAtMs, answer: undefined };
    return number;
  }

  /** Delivers what is due: an answer, or nothing when a connection closes. Returns whether there was something. */
  carryOut(nowMs: number, deliver: (answer: CoordinatorAnswer | undefined) => void): boolean {
    let happened = false;
    for (const link of [this.#finder, this.#coordinator]) {
      const { due } = link;
      if (due === undefined || due.atMs > nowMs) continue;
      link.due = undefined;
      if (due.answer === undefined) link.readyAtMs = nowMs + this.#reconnectBackoffMs;
      deliver(due.answer);
      happened = true;
    }
    return happened;
  }

  #linkOf(request: TransactionalRequest): Link {
    return request.needsCoordinator ? this.#coordinator : this.#finder;
  }

  /** What the coordinator remembers: a repeated request raises nothing again. */
  #apply(request: TransactionalRequest): void {
    const { api, epoch } = request;
    const raises = api === "InitProducerId" ? epoch < 0 || epoch === this.#epoch : this.#raisesAtEnd(request);
    if (raises) this.#epoch += 1;
  }

  #raisesAtEnd({ isVersion2, epoch }: TransactionalRequest): boolean {
    return isVersion2 && epoch === this.#epoch;
  }

  #answer(request: TransactionalRequest, form: CoordinatorForm | undefined): CoordinatorAnswer {
    const error: ProduceError | undefined = form?.error;
    if (error === undefined) {
      return request.api === "InitProducerId" || request.isVersion2 ? { epoch: this.#epoch } : {};
    }
    if (request.api !== "AddPartitionsToTxn" || form?.partitions === undefined) return { error };
    const refused = form.partitions.flatMap((name) => {
      const index = this.#indexes.get(name);
      return index !== undefined && request.partitions.includes(index) ? [index] : [];
    });
    return refused.length === 0 ? {} : { error, refused };
  }
}
