import { LeaderView } from "../cluster/leader-view.js";
import { APPENDED, APPENDED_FULL, APPENDED_NEW_BATCH } from "../producer/accumulator.js";
import type { ProducerBatch } from "../producer/batch.js";
import { Producer, rejectionName } from "../producer/producer.js";
import type { ProduceRequest } from "../producer/request.js";
import type { ProducerHost } from "../producer/sender.js";
import type { ProducerBehaviour, ProducerSettings } from "../producer/settings.js";
import { payloadBytes } from "../producer/sizes.js";
import type { TransactionManager } from "../producer/transaction-manager.js";
import type { TransactionalRequest } from "../producer/transaction-request.js";
import type { Readiness, TransactionalHost, TransactionalSender } from "../producer/transactional-sender.js";
import { MOST_PASSES } from "./limits.js";
import { formsOf, noChance, partitionsOf } from "./script-run.js";
import { ScriptedApplication } from "./scripted-application.js";
import { ScriptedCoordinator } from "./scripted-coordinator.js";
import { ScriptedLog } from "./scripted-log.js";
import { partitionName, ScriptedNode } from "./scripted-node.js";
import { ScriptedNodes } from "./scripted-nodes.js";
import { TraceRecorder } from "./trace-recorder.js";
import type { SendStep, TransactionEvent, TransactionScript, TransactionTrace } from "./transaction-script.js";

/** Plays one script with transactions in virtual milliseconds: application thread, Sender, cluster and coordinator on one clock. */
export class TransactionRun implements ProducerHost, TransactionalHost {
  readonly #script: TransactionScript;
  readonly #producer: Producer;
  readonly #sender: TransactionalSender;
  readonly #manager: TransactionManager;
  readonly #nodes: readonly ScriptedNode[];
  readonly #cluster: ScriptedNodes;
  readonly #logs: readonly ScriptedLog[];
  readonly #coordinator: ScriptedCoordinator;
  readonly #application: ScriptedApplication;
  readonly #recorder = new TraceRecorder<TransactionEvent>(true);
  readonly #partitionNumbers = new Map<string, number>();
  #nowMs = 0;
  #sends = 0;
  /** Records in batches that have not had their callback, and those that are still to be sent. */
  #open: number;
  #hasSent = false;
  #isOver = false;

