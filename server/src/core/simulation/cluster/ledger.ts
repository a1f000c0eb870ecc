/** How many records ended in which way; every record that was sent is in exactly one of these. */
export interface RecordFates {
  /** Acknowledged and stored once. */
  readonly storedOnce: number;
  /** Acknowledged, and no replica that leads has it any more (or acks=0 told nothing). */
  readonly acknowledgedLost: number;
  /** Stored twice or more. */
  readonly duplicated: number;
  /** Reported as failed and not stored. */
  readonly failedAbsent: number;
  /** Reported as failed, but stored. */
  readonly failedStored: number;
  /** Neither acknowledged nor failed when the simulation ended. */
  readonly pending: number;
}

const PENDING = 0;
const ACKNOWLEDGED = 1;
const FAILED = 2;

/** The truth about batches: what the application was told, and how many copies the leaders' logs hold. */
export class Ledger {
  readonly #records: number[] = [];
  readonly #told: number[] = [];
  readonly #copies: number[] = [];

  /** Opens a row for a batch of so many records; returns its number. */
  open(records: number): number {
    this.#records.push(records);
    this.#told.push(PENDING);
    this.#copies.push(0);
    return this.#records.length - 1;
  }

  /** A leader's log gained (1) or lost (-1) a copy. */
  addCopy(row: number, change: 1 | -1): void {
    this.#copies[row] = (this.#copies[row] ?? 0) + change;
  }

  /** The application was told. */
  tell(row: number, acknowledged: boolean): void {
    this.#told[row] = acknowledged ? ACKNOWLEDGED : FAILED;
  }

  /** The batch was replaced by others: it counts no more. */
  drop(row: number): void {
    this.#records[row] = 0;
  }

  /** Adds everything up. */
  fates(): RecordFates {
    const sums = { storedOnce: 0, acknowledgedLost: 0, duplicated: 0, failedAbsent: 0, failedStored: 0, pending: 0 };
    this.#records.forEach((records, row) => {
      sums[this.#fate(row)] += records;
    });
    return sums;
  }

  #fate(row: number): keyof RecordFates {
    const told = this.#told[row];
    const copies = this.#copies[row] ?? 0;
    if (told === PENDING) return "pending";
    if (copies > 1) return "duplicated";
    if (told === FAILED) return copies === 0 ? "failedAbsent" : "failedStored";
    return copies === 0 ? "acknowledgedLost" : "storedOnce";
  }
}
