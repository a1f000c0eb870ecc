import type { LeaderView } from "../cluster/leader-view.js";
import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
import type { RandomSource } from "../producer/backoff.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { ClientNode, NodePort } from "./client-node.js";

/** What a producer that was just made needs from its client. */
export interface StartupHost extends Pick<NodePort, "deliver" | "nowMs" | "pausedUntilUs" | "onClosing"> {
  /** The brokers by their own numbers: known from the first metadata on. */
  readonly nodes: readonly ClientNode[];
  /** The Sender may work: the producer id is there, or nobody needs one. */
  onReady(): void;
  /** Partitions of topics are known, and who leads them. */
  onMetadata(view: LeaderView): void;
  /** A connection to a bootstrap address is gone. */
  onBootstrapClosed(node: ClientNode): void;
}

/** What is asked, and on which connection. */
interface Question {
  readonly node: ClientNode;
  readonly timeout: PlannedEvent;
}

/** Between two looks for a node that can be connected to, at least. */
const LOOK_AGAIN_MS = 1;

/**
 * From the constructor to the first record: connect to a bootstrap address, ask for the brokers, InitProducerId, and Metadata
 * when the first send() asks for the topic (producer-runtime.md 2.9). Everything goes over connections that faults strike.
 * Until the first answer those are connections to bootstrap addresses, one for each broker, with ids of their own: the leaders
 * need others (`Metadata.bootstrap`, `NetworkClient.leastLoadedNode`).
 */
export class ClientStartup implements NodePort {
  readonly #queue: EventQueue;
  readonly #settings: ProducerSettings;
  readonly #host: StartupHost;
  readonly #random: RandomSource;
  #bootstrap: readonly ClientNode[] = [];
  #knowsBrokers = false;
  #isReady = false;
  #needsId: boolean;
  #metadata: Question | undefined;
  #id: Question | undefined;
  #look: PlannedEvent | undefined;
  /** Topics that send() has asked for, and those that are known. */
  readonly #wanted = new Set<number>();
  readonly #known: boolean[] = [];
  #knownTopics = 0;
  /** When a connection to a node was last begun. */
  readonly #triedMs = new Map<ClientNode, number>();

  constructor(queue: EventQueue, settings: ProducerSettings, random: RandomSource, host: StartupHost) {
    this.#queue = queue;
    this.#settings = settings;
    this.#host = host;
    this.#random = random;
    // With a transactional.id the Sender asks for the producer id when initTransactions() is called.
    this.#needsId = settings.idempotent && settings.transactional !== true;
  }

  /** Where requests may go that any broker can answer. */
  get nodes(): readonly ClientNode[] {
    return this.#knowsBrokers ? this.#host.nodes : this.#bootstrap;
  }

  get nowMs(): number {
    return this.#host.nowMs;
  }

  get pausedUntilUs(): number {
    return this.#host.pausedUntilUs;
  }

  /** Begins, once the faults of this moment have struck. `bootstrap`: a connection to every broker's address. */
  start(bootstrap: readonly ClientNode[]): void {
    this.#bootstrap = bootstrap;
    this.#queue.at(this.#queue.nowUs, () => this.#goOn());
  }

  /** Partitions of a topic are known: send() need not wait for them. */
  hasMetadata(topic: number): boolean {
    return this.#known[topic] === true;
  }

