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

/**
 * What really was the matter with a failed record; several have the same exception. In send(): no `metadata` within max.block.ms, no room in the
 * `buffer`, `too-large` for the client. By delivery.timeout.ms: the leader never answered anything (`unreachable`), never `unsent`, `split` again and
 * again (KAFKA-8350), `retried`, or `unanswered`. `retries` used up; `too-large-broker`: refused by the broker; `closed` by the application.
 */
export type FailureCause =
  | "metadata"
  | "buffer"
  | "too-large"
  | "unreachable"
  | "unsent"
  | "split"
  | "retried"
  | "unanswered"
  | "retries"
  | "too-large-broker"
  | "closed"
  | "other";

/** Failed records with the same exception and cause, by what is true of them. */
export interface FailedRecords {
  readonly exception: string;
  readonly cause: FailureCause;
  readonly records: number;
  /** Of these, stored nevertheless. */
  readonly stored: number;
  /** Of these, never on the wire. */
  readonly neverSent: number;
}

const PENDING = -2;
const ACKNOWLEDGED = -1;

/** The truth about batches: what the application was told, and how many copies the leaders' logs hold. */
export class Ledger {
  /** Hears when the high watermark has passed a batch: its row, and the partition. */
  onVisible: ((row: number, partition: number) => void) | undefined;
  /** Hears when a follower of a partition has joined the replicas in sync. */
  onJoined: ((partition: number) => void) | undefined;
  /** Hears when a leader's log loses a batch: its row. */
  onRemoved: ((row: number) => void) | undefined;
  readonly #records: number[] = [];
  readonly #partitions: number[] = [];
  /** {@link PENDING}, {@link ACKNOWLEDGED} or the number of the failure. */
  readonly #told: number[] = [];
  readonly #copies: number[] = [];
  readonly #failures: { readonly exception: string; readonly cause: FailureCause }[] = [];
  readonly #neverSent = new Set<number>();

  /** Opens a row for a batch of so many records of a partition; returns its number. */
  open(records: number, partition: number, isSent: boolean): number {
    this.#records.push(records);
    this.#partitions.push(partition);
    this.#told.push(PENDING);
    this.#copies.push(0);
    const row = this.#records.length - 1;
    if (!isSent) this.#neverSent.add(row);
    return row;
  }

  /** A leader's log gained (1) or lost (-1) a copy. */
  addCopy(row: number, change: 1 | -1): void {
    this.#copies[row] = (this.#copies[row] ?? 0) + change;
    if (change === -1) this.onRemoved?.(row);
  }

  /** The application was told: by an exception (its simple name), or of success. */
  tell(row: number, exception: string | undefined, cause: FailureCause = "other"): void {
    this.#told[row] = exception === undefined ? ACKNOWLEDGED : this.#failureNumber(exception, cause);
  }

  /** The batch was replaced by others: it counts no more. */
  drop(row: number): void {
    this.#records[row] = 0;
  }

  /** Adds everything up. */
  fates(): RecordFates {
    const sums = noFates();
    this.#records.forEach((records, row) => {
      sums[this.#fate(row)] += records;
    });
    return sums;
  }

  /** Adds up the batches of each of so many partitions. */
  fatesByPartition(partitions: number): readonly RecordFates[] {
    const sums = Array.from({ length: partitions }, noFates);
    this.#records.forEach((records, row) => {
      const sum = sums[this.#partitions[row] ?? 0];
      if (sum !== undefined) sum[this.#fate(row)] += records;
    });
    return sums;
  }

  /** The failed records by exception and cause, in the order in which they first happened. */
  failures(): readonly FailedRecords[] {
    const sums = this.#failures.map((failure) => ({ ...failure, records: 0, stored: 0, neverSent: 0 }));
    this.#records.forEach((records, row) => {
      const told = this.#told[row] ?? PENDING;
      const sum = told < 0 ? undefined : sums[told];
      if (sum === undefined) return;
      sum.records += records;
      if ((this.#copies[row] ?? 0) > 0) sum.stored += records;
      if (this.#neverSent.has(row)) sum.neverSent += records;
    });
    return sums;
  }

  /** Acknowledged records that are stored, in batches of which something does not hold. */
  acknowledgedWithout(holds: (row: number) => boolean): number {
    return this.#records.reduce((sum, records, row) => {
      const isStored = this.#told[row] === ACKNOWLEDGED && (this.#copies[row] ?? 0) > 0;
      return isStored && !holds(row) ? sum + records : sum;
    }, 0);
  }

  #failureNumber(exception: string, cause: FailureCause): number {
    const known = this.#failures.findIndex((one) => one.exception === exception && one.cause === cause);
    return known >= 0 ? known : this.#failures.push({ exception, cause }) - 1;
  }

  #fate(row: number): keyof RecordFates {
    const told = this.#told[row] ?? PENDING;
    const copies = this.#copies[row] ?? 0;
    if (told === PENDING) return "pending";
    if (copies > 1) return "duplicated";
    if (told === ACKNOWLEDGED) return copies === 0 ? "acknowledgedLost" : "storedOnce";
    return copies === 0 ? "failedAbsent" : "failedStored";
  }
}

function noFates(): Record<keyof RecordFates, number> {
  return { storedOnce: 0, acknowledgedLost: 0, duplicated: 0, failedAbsent: 0, failedStored: 0, pending: 0 };
}