  constructor(
    script: TransactionScript,
    settings: ProducerSettings,
    behaviour: ProducerBehaviour,
    manager: TransactionManager,
  ) {
    this.#script = script;
    this.#manager = manager;
    this.#open = script.steps.filter((step) => step.do === "send").length;
    const partitions = partitionsOf(script);
    partitions.forEach((partition, index) => this.#partitionNumbers.set(partitionName(partition), index));
    const nodeCount = Math.max(...partitions.map(({ leader }) => leader)) + 1;
    this.#logs = partitions.map(() => new ScriptedLog());
    const leaders = new LeaderView(partitions.map(({ leader }) => leader));
    this.#nodes = Array.from({ length: nodeCount }, (_, node) => {
      return new ScriptedNode(node, leaders, formsOf(script, node), this.#logs, script.rtt, settings.acks);
    });
    const parts = { settings, behaviour, partitions, nodeCount, host: this, random: noChance };
    this.#producer = new Producer({ ...parts, transactions: { manager, host: this } });
    this.#cluster = new ScriptedNodes(this.#nodes, this.#producer, settings);
    const { transactionalSender } = this.#producer;
    if (transactionalSender === undefined) throw new TypeError("a producer with transactions has a sender for them");
    this.#sender = transactionalSender;
    this.#coordinator = new ScriptedCoordinator(script, settings, this.#partitionNumbers);
    this.#application = new ScriptedApplication(
      script.steps,
      manager,
      this.#recorder,
      (step) => this.#send(step),
      // Nothing lingers any more.
      () => this.#producer.beginFlush(),
    );
  }

  /** Runs to the end; `undefined` when {@link MOST_PASSES} is reached first. */
  run(): TransactionTrace | undefined {
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      if (this.#isOver || this.#isClosed()) return this.#trace();
      this.#rest(this.#sender.runOnce(this.#nowMs));
    }
    return undefined;
  }

  onRequest(request: ProduceRequest): void {
    const node = this.#nodes[request.node];
    if (node === undefined) return;
    this.#recorder.request(this.#nowMs, node.requestCount, request);
    this.#producer.trackRequest(request);
    node.receive(request);
    this.#hasSent = true;
  }

  onBatchDone(batch: ProducerBatch, exception: string | undefined, nowMs: number): void {
    this.#open -= batch.recordCount;
    this.#recorder.done(nowMs, batch, exception);
  }

  readiness(request: TransactionalRequest, nowMs: number): Readiness {
    return this.#coordinator.readiness(request, nowMs);
  }

  readyDelayMs(): number {
    return Infinity;
  }

  onTransactionalRequest(request: TransactionalRequest, nowMs: number): void {
    const { api, epoch } = request;
    const names = request.partitions.map((index) => {
      const queue = this.#producer.partitions[index];
      return queue === undefined ? "" : partitionName(queue);
    });
    this.#recorder.other({
      t: nowMs,
      e: "txn",
      api,
      n: this.#coordinator.receive(request, nowMs),
      ...(api !== "FindCoordinator" && { epoch }),
      ...(api === "AddPartitionsToTxn" && { partitions: names.sort() }),
      ...(api === "EndTxn" && { committed: request.commits }),
    });
    this.#hasSent = true;
  }

  #rest(forMs: number): void {
    switch (this.#sender.rest) {
      case "poll":
        this.#poll(forMs);
        break;
      case "look":
        this.#carryOut();
        break;
      case "sleep":
        this.#wait(forMs, false);
        this.#isOver = this.#nowMs >= this.#script.until;
        break;
      case "none":
        break;
    }
  }

  #poll(timeoutMs: number): void {
    if (this.#hasSent) {
      this.#hasSent = false;
      this.#carryOut();
    } else this.#wait(Math.max(timeoutMs, 1), true);
    this.#isOver = this.#isFinished();
  }

  #isFinished(): boolean {
    if (this.#nowMs >= this.#script.until) return true;
    return this.#application.isDone && this.#open === 0 && this.#isIdle();
  }

  #isIdle(): boolean {
    return this.#coordinator.isIdle && this.#producer.connections.every(({ inFlight }) => inFlight.length === 0);
  }

  /** The Sender waits; asleep it does not listen, and only the application goes on. */
  #wait(forMs: number, listens: boolean): void {
    const endMs = this.#nowMs + forMs;
    for (;;) {
      const stepMs = this.#application.nextMs(this.#nowMs);
      this.#nowMs = Math.min(endMs, stepMs, listens ? this.#nextDueMs() : Infinity);
      if (this.#nowMs >= this.#script.until) {
        this.#nowMs = this.#script.until;
        return;
      }
      const ends = listens ? this.#carryOut() : this.#goOn() && false;
      if (ends || this.#nowMs >= endMs || (listens && this.#isFinished())) return;
    }
  }

  #nextDueMs(): number {
    return Math.min(this.#coordinator.nextDueMs, this.#cluster.nextDueMs());
  }

  /** Everything due at this millisecond; returns whether the poll ends with it. */
  #carryOut(): boolean {
    const ends = this.#cluster.carryOut(this.#nowMs);
    const isAnswered = this.#coordinator.carryOut(this.#nowMs, (answer) => {
      const request = this.#sender.onAnswered();
      if (request === undefined) return;
      if (answer === undefined) this.#manager.onDisconnect(request);
      else this.#manager.onAnswer(request, answer);
    });
    return this.#goOn() || isAnswered || ends;
  }

  #goOn(): boolean {
    return this.#application.goOn(this.#nowMs);
  }

  /** Sends the next record; returns whether that wakes the Sender. */
  #send(send: SendStep): boolean {
    const index = this.#sends;
    this.#sends += 1;
    const record = this.#producer.records.add(payloadBytes(send.key ?? undefined, send.value), this.#nowMs);
    const partition = this.#partitionNumbers.get(partitionName(send)) ?? -1;
    if (this.#producer.isTooLarge(record)) {
      const tooLarge = { exception: "RecordTooLargeException" };
      return this.#reject(index, this.#manager.noteFailedSend(tooLarge) ?? tooLarge);
    }
    const refusal = this.#manager.refusesSend();
    if (refusal !== undefined) return this.#reject(index, refusal);
    const outcome = this.#producer.send(record, partition, this.#nowMs);
    if (outcome < APPENDED) return this.#reject(index, { exception: rejectionName(outcome) });
    const newBatch = (outcome & APPENDED_NEW_BATCH) !== 0;
    const full = (outcome & APPENDED_FULL) !== 0;
    this.#recorder.append(this.#nowMs, index, undefined, newBatch, full);
    const late = this.#manager.noteSend(partition);
    if (late === undefined) return newBatch || full;
    const isApi = late.exception === "ProducerFencedException" || late.exception === "InvalidProducerEpochException";
    const thrown = isApi ? (this.#manager.noteFailedSend(late) ?? late) : late;
    this.#recorder.reject(this.#nowMs, index, thrown.exception);
    return false;
  }

  #reject(index: number, { exception }: { readonly exception: string }): boolean {
    this.#open -= 1;
    this.#recorder.reject(this.#nowMs, index, exception);
    return false;
  }

  /** After close(): the Sender's thread ends once everything is sent, and an open transaction is aborted. */
  #isClosed(): boolean {
    if (!this.#application.isClosing || this.#sender.isInPass) return false;
    const { hasRequests, isOngoing, isCompleting } = this.#manager;
    const hasUndrained = this.#producer.partitions.some(({ waiting }) => waiting.length > 0);
    if (!this.#application.isAborting && (hasUndrained || !this.#isIdle() || (hasRequests && isOngoing))) return false;
    if (isOngoing) {
      this.#application.isAborting = true;
      if (!isCompleting) this.#manager.abort();
      return false;
    }
    this.#application.onClosed(this.#nowMs);
    return true;
  }

  #trace(): TransactionTrace {
    const log = Object.fromEntries(
      this.#producer.partitions.map((one, index) => [partitionName(one), this.#logs[index]?.stored ?? []]),
    );
    return { format: 3, id: this.#script.id, events: this.#recorder.finish(), log, end: this.#nowMs };
  }
}
