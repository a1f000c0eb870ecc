import type { Broker } from "../cluster/broker.js";
import type { ModelCosts } from "../cluster/costs.js";
import type { Network } from "../cluster/network.js";
import type { EventQueue } from "../engine/event-queue.js";
import { Backoff, type RandomSource } from "../producer/backoff.js";
import type { Connection } from "../producer/connection.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { ClientConnection } from "./client-connection.js";

/** TCP sends its first packet again after 1, 3 and 7 s. */
const SYN_US = [0, 1_000_000, 3_000_000, 7_000_000] as const;

/** socket.connection.setup.timeout.ms, which doubles up to 30 s. */
const SETUP_TIMEOUT_MS = 10_000;
const SETUP_TIMEOUT_MAX_MS = 30_000;

/** PLAINTEXT: nothing after ApiVersions. */
const NO_HANDSHAKE = { roundTrips: 0, us: 0 };

/** What a node's connection needs from its client. */
export interface NodePort {
  /** Runs on the Sender's thread, in its next poll. */
  deliver(handle: () => void): void;
  /** The Sender's clock. */
  readonly nowMs: number;
  /** Up to this time the client stands still. */
  readonly pausedUntilUs: number;
  /** A connection that was open breaks. */
  onClosing(node: number, timedOut: boolean): void;
  /** The requests of a connection fail; it may be opened again at `reopenMs`. */
  onClosed(node: number, timedOut: boolean, reopenMs: number): void;
  /** A connection that was closed is open. */
  onOpened(node: number): void;
  /** A connection closed or could not be opened: the metadata may be out of date. */
  onLost(): void;
}

/** One node as its client sees it: connected, away, or being connected; and how long its requests may take. */
export class ClientNode {
  readonly number: number;
  readonly wire: ClientConnection;
  readonly #connection: Connection;
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #network: Network;
  readonly #producer: number;
  readonly #broker: Broker;
  readonly #settings: ProducerSettings;
  readonly #port: NodePort;
  readonly #reconnectBackoff: Backoff;
  readonly #setupTimeout: Backoff;
  #isConnecting = false;
  #failures = 0;
  #setupFailures = 0;
  #timeoutPlanned = false;
  /** Tells attempts to connect apart. */
  #attempt = 0;

  constructor(world: {
    readonly queue: EventQueue;
    readonly costs: ModelCosts;
    readonly network: Network;
    readonly producer: number;
    readonly broker: Broker;
    readonly settings: ProducerSettings;
    readonly connection: Connection;
    readonly wire: ClientConnection;
    readonly port: NodePort;
    readonly random: RandomSource;
  }) {
    const { settings, random } = world;
    this.number = world.broker.id;
    this.wire = world.wire;
    this.#connection = world.connection;
    this.#queue = world.queue;
    this.#costs = world.costs;
    this.#network = world.network;
    this.#producer = world.producer;
    this.#broker = world.broker;
    this.#settings = settings;
    this.#port = world.port;
    const usualMaxMs = settings.reconnectBackoffMs === 50 ? 1_000 : settings.reconnectBackoffMs;
    const maxMs = settings.reconnectBackoffMaxMs ?? usualMaxMs;
    this.#reconnectBackoff = new Backoff(settings.reconnectBackoffMs, maxMs, random);
    const { setupTimeoutMs = SETUP_TIMEOUT_MS, setupTimeoutMaxMs = SETUP_TIMEOUT_MAX_MS } = settings;
    this.#setupTimeout = new Backoff(setupTimeoutMs, setupTimeoutMaxMs, random);
  }

  /** The controller does not count on its broker. */
  get isFenced(): boolean {
    return this.#broker.fenced;
  }

  /** A connection is being made. */
  get isConnecting(): boolean {
    return this.#isConnecting;
  }

  /** The connection. */
  get connection(): Connection {
    return this.#connection;
  }

