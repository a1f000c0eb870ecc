import { APPENDED, APPENDED_FULL, APPENDED_NEW_BATCH } from "../producer/accumulator.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { PartitionInfo } from "../producer/partition-queue.js";
import { Metadata } from "../producer/metadata.js";
import { Producer, rejectionName } from "../producer/producer.js";
import type { ProduceRequest } from "../producer/request.js";
import type { ProducerHost } from "../producer/sender.js";
import type { ProducerBehaviour, ProducerSettings } from "../producer/settings.js";
import { MOST_PASSES } from "./limits.js";
import { ScriptedLog } from "./scripted-log.js";
import { partitionName, ScriptedNode } from "./scripted-node.js";
import { ScriptedNodes } from "./scripted-nodes.js";
import { ScriptedLeaders, ScriptedMetadata } from "./scripted-metadata.js";
import type { ProducerScript, ProducerTrace, ScriptAnswer } from "./script.js";
import { ScriptedSends, type ScriptPartitioning } from "./scripted-sends.js";
import { TraceRecorder } from "./trace-recorder.js";

/** Plays one script in virtual milliseconds: application thread, Sender and scripted cluster on one clock. */
export class ScriptRun implements ProducerHost {
  readonly #script: ProducerScript;
  readonly #settings: ProducerSettings;
  readonly #producer: Producer;
  readonly #nodes: readonly ScriptedNode[];
  readonly #cluster: ScriptedNodes;
  readonly #logs: readonly ScriptedLog[];
  readonly #recorder = new TraceRecorder();
  readonly #sends: ScriptedSends;
  readonly #leaders: ScriptedLeaders;
  readonly #metadata: Metadata;
  /** Nobody need ask when leaders never change. */
  readonly #asking: ScriptedMetadata | undefined;
  /** Answers name the leader, and the client hears it. */
  readonly #hearsOfLeaders: boolean;
  #nowMs = 0;
  #nextSend = 0;
  /** Sends that have neither had their callback nor been refused. */
  #open: number;
  #sentSincePoll: ProduceRequest[] = [];

