import { LeaderView } from "../cluster/leader-view.js";
import type { Metadata } from "../producer/metadata.js";
import type { ProduceError } from "../producer/errors.js";
import type { ProduceRequest } from "../producer/request.js";
import type { ScriptMove } from "./script.js";

/** Before the first move every leader has this epoch, one more than the model's own count begins with. */
const FIRST_EPOCH = 1;

/** Who leads in the scripted cluster, whether or not the client knows. */
export class ScriptedLeaders {
  readonly view: LeaderView;
  readonly #moves: readonly ScriptMove[];
  readonly #indexOf: ReadonlyMap<string, number>;
  #next = 0;

  constructor(leaders: readonly number[], moves: readonly ScriptMove[], indexOf: ReadonlyMap<string, number>) {
    this.view = new LeaderView(leaders);
    this.#moves = moves;
    this.#indexOf = indexOf;
  }

  /** Carries out the moves that are due. */
  moveTo(nowMs: number): void {
    for (let move = this.#moves[this.#next]; move !== undefined && move.at <= nowMs; move = this.#moves[this.#next]) {
      this.view.learn(this.#indexOf.get(move.partition) ?? -1, move.leader, move.epoch - FIRST_EPOCH);
      this.#next += 1;
    }
  }
}

/** The client's questions for the metadata, as its network client asks them: answered at once, and heard a while later. */
export class ScriptedMetadata {
  readonly #metadata: Metadata;
  readonly #leaders: ScriptedLeaders;
  readonly #rttMs: number;
  #underWay: { readonly view: LeaderView; readonly dueMs: number } | undefined;

  constructor(metadata: Metadata, leaders: ScriptedLeaders, rttMs: number) {
    this.#metadata = metadata;
    this.#leaders = leaders;
    this.#rttMs = rttMs;
  }

  /** When an answer arrives; Infinity if none is under way. */
  get arrivesMs(): number {
    return this.#underWay?.dueMs ?? Infinity;
  }

  /** Asks if the client wants news and may ask again. */
  askIfDue(nowMs: number): void {
    if (this.#underWay !== undefined || this.#askMs(nowMs) > nowMs) return;
    this.#underWay = { view: this.#leaders.view.copy(), dueMs: nowMs + this.#rttMs };
  }

  /** When its next step is due: an answer arrives, or it may ask. */
  nextMs(nowMs: number): number {
    return this.#underWay === undefined ? this.#askMs(nowMs) : this.#underWay.dueMs;
  }

  /** Hands over an answer that is due. */
  arrive(nowMs: number): boolean {
    const underWay = this.#underWay;
    if (underWay === undefined || underWay.dueMs > nowMs) return false;
    this.#underWay = undefined;
    if (!this.#metadata.answer(underWay.view, nowMs)) this.#metadata.request();
    return true;
  }

  /** An answer to a produce request may name the leader (KIP-951); `known`: what its node knew. */
  learn(request: ProduceRequest, errors: readonly (ProduceError | undefined)[], known: LeaderView): void {
    errors.forEach((error, at) => {
      const partition = request.batches[at]?.partition.index ?? -1;
      const namesLeader = error === "NOT_LEADER_OR_FOLLOWER" || error === "FENCED_LEADER_EPOCH";
      if (namesLeader && known.leader(partition) >= 0)
        this.#metadata.learn(partition, known.leader(partition), known.epoch(partition));
    });
  }

  #askMs(nowMs: number): number {
    return this.#metadata.isRequested ? this.#metadata.dueMs(nowMs) : Infinity;
  }
}
