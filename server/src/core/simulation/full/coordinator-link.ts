import type { TransactionCoordinator } from "../cluster/transaction-coordinator.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { Transaction } from "../cluster/transaction.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { CoordinatorAnswer, TransactionalRequest } from "../producer/transaction-request.js";
import type { Readiness } from "../producer/transactional-sender.js";
import type { ClientNode } from "./client-node.js";

/** What asking the coordinator needs from its client. */
export interface CoordinatorHost {
  readonly nodes: readonly ClientNode[];
  /** Nodes that can be asked who coordinates: bootstrap addresses, until the brokers are known. */
  readonly askable: readonly ClientNode[];
  readonly nowMs: number;
  deliver(handle: () => void): void;
}

/** What it shares with the other parts of a simulation. */
export interface LinkWorld {
  readonly queue: EventQueue;
  readonly costs: ModelCosts;
  readonly cluster: { readonly transactions: TransactionCoordinator };
}

/** Requests of transactions, one at a time; they share connections with records. At the broker, they reach the coordinator. */
export class CoordinatorLink {
  readonly #world: LinkWorld;
  readonly #preferred: number;
  readonly #requestTimeoutUs: number;
  readonly #host: CoordinatorHost;
  readonly #current: () => Transaction;
  /** Whom FindCoordinator last named. */
  #named: ClientNode | undefined;
  #asked: { readonly node: ClientNode; readonly timeout: PlannedEvent } | undefined;
  /** The producer's epoch, as the coordinator knows it. */
  #epoch = -1;

  constructor(
    world: LinkWorld,
    preferred: number,
    requestTimeoutMs: number,
    host: CoordinatorHost,
    current: () => Transaction,
  ) {
    this.#world = world;
    this.#preferred = preferred;
    this.#requestTimeoutUs = requestTimeoutMs * 1_000;
    this.#host = host;
    this.#current = current;
  }

  /** The coordinator gives the producer its next epoch. */
  nextEpoch(): number {
    this.#epoch += 1;
    return this.#epoch;
  }

  /** How the connection stands that a request needs; begins to connect. */
  readiness(request: TransactionalRequest, nowMs: number): Readiness {
    const node = this.#nodeFor(request);
    if (!node.connection.isOpen) {
      node.connect();
      return node.isConnecting ? "waiting" : "down";
    }
    return node.connection.canSend(nowMs) ? "ready" : "waiting";
  }

  readyDelayMs(request: TransactionalRequest, nowMs: number): number {
    return this.#nodeFor(request).connection.pollDelayMs(nowMs);
  }

  /** Sends a request; `hear` runs on the Sender's thread with the answer. */
  ask(request: TransactionalRequest, hear: (answer: CoordinatorAnswer) => void): void {
    const { queue } = this.#world;
    const node = this.#nodeFor(request);
    const { connection } = node;
    connection.otherInFlight += 1;
    const timeout = queue.at(queue.nowUs + this.#requestTimeoutUs, () => node.close(true));
    const asked = { node, timeout };
    this.#asked = asked;
    let answer: CoordinatorAnswer = {};
    const onAnswer = (): void => {
      if (this.#asked !== asked) return;
      queue.cancel(timeout);
      connection.otherInFlight -= 1;
      this.#asked = undefined;
      hear(answer);
    };
    node.wire.ask(
      () => this.#host.deliver(onAnswer),
      () => {
        const handled = this.#handle(request, node);
        answer = handled.answer;
        return handled.waitsUs;
      },
    );
  }

  /** A connection is gone; whether a request was on it. */
  onClosed(node: ClientNode): boolean {
    if (this.#asked?.node !== node) return false;
    this.#world.queue.cancel(this.#asked.timeout);
    this.#asked = undefined;
    return true;
  }

  /** What the request means at a broker, and how long the answer waits for the coordinator's log. */
  #handle(request: TransactionalRequest, node: ClientNode): { answer: CoordinatorAnswer; waitsUs: number } {
    const { transactions } = this.#world.cluster;
    const coordinator = this.#coordinator();
    if (!request.needsCoordinator) {
      this.#named = coordinator;
      return { answer: {}, waitsUs: 0 };
    }
    if (node !== coordinator) return { answer: { error: "NOT_COORDINATOR" }, waitsUs: 0 };
    const transaction = this.#current();
    if (transaction.fencedBy !== undefined) return this.#answerFenced(request, transaction);
    const concurrent = { answer: { error: "CONCURRENT_TRANSACTIONS" } as const, waitsUs: 0 };
    switch (request.api) {
      case "AddPartitionsToTxn":
        if (!transactions.add(transaction, request.partitions)) return concurrent;
        break;
      case "EndTxn":
        if (transaction.outcome !== "open" && transactions.isCompleting(transaction.producer)) return concurrent;
        transactions.end(transaction, request.commits ? "committed" : "aborted");
        break;
      default:
        if (transactions.isCompleting(transaction.producer)) return concurrent;
    }
    return { answer: this.#epochAnswer(request), waitsUs: transactions.logUs };
  }

  /**
   * The coordinator has aborted the transaction and raised the epoch. A producer whose transaction has timed out can end it
   * with an abort in version 2 (recorded: clients 2.8.2, 3.9.1, 4.1.1 with brokers 3.9.1, 4.1.1; docs/simulation.md).
   */
  #answerFenced(
    request: TransactionalRequest,
    transaction: Transaction,
  ): { answer: CoordinatorAnswer; waitsUs: number } {
    const { transactions } = this.#world.cluster;
    if (!request.isVersion2 || transaction.fencedBy === "producer")
      return { answer: { error: "PRODUCER_FENCED" }, waitsUs: 0 };
    if (request.commits) return { answer: { error: "INVALID_TXN_STATE" }, waitsUs: 0 };
    if (transactions.isCompleting(transaction.producer))
      return { answer: { error: "CONCURRENT_TRANSACTIONS" }, waitsUs: 0 };
    transaction.nextEpoch ??= this.nextEpoch();
    return { answer: { epoch: transaction.nextEpoch }, waitsUs: 0 };
  }

  /** A request that is repeated raises the epoch only once. */
  #epochAnswer(request: TransactionalRequest): CoordinatorAnswer {
    if (request.api !== "InitProducerId" && !request.isVersion2) return {};
    if (request.epoch < 0 || request.epoch === this.#epoch) this.#epoch += 1;
    return { epoch: this.#epoch };
  }

  /** FindCoordinator goes to the open connection with the fewest requests (`leastLoadedNode`). */
  #nodeFor(request: TransactionalRequest): ClientNode {
    if (request.needsCoordinator) return this.#named ?? this.#coordinator();
    const { askable: nodes, nowMs } = this.#host;
    const open = nodes.filter(({ connection }) => connection.isOpen && connection.canSend(nowMs));
    const load = ({ connection }: ClientNode): number => connection.inFlight.length + connection.otherInFlight;
    const least = open.sort((left, right) => load(left) - load(right))[0];
    const connectable = nodes.find((node) => node.isConnecting || node.connection.mayConnect(nowMs));
    return least ?? connectable ?? this.#coordinator();
  }

  /** The coordinator moves on when its broker is fenced; loading its log there is left out. */
  #coordinator(): ClientNode {
    const { nodes } = this.#host;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[(this.#preferred + at) % nodes.length];
      if (node?.isFenced === false) return node;
    }
    const [first] = nodes;
    if (first === undefined) throw new RangeError("a cluster has a broker");
    return first;
  }
}