  /** The first send() to a topic asks for it, at once (`requestUpdateForNewTopics`). */
  askForTopic(topic: number): void {
    if (this.#wanted.has(topic)) return;
    this.#wanted.add(topic);
    this.#goOn();
  }

  /** A broker's connections break. */
  breakConnection(broker: number): void {
    this.#bootstrap[broker]?.close(false);
  }

  /** A connection to a broker, by its own number, is open or gone. */
  onNode(node: ClientNode): void {
    if (!node.connection.isOpen) this.#forget(node);
    this.#goOn();
  }

  deliver(handle: () => void): void {
    this.#host.deliver(handle);
  }

  onClosing(node: number, timedOut: boolean): void {
    if (!this.#knowsBrokers) this.#host.onClosing(node, timedOut);
  }

  onClosed(number: number, _timedOut: boolean, reopenMs: number): void {
    const node = this.#bootstrap[number];
    if (node === undefined) return;
    node.connection.close(reopenMs);
    this.#host.onBootstrapClosed(node);
    this.onNode(node);
  }

  onOpened(): void {
    this.#goOn();
  }

  onLost(): void {
    // The question is asked again when the next connection is open.
  }

  /** Asks what there is to ask, as far as a connection can take it. */
  #goOn(): void {
    const wantsMetadata = !this.#knowsBrokers || this.#wanted.size > this.#knownTopics;
    if (this.#metadata === undefined && wantsMetadata) this.#askForMetadata();
    if (this.#isReady) return;
    if (!this.#needsId) {
      if (this.nodes.some(({ connection }) => connection.isOpen)) this.#becomeReady();
    } else if (this.#id === undefined) this.#id = this.#ask(() => this.#becomeReady());
  }

  #becomeReady(): void {
    this.#needsId = false;
    this.#isReady = true;
    this.#host.onReady();
  }

  #askForMetadata(): void {
    const topics = [...this.#wanted];
    this.#metadata = this.#ask((view) => {
      this.#metadata = undefined;
      this.#knowsBrokers = true;
      for (const topic of topics) this.#known[topic] = true;
      this.#knownTopics = topics.length;
      if (topics.length > 0) this.#host.onMetadata(view);
      this.#goOn();
    });
  }

  /** Asks the node with the fewest requests in flight; without one that can be asked, waits for a connection. */
  #ask(hear: (view: LeaderView) => void): Question | undefined {
    const node = this.#leastLoaded();
    if (node === undefined) {
      this.#lookLater();
      return undefined;
    }
    const { connection } = node;
    if (!connection.canSend(this.nowMs)) {
      if (!node.isConnecting) this.#triedMs.set(node, this.nowMs);
      node.connect();
      return undefined;
    }
    connection.otherInFlight += 1;
    const timeout = this.#queue.at(this.#queue.nowUs + this.#settings.requestTimeoutMs * 1_000, () => node.close(true));
    const question = { node, timeout };
    node.wire.ask((view) => {
      this.deliver(() => {
        if (this.#metadata !== question && this.#id !== question) return;
        this.#queue.cancel(timeout);
        connection.otherInFlight -= 1;
        hear(view);
      });
    });
    return question;
  }

  /** A connection is gone, and a question on it with it. */
  #forget(node: ClientNode): void {
    for (const question of [this.#metadata, this.#id]) {
      if (question?.node !== node) continue;
      this.#queue.cancel(question.timeout);
      if (question === this.#metadata) this.#metadata = undefined;
      else this.#id = undefined;
    }
  }

  /** An open connection, else one that is being made, else the one that was tried longest ago. */
  #leastLoaded(): ClientNode | undefined {
    const { nodes, nowMs } = this;
    const start = Math.floor(this.#random() * nodes.length);
    let open: ClientNode | undefined;
    let connecting: ClientNode | undefined;
    let closed: ClientNode | undefined;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[(start + at) % nodes.length];
      if (node === undefined) continue;
      if (node.connection.canSend(nowMs)) {
        if (open === undefined || load(node) < load(open)) open = node;
      } else if (node.isConnecting) connecting = node;
      else if (node.connection.mayConnect(nowMs)) {
        if (closed === undefined || this.#tried(node) < this.#tried(closed)) closed = node;
      }
    }
    return open ?? connecting ?? closed;
  }

  #tried(node: ClientNode): number {
    return this.#triedMs.get(node) ?? -1;
  }

  /** Every node waits for its reconnect backoff, or has its hands full. */
  #lookLater(): void {
    const waits = this.nodes.map(({ connection }) => connection.pollDelayMs(this.nowMs));
    const waitMs = Math.max(LOOK_AGAIN_MS, Math.min(...waits));
    this.#queue.cancel(this.#look);
    this.#look = undefined;
    if (waitMs === Infinity) return;
    this.#look = this.#queue.at(this.#queue.nowUs + waitMs * 1_000, () => {
      this.#look = undefined;
      this.#goOn();
    });
  }
}

function load({ connection }: ClientNode): number {
  return connection.inFlight.length + connection.otherInFlight;
}
