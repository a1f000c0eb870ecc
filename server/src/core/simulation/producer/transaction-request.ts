import type { ProduceError } from "./errors.js";
import { CallResult } from "./transaction-state.js";

/** Which request of a transaction. */
export type TransactionApi = "FindCoordinator" | "InitProducerId" | "AddPartitionsToTxn" | "EndTxn";

/** What the coordinator answers. */
export interface CoordinatorAnswer {
  readonly error?: ProduceError | undefined;
  /** With AddPartitionsToTxn: the partitions with the error; the others are OPERATION_NOT_ATTEMPTED. All without it. */
  readonly refused?: readonly number[] | undefined;
  /** The producer's epoch: of InitProducerId, and of EndTxn from version 5 on (KIP-890). */
  readonly epoch?: number | undefined;
}

/** A request of a transaction (`TxnRequestHandler`). */
export class TransactionalRequest {
  readonly api: TransactionApi;
  /** Lower ones go first (`Priority`). */
  readonly priority: number;
  readonly result: CallResult;
  /** The producer's epoch when the request was made; -1 before there is one. */
  readonly epoch: number;
  /** Of AddPartitionsToTxn, by index. */
  readonly partitions: readonly number[];
  /** EndTxn: commit or abort. */
  readonly commits: boolean;
  /** EndTxn: its answer brings the next epoch (KIP-890). */
  readonly isVersion2: boolean;
  /** InitProducerId after the end of a transaction. */
  readonly raisesEpoch: boolean;
  /** It waits before it is sent. */
  isRetry: boolean = false;
  /** Instead of retry.backoff.ms, if that is longer. */
  backoffMs: number = Infinity;

  constructor(
    api: TransactionApi,
    fields: {
      readonly epoch?: number;
      readonly partitions?: readonly number[];
      readonly commits?: boolean;
      readonly raisesEpoch?: boolean;
      readonly isVersion2?: boolean;
    } = {},
  ) {
    this.api = api;
    this.isVersion2 = fields.isVersion2 ?? false;
    this.raisesEpoch = fields.raisesEpoch ?? false;
    this.priority = this.raisesEpoch ? AFTER_END : PRIORITIES[api];
    this.result = new CallResult();
    this.epoch = fields.epoch ?? -1;
    this.partitions = fields.partitions ?? [];
    this.commits = fields.commits ?? false;
  }

  /** Sent to the coordinator, which must be known. */
  get needsCoordinator(): boolean {
    return this.api !== "FindCoordinator";
  }
}

const PRIORITIES: Readonly<Record<TransactionApi, number>> = {
  FindCoordinator: 0,
  InitProducerId: 1,
  AddPartitionsToTxn: 2,
  EndTxn: 3,
};
const AFTER_END = 4;

/** Requests by priority, in the order in which `java.util.PriorityQueue` gives those of equal priority. */
export class RequestQueue {
  readonly #heap: TransactionalRequest[] = [];

  get first(): TransactionalRequest | undefined {
    return this.#heap[0];
  }

  /** All of them, in no order. */
  get all(): readonly TransactionalRequest[] {
    return this.#heap;
  }

  add(request: TransactionalRequest): void {
    const heap = this.#heap;
    let at = heap.length;
    for (; at > 0;) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || request.priority >= above.priority) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = request;
  }

  take(): TransactionalRequest | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = heap[left + 1];
      let child = heap[left];
      if (child === undefined) break;
      const isRight = right !== undefined && child.priority > right.priority;
      if (isRight) child = right;
      if (last.priority <= child.priority) break;
      heap[at] = child;
      at = isRight ? left + 1 : left;
    }
    heap[at] = last;
    return first;
  }
}
