import type { LeaderHint } from "../cluster/broker.js";
import type { LeaderView } from "../cluster/leader-view.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { RandomSource } from "../producer/backoff.js";
import { Metadata } from "../producer/metadata.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { ClientNode } from "./client-node.js";

/** Between two looks for a node that can take the question, while none can. */
const LOOK_AGAIN_US = 5_000;

/** What the metadata needs from its client. */
export interface MetadataPort {
  readonly nodes: readonly ClientNode[];
  readonly nowMs: number;
  deliver(handle: () => void): void;
  /** The metadata names a leader; -1: none. */
  setLeader(partition: number, leader: number): void;
}

/**
 * Who leads, as the client knows it, and how it learns more (`Metadata`, `NetworkClient.DefaultMetadataUpdater`). The question
 * goes over a connection that produces too: behind a produce request that waits for replicas, it waits as well.
 */
export class ClientMetadata {
  readonly #queue: EventQueue;
  readonly #port: MetadataPort;
  readonly #metadata: Metadata;
  readonly #random: RandomSource;
  readonly #requestTimeoutUs: number;
  #asked: { readonly node: ClientNode; readonly timeout: PlannedEvent } | undefined;
  #planned: PlannedEvent | undefined;

  constructor(
    queue: EventQueue,
    settings: ProducerSettings,
    partitionCount: number,
    backsOffWithoutNews: boolean,
    random: RandomSource,
    port: MetadataPort,
  ) {
    this.#queue = queue;
    this.#port = port;
    this.#random = random;
    this.#metadata = new Metadata(settings, partitionCount, backsOffWithoutNews, random, (partition, leader) => {
      port.setLeader(partition, leader);
    });
    this.#requestTimeoutUs = settings.requestTimeoutMs * 1_000;
  }

  /** Wants news: asked for after the backoff since the last answer, one question at a time. */
  request(): void {
    if (this.#metadata.request()) this.#plan(this.#metadata.dueMs(this.#port.nowMs) * 1_000);
  }

  /** A connection is gone, and a question on it with it. */
  onClosed(node: ClientNode): void {
    if (this.#asked?.node !== node) return;
    this.#queue.cancel(this.#asked.timeout);
    this.#asked = undefined;
    this.#metadata.fail();
    this.request();
  }

  /** The first answer about a topic, after a cold start. */
  adopt(view: LeaderView): void {
    this.#onView(view);
  }

  /** What an answer says about leaders (KIP-951); older news is passed over. */
  learn(hints: readonly LeaderHint[]): void {
    for (const { partition, leader, epoch } of hints) this.#metadata.learn(partition, leader, epoch);
  }

  #plan(timeUs: number): void {
    this.#queue.cancel(this.#planned);
    this.#planned = this.#queue.at(timeUs, () => {
      this.#planned = undefined;
      this.#ask();
    });
  }

  /** Asks the node with the fewest requests in flight; connects if there is none to ask. */
  #ask(): void {
    if (this.#asked !== undefined) return;
    const { nodes, nowMs } = this.#port;
    const start = Math.floor(this.#random() * nodes.length);
    let best: ClientNode | undefined;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[(start + at) % nodes.length];
      if (node?.connection.canSend(nowMs) !== true) continue;
      if (best === undefined || load(node) < load(best)) best = node;
    }
    if (best === undefined) {
      if (!nodes.some(({ connection }) => connection.isOpen)) for (const node of nodes) node.connect();
      this.#plan(this.#queue.nowUs + LOOK_AGAIN_US);
      return;
    }
    this.#send(best);
  }

  #send(node: ClientNode): void {
    node.connection.otherInFlight += 1;
    const timeout = this.#queue.at(this.#queue.nowUs + this.#requestTimeoutUs, () => node.close(true));
    const asked = { node, timeout };
    this.#asked = asked;
    node.wire.ask((view) => {
      this.#port.deliver(() => {
        if (this.#asked !== asked) return;
        this.#queue.cancel(timeout);
        node.connection.otherInFlight -= 1;
        this.#asked = undefined;
        this.#onView(view);
      });
    });
  }

  #onView(view: LeaderView): void {
    const isComplete = this.#metadata.answer(view, this.#port.nowMs);
    // A partition without a leader that has something to send asks again at every look of the Sender.
    if (!isComplete) this.request();
  }
}

function load({ connection }: ClientNode): number {
  return connection.inFlight.length + connection.otherInFlight;
}