  /** The connection breaks; `timedOut`: the client itself closes it, after request.timeout.ms. `wasIdle`: nothing waited for it. */
  close(timedOut: boolean, wasIdle: boolean = false): void {
    if (!this.#connection.isOpen) return;
    this.#port.onClosing(this.number, timedOut);
    this.#connection.isOpen = false;
    this.wire.close();
    this.#port.deliver(() => {
      this.#port.onClosed(this.number, timedOut, this.#reopenMs());
      // What an idle client then learns of the cluster is left out, and the connection over which it asks.
      if (!wasIdle) this.#port.onLost();
    });
  }

  /** When something last went over it; from then on it is idle. */
  get activeUs(): number {
    return this.wire.activeUs;
  }

  /** It was idle for connections.max.idle.ms: the client closes it, also while it is being made. */
  expire(): void {
    const { inFlight, otherInFlight } = this.#connection;
    if (this.#connection.isOpen) this.close(false, inFlight.length + otherInFlight === 0);
    else if (this.#isConnecting) this.#fail(false);
  }

  /** Begins to connect, if the backoff is over. */
  connect(): void {
    if (this.#isConnecting || !this.#connection.mayConnect(this.#port.nowMs)) return;
    this.#isConnecting = true;
    this.wire.touch();
    const { nowUs } = this.#queue;
    const connectedUs = this.#synUs();
    const setupTimeoutUs = nowUs + this.#setupTimeout.backoffMs(this.#setupFailures) * 1_000;
    if (connectedUs > setupTimeoutUs) this.#later(setupTimeoutUs, () => this.#fail(true));
    else this.#later(connectedUs + this.#costs.clientRttUs, () => this.#afterHandshake());
  }

  /** Watches the oldest request; there is one planned look at a time. */
  watchTimeout(): void {
    if (this.#timeoutPlanned) return;
    const dueMs = this.#connection.timeoutAtMs(this.#settings.requestTimeoutMs);
    if (dueMs === Infinity) return;
    this.#timeoutPlanned = true;
    // Answers that came in while the client stood still are handled before timeouts are.
    const atUs = Math.max(dueMs * 1_000, this.#port.pausedUntilUs + 1_000);
    this.#queue.at(atUs, () => {
      this.#timeoutPlanned = false;
      const isPaused = this.#port.pausedUntilUs > this.#queue.nowUs;
      const isDue = this.#connection.timeoutAtMs(this.#settings.requestTimeoutMs) <= this.#port.nowMs;
      if (isDue && !isPaused) this.close(true);
      else this.watchTimeout();
    });
  }

  /** When the first packet that gets through was sent: at once, unless the network is cut. */
  #synUs(): number {
    const { nowUs } = this.#queue;
    const cutUntilUs = this.#network.cutUntilUs(`producer ${this.#producer}`, `broker ${this.number}`);
    const tried = SYN_US.find((delayUs) => nowUs + delayUs >= cutUntilUs);
    return tried === undefined ? Infinity : nowUs + tried;
  }

  /** TCP connect took one round trip, ApiVersions takes another. A process that is gone refuses at once. */
  #afterHandshake(): void {
    if (!this.#broker.alive) {
      this.#fail(false);
      return;
    }
    const { nowUs } = this.#queue;
    const { roundTrips, us } = this.#settings.handshake ?? NO_HANDSHAKE;
    const handshakeUs = (1 + roundTrips) * this.#costs.clientRttUs + us;
    const answeredUs = Math.max(nowUs, this.#broker.hungUntilUs) + handshakeUs;
    const givenUpUs = nowUs + this.#settings.requestTimeoutMs * 1_000;
    const attempt = this.#attempt;
    this.wire.touch();
    this.#later(Math.min(answeredUs, givenUpUs), () => {
      if (this.#broker.alive && answeredUs <= givenUpUs) this.#port.deliver(() => this.#open(attempt));
      else this.#fail(false);
    });
  }

  /** Something about the connection that is being made, unless that has ended by then. */
  #later(timeUs: number, happen: () => void): void {
    const attempt = this.#attempt;
    this.#queue.at(timeUs, () => {
      if (attempt === this.#attempt) happen();
    });
  }

  #open(attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.wire.touch();
    this.#isConnecting = false;
    this.#failures = 0;
    this.#setupFailures = 0;
    this.#connection.isOpen = true;
    this.#port.onOpened(this.number);
  }

  #fail(inSetup: boolean): void {
    if (inSetup) this.#setupFailures += 1;
    this.#attempt += 1;
    this.#port.deliver(() => {
      this.#isConnecting = false;
      this.#port.onClosed(this.number, false, this.#reopenMs());
      this.#port.onLost();
    });
  }

  #reopenMs(): number {
    const backoffMs = this.#reconnectBackoff.backoffMs(this.#failures);
    this.#failures += 1;
    return this.#port.nowMs + backoffMs;
  }
}
