/** What a leader knows of a replica, and what it really has (`Replica`, `ReplicaState`). */
export class ReplicaProgress {
  /** Log end that its last fetch named. */
  logEnd: number = 0;
  /** What it has appended. */
  copied: number = 0;
  /** It had everything at this time. */
  caughtUpUs: number = 0;
  #lastFetchUs = 0;
  #leaderEndAtLastFetch = 0;

  /** Books a fetch from `offset` while the leader's log ends at `leaderEnd`; says whether the replica's log end is another. */
  noteFetch(offset: number, leaderEnd: number, nowUs: number): boolean {
    const before = this.logEnd;
    this.logEnd = Math.min(offset, leaderEnd);
    if (offset >= leaderEnd) this.caughtUpUs = nowUs;
    else if (offset >= this.#leaderEndAtLastFetch) this.caughtUpUs = Math.max(this.caughtUpUs, this.#lastFetchUs);
    this.#lastFetchUs = nowUs;
    this.#leaderEndAtLastFetch = leaderEnd;
    return this.logEnd !== before;
  }

  /** A new leader begins to watch it. */
  restart(leaderEnd: number, nowUs: number): void {
    this.logEnd = Math.min(this.logEnd, leaderEnd);
    this.copied = Math.min(this.copied, leaderEnd);
    this.caughtUpUs = nowUs;
    this.#lastFetchUs = nowUs;
    this.#leaderEndAtLastFetch = leaderEnd;
  }

  isCaughtUp(leaderEnd: number, lagUs: number, nowUs: number): boolean {
    return this.logEnd >= leaderEnd || nowUs - this.caughtUpUs <= lagUs;
  }
}
