import type { EventQueue } from "../engine/event-queue.js";
import { RandomStream } from "../engine/random.js";
import type { ClusterSettings } from "./settings.js";

/** One end of a link: `producer 0`, `broker 2`, `controller`. */
export type Party = `producer ${number}` | `broker ${number}` | "controller";

/** The least retransmission timeout of Linux; it doubles with every further loss of the same packet. */
const RETRANSMISSION_US = 200_000;

/** Payload of a packet on an Ethernet. */
const PACKET_BYTES = 1_460;

/** With so many packets behind it a lost one is noticed after a round trip (three duplicate acknowledgements). */
const FAST_RETRANSMIT_PACKETS = 4;

/** A load balancer, firewall or NAT gateway between producers and brokers that forgets connections. */
export interface IdleDrop {
  /** After so long without a packet. */
  readonly afterUs: number;
  /** What it does with the next packet. */
  readonly answer: "silence" | "reset";
}

/** The network: which parties cannot hear each other, and links between them. */
export class Network {
  readonly queue: EventQueue;
  readonly settings: ClusterSettings;
  /** What forgets idle connections, if anything does. */
  idleDrop: IdleDrop | undefined;
  readonly #seed: number;
  /** Until when two parties are cut off from each other. */
  readonly #cutUntilUs = new Map<string, number>();

  constructor(queue: EventQueue, settings: ClusterSettings, seed: number) {
    this.queue = queue;
    this.settings = settings;
    this.#seed = seed;
  }

  /** Nothing gets from one to the other, either way, up to this time. */
  cut(left: Party, right: Party, untilUs: number): void {
    for (const pair of [`${left} ${right}`, `${right} ${left}`]) {
      this.#cutUntilUs.set(pair, Math.max(untilUs, this.#cutUntilUs.get(pair) ?? 0));
    }
  }

  /** Until when nothing gets from one to the other: a time not after now if something does. */
  cutUntilUs(from: Party, to: Party): number {
    return this.#cutUntilUs.size === 0 ? 0 : (this.#cutUntilUs.get(`${from} ${to}`) ?? 0);
  }

  /** A link in one direction; messages on it keep their order. `tripUs`: half a round trip. */
  link(from: Party, to: Party, tripUs: number): Link {
    const random = new RandomStream(this.#seed, `link ${from} to ${to}`);
    return new Link(this, from, to, tripUs, random);
  }
}

/** One direction of a TCP connection, as its user sees it: in order, nothing lost, but sometimes late. */
export class Link {
  readonly #network: Network;
  readonly #from: Party;
  readonly #to: Party;
  readonly #tripUs: number;
  readonly #random: RandomStream;
  #lastArrivalUs = 0;

  constructor(network: Network, from: Party, to: Party, tripUs: number, random: RandomStream) {
    this.#network = network;
    this.#from = from;
    this.#to = to;
    this.#tripUs = tripUs;
    this.#random = random;
  }

  /** When a message that leaves at this time arrives as a whole; Infinity if it never does. */
  arrivalUs(departureUs: number, bytes: number): number {
    const { jitterUs, lossRate } = this.#network.settings;
    let arrivalUs = departureUs + this.#tripUs;
    const cutUntilUs = this.#network.cutUntilUs(this.#from, this.#to);
    if (cutUntilUs > departureUs) arrivalUs += retriedUntilUs(departureUs, cutUntilUs) - departureUs;
    if (jitterUs > 0) arrivalUs += this.#random.exponential(jitterUs);
    if (lossRate > 0) arrivalUs += this.#lossUs(lossRate, Math.ceil(bytes / PACKET_BYTES));
    this.#lastArrivalUs = Math.max(this.#lastArrivalUs, arrivalUs);
    return this.#lastArrivalUs;
  }

  /** A new connection does not wait for what was sent on the old one. */
  reset(): void {
    this.#lastArrivalUs = 0;
  }

  /** How much later a message is because packets of it were lost. */
  #lossUs(lossRate: number, packets: number): number {
    let allArrive = 1;
    for (let packet = 0; packet < packets; packet += 1) allArrive *= 1 - lossRate;
    if (this.#random.uniform() < allArrive) return 0;
    let lateUs = packets >= FAST_RETRANSMIT_PACKETS ? 2 * this.#tripUs : RETRANSMISSION_US;
    for (let again = RETRANSMISSION_US * 2; this.#random.uniform() < lossRate; again *= 2) lateUs += again;
    return lateUs;
  }
}

/** When TCP tries again for the first time after a cut is over: 0.2, 0.6, 1.4 … seconds after the message was sent. */
function retriedUntilUs(departureUs: number, cutUntilUs: number): number {
  if (cutUntilUs === Infinity) return Infinity;
  let triedUs = departureUs;
  for (let waitUs = RETRANSMISSION_US; triedUs < cutUntilUs; waitUs *= 2) triedUs += waitUs;
  return triedUs;
}
