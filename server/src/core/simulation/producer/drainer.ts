import type { Accumulator } from "./accumulator.js";
import type { Backoff } from "./backoff.js";
import type { ProducerBatch } from "./batch.js";
import type { Idempotence } from "./idempotence.js";
import type { PartitionQueue } from "./partition-queue.js";
import type { ProducerBehaviour, ProducerSettings } from "./settings.js";
import type { UsedQueues } from "./used-queues.js";

/** Which nodes have something to send, and which batches go (`RecordAccumulator.ready` and `.drain`). */
export class Drainer {
  /** By node: a partition led by it is sendable. Valid after {@link look}. */
  readonly readyNodes: boolean[];
  /** Something waits for a partition without a leader. Valid after {@link look}. */
  sawNoLeader: boolean = false;
  readonly #partitions: readonly PartitionQueue[];
  readonly #used: UsedQueues;
  readonly #byNode: PartitionQueue[][];
  readonly #drainIndexes: number[];
  readonly #settings: ProducerSettings;
  readonly #perNode: boolean;
  readonly #newLeaderSkipsBackoff: boolean;
  readonly #backoff: Backoff;
  readonly #idempotence: Idempotence | undefined;
  /** When a node last had something to send, and when it last could be drained (`NodeLatencyStats`). */
  readonly #readyMs: number[];
  readonly #drainedMs: (number | undefined)[];

  constructor(
    settings: ProducerSettings,
    behaviour: ProducerBehaviour,
    { partitions, used }: Accumulator,
    nodeCount: number,
    backoff: Backoff,
    idempotence: Idempotence | undefined,
  ) {
    this.#settings = settings;
    this.#perNode = behaviour.drainIndexPerNode;
    this.#newLeaderSkipsBackoff = behaviour.newLeaderSkipsBackoff;
    this.#partitions = partitions;
    this.#used = used;
    this.#byNode = Array.from({ length: nodeCount }, (_, node) => partitions.filter(({ leader }) => leader === node));
    this.#drainIndexes = new Array<number>(nodeCount).fill(0);
    this.readyNodes = new Array<boolean>(nodeCount).fill(false);
    this.#readyMs = new Array<number>(nodeCount).fill(0);
    this.#drainedMs = new Array<number | undefined>(nodeCount).fill(undefined);
    this.#backoff = backoff;
    this.#idempotence = idempotence;
  }

  /** The metadata names another leader; -1: none. */
  setLeader(queue: PartitionQueue, leader: number): void {
    queue.leader = leader;
    queue.leaderEpoch += 1;
    this.#byNode.forEach((_, node) => {
      this.#byNode[node] = this.#partitions.filter((other) => other.leader === node);
    });
  }

  /** Marks the ready nodes (`hurries`: nothing lingers, for a thread waits for memory or for a flush); returns the milliseconds until another partition may become ready (Infinity: none waits). */
  look(hurries: boolean, nowMs: number): number {
    for (let node = 0; node < this.readyNodes.length; node += 1) this.readyNodes[node] = false;
    let nextCheckMs = Infinity;
    this.sawNoLeader = false;
    for (const queue of this.#used.inOrder) {
      const head = queue.waiting[0];
      if (head === undefined) continue;
      if (this.#newLeaderSkipsBackoff) head.noteLeaderEpoch(queue.leaderEpoch);
      if (queue.leader < 0) this.sawNoLeader = true;
      if (queue.muted || queue.leader < 0 || this.readyNodes[queue.leader] === true) continue;
      const waitedMs = head.waitedMs(nowMs);
      const backoffMs = this.#backoffMs(head);
      const backingOff = waitedMs < backoffMs;
      const waitMs = backingOff ? backoffMs : this.#settings.lingerMs;
      const sendable = queue.waiting.length > 1 || head.isFull || waitedMs >= waitMs || hurries;
      if (sendable && !backingOff) this.readyNodes[queue.leader] = true;
      else nextCheckMs = Math.min(nextCheckMs, waitMs - waitedMs);
    }
    return nextCheckMs;
  }

  /** A ready node could be drained in this pass, or not (`updateNodeLatencyStats`); the first time counts as drained. */
  noteNode(node: number, nowMs: number, couldDrain: boolean): void {
    if (couldDrain || this.#drainedMs[node] === undefined) this.#drainedMs[node] = nowMs;
    this.#readyMs[node] = nowMs;
  }

  /** For how long a node that had something to send has not been drained (partitioner.availability.timeout.ms). */
  stuckMs(node: number): number {
    return (this.#readyMs[node] ?? 0) - (this.#drainedMs[node] ?? 0);
  }

  /** Takes at most one batch of each partition of a node, until max.request.size or the order of sequences says stop. */
  drain(node: number, nowMs: number): ProducerBatch[] {
    const queues = this.#byNode[node] ?? [];
    let drained: ProducerBatch[] | undefined;
    const indexSlot = this.#perNode ? node : 0;
    const start = (this.#drainIndexes[indexSlot] ?? 0) % queues.length;
    let requestBytes = 0;
    for (let looked = 0; looked < queues.length; looked += 1) {
      const position = (start + looked) % queues.length;
      this.#drainIndexes[indexSlot] = this.#perNode ? position : (position + 1) % queues.length;
      const queue = queues[position];
      const head = queue?.waiting[0];
      if (queue === undefined || head === undefined || queue.muted) continue;
      if (this.#newLeaderSkipsBackoff) head.noteLeaderEpoch(queue.leaderEpoch);
      if (head.waitedMs(nowMs) < this.#backoffMs(head)) continue;
      const tooLarge = requestBytes + head.sizeBytes > this.#settings.maxRequestSizeBytes;
      if (tooLarge && drained !== undefined) break;
      if (this.#idempotence?.drainVerdict(head) === "stop") break;
      queue.waiting.shift();
      this.#idempotence?.assignSequence(head);
      head.closeForSend();
      requestBytes += head.sizeBytes;
      // The first push onto an empty list makes room for seventeen; most requests have one or two batches.
      if (drained === undefined) drained = [head];
      else drained.push(head);
    }
    return drained ?? [];
  }

  /** How long a batch has to wait after its last failure; drawn anew at every look, as the client does. */
  #backoffMs(batch: ProducerBatch): number {
    return batch.attempts === 0 || batch.hasNewLeader ? 0 : this.#backoff.backoffMs(batch.attempts - 1);
  }
}