  constructor(
    script: ProducerScript,
    settings: ProducerSettings,
    behaviour: ProducerBehaviour,
    partitioning: ScriptPartitioning,
  ) {
    this.#script = script;
    this.#settings = settings;
    this.#open = script.sends.length;
    const partitions = partitionsOf(script);
    const moves = script.moves ?? [];
    const initial = partitions.map(({ leader }) => leader);
    const nodeCount = Math.max(...initial, ...moves.map(({ leader }) => leader)) + 1;
    const indexOf = new Map(partitions.map((partition, index) => [partitionName(partition), index]));
    this.#leaders = new ScriptedLeaders(initial, moves, indexOf);
    this.#logs = partitions.map(() => new ScriptedLog());
    this.#nodes = Array.from({ length: nodeCount }, (_, node) => {
      return new ScriptedNode(node, this.#leaders.view, formsOf(script, node), this.#logs, script.rtt, settings.acks);
    });
    this.#producer = new Producer({ settings, behaviour, partitions, nodeCount, host: this, random: noChance });
    this.#cluster = new ScriptedNodes(this.#nodes, this.#producer, settings);
    this.#sends = new ScriptedSends(script, settings.batchSizeBytes, partitioning, this.#producer);
    this.#hearsOfLeaders = behaviour.hearsOfLeaders && script.leaderHints !== false;
    this.#metadata = new Metadata(
      settings,
      partitions.length,
      behaviour.hearsOfLeaders,
      noChance,
      (...leader) => this.#setLeader(...leader),
      0,
    );
    if (moves.length > 0) this.#asking = new ScriptedMetadata(this.#metadata, this.#leaders, script.metadataRtt ?? 0);
  }

  /** The producer under way, for those who watch it. */
  get producer(): Producer {
    return this.#producer;
  }

  /** Runs to the end; `undefined` when {@link MOST_PASSES} is reached first. */
  run(): ProducerTrace | undefined {
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      if (this.#isOver()) return this.#trace();
      this.#poll(this.#producer.runOnce(this.#nowMs));
    }
    return undefined;
  }

  onRequest(request: ProduceRequest): void {
    const node = this.#nodes[request.node];
    if (node === undefined) return;
    this.#recorder.request(this.#nowMs, node.requestCount, request, (topic) => this.#producer.expectedRatio(topic));
    if (this.#settings.acks !== 0) this.#producer.trackRequest(request);
    node.receive(request);
    this.#sentSincePoll.push(request);
  }

  onBatchDone(batch: ProducerBatch, exception: string | undefined, nowMs: number): void {
    this.#open -= batch.recordCount;
    this.#recorder.done(nowMs, batch, exception);
  }

  onStaleMetadata(): void {
    this.#metadata.request();
  }

  #setLeader(partition: number, leader: number): void {
    this.#producer.setLeader(partition, leader);
    this.#sends.onMetadata();
  }

  #isOver(): boolean {
    if (this.#nowMs >= this.#script.until) return true;
    return this.#open === 0 && this.#producer.connections.every(({ inFlight }) => inFlight.length === 0);
  }

  #poll(timeoutMs: number): void {
    this.#asking?.askIfDue(this.#nowMs);
    const sent = this.#sentSincePoll;
    if (sent.length > 0) {
      this.#sentSincePoll = [];
      if (this.#settings.acks === 0) for (const request of sent) this.#producer.onAnswer(request, [], this.#nowMs);
      this.#carryOut();
      return;
    }
    const endMs = Math.min(this.#nowMs + Math.max(timeoutMs, 1), this.#asking?.nextMs(this.#nowMs) ?? Infinity);
    for (;;) {
      this.#nowMs = Math.min(endMs, this.#nextDueMs());
      if (this.#nowMs >= this.#script.until) {
        this.#nowMs = this.#script.until;
        return;
      }
      const woken = this.#carryOut();
      if (woken || this.#nowMs >= endMs || this.#isOver()) return;
    }
  }

  #nextDueMs(): number {
    const ownMs = Math.min(this.#script.sends[this.#nextSend]?.at ?? Infinity, this.#asking?.arrivesMs ?? Infinity);
    return Math.min(ownMs, this.#cluster.nextDueMs());
  }

  /** Everything due at this millisecond: answers and closes node by node, then sends. Returns whether the poll ends with it. */
  #carryOut(): boolean {
    this.#leaders.moveTo(this.#nowMs);
    let woken = this.#cluster.carryOut(
      this.#nowMs,
      ({ request, errors, known }) => {
        if (this.#hearsOfLeaders) this.#asking?.learn(request, errors, known);
      },
      () => void this.#metadata.request(),
    );
    if (this.#asking?.arrive(this.#nowMs) === true) woken = true;
    for (
      let send = this.#script.sends[this.#nextSend];
      send !== undefined && send.at <= this.#nowMs;
      send = this.#script.sends[this.#nextSend]
    ) {
      if (this.#send()) woken = true;
    }
    return woken;
  }

  /** Sends the next record; returns whether that wakes the Sender. */
  #send(): boolean {
    const index = this.#nextSend;
    this.#nextSend += 1;
    const send = this.#script.sends[index];
    if (send === undefined) return false;
    const outcome = this.#sends.send(send, this.#nowMs);
    if (outcome < APPENDED) {
      this.#open -= 1;
      this.#recorder.reject(this.#nowMs, index, rejectionName(outcome));
      return false;
    }
    const newBatch = (outcome & APPENDED_NEW_BATCH) !== 0;
    const full = (outcome & APPENDED_FULL) !== 0;
    const chosen = send.partition === null ? this.#sends.lastPartition : undefined;
    this.#recorder.append(this.#nowMs, index, chosen, newBatch, full);
    return newBatch || full;
  }

  #trace(): ProducerTrace {
    const log = Object.fromEntries(
      this.#producer.partitions.map((one, index) => [partitionName(one), this.#logs[index]?.stored ?? []]),
    );
    return { format: this.#script.format, id: this.#script.id, events: this.#recorder.finish(), log, end: this.#nowMs };
  }
}

/** All partitions of a script, in its order. */
export function partitionsOf(script: Pick<ProducerScript, "topics">): PartitionInfo[] {
  return script.topics.flatMap(({ name, leaders }) =>
    leaders.map((leader, partition) => ({ topic: name, partition, leader })),
  );
}

/** What is told about the requests to a node. */
export function formsOf(script: Pick<ProducerScript, "answers">, node: number): ReadonlyMap<number, ScriptAnswer> {
  return new Map(script.answers.filter((answer) => answer.node === node).map((answer) => [answer.request, answer]));
}

/** Scripts have no jitter. */
export function noChance(): number {
  return 0.5;
}
