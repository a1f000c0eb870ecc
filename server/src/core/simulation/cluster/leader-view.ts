/** What one broker knows of who leads: it learns of changes a little later than the controller decides. */
export class LeaderView {
  readonly #leaders: Int32Array;
  readonly #epochs: Int32Array;

  constructor(leaders: readonly number[]) {
    this.#leaders = Int32Array.from(leaders);
    this.#epochs = new Int32Array(leaders.length);
  }

  /** Leader of a partition by its index; -1: none. */
  leader(partition: number): number {
    return this.#leaders[partition] ?? -1;
  }

  epoch(partition: number): number {
    return this.#epochs[partition] ?? 0;
  }

  /** News; what is older than what is known is passed over. Returns whether it was new. */
  learn(partition: number, leader: number, epoch: number): boolean {
    if (epoch <= this.epoch(partition)) return false;
    this.#leaders[partition] = leader;
    this.#epochs[partition] = epoch;
    return true;
  }

  /** A copy, as a metadata answer carries it. */
  copy(): LeaderView {
    const copy = new LeaderView([...this.#leaders]);
    copy.#epochs.set(this.#epochs);
    return copy;
  }

  get partitionCount(): number {
    return this.#leaders.length;
  }
}
