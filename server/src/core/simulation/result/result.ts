// The shape of schemas/result.schema.json. docs/simulation.md defines every number.
import type { FailureCause, RecordFates } from "../cluster/ledger.js";
import type { SimulationEnd } from "../full/simulation.js";
import type { Unreplicated } from "../full/exposure.js";
import type { LatencyStage } from "../full/statistics.js";
import type { Approximation } from "../scenario/approximations.js";
import type { Scenario } from "../scenario/scenario.js";
import type { ToldMistake } from "../../schema/schema-check.js";

/** Version of the shape of results. */
export const RESULT_FORMAT = 1;

/** A distribution of times in milliseconds, over so many records, batches or requests. */
export interface Distribution {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** What became of the records of a partition. */
export interface PartitionResult extends RecordFates {
  readonly topic: string;
  readonly partition: number;
  /** Broker that leads it at the end. */
  readonly leader: number;
  /** Records stored for the first time behind a later one; they also have one of the fates. */
  readonly outOfOrder: number;
  /** Records in its log at the end. */
  readonly stored: number;
  /** Bytes ever appended by leaders. */
  readonly bytes: number;
}

/** What became of the records of one of several topics: sums over its partitions, and what never got to one. */
export interface TopicResult extends RecordFates {
  readonly topic: string;
  readonly sent: number;
  readonly failedBeforeSending: number;
  readonly outOfOrder: number;
  readonly stored: number;
  readonly bytes: number;
  /** Call of send() to callback, of acknowledged records. */
  readonly latencyMs: Distribution;
}

/** Records that failed with an exception. */
export interface FailureResult {
  /** Simple class name. */
  readonly exception: string;
  /** Where the application sees it: thrown by send(), or in the Future and the callback. */
  readonly seenIn: "send()" | "Future and callback";
  readonly records: number;
  /** Of these, stored nevertheless: sending them again makes duplicates. */
  readonly stored: number;
  /** Of these, never on the wire. */
  readonly neverSent: number;
}

/** Failed records by what really was the matter: several causes share an exception. */
export interface CauseResult {
  readonly cause: FailureCause;
  readonly exception: string;
  readonly records: number;
  readonly stored: number;
}

/** How the run went beside the schedule of the workload: when the application was to send each record. */
export interface ScheduleResult {
  /** Records that were to be sent. */
  readonly planned: number;
  /** Of these, those whose send() was not called before the end: the application was held up. */
  readonly unsent: number;
  /** Planned records per second, of all producers. */
  readonly perSecond: number;
  /** Acknowledged records per second as a share of those planned: 1 when the load was kept up with. */
  readonly keptUp: number;
  /** After so long a record is late. */
  readonly lateAfterMs: number;
  /** Planned records that were acknowledged later than that, or never. */
  readonly lateRecords: number;
  /** Planned send() to callback, of acknowledged records: `latencyMs` and how late send() was called. */
  readonly lateMs: Distribution;
  /** Planned send() to a consumer that has the record: `endToEndMs` and how late send() was called. */
  readonly endToEndMs: Distribution;
}

/** What became of transactions. */
export interface TransactionsResult {
  readonly committed: number;
  readonly aborted: number;
  /** Stored records of aborted transactions: consumers with read_committed never see them, whatever their callbacks said. */
  readonly abortedRecords: number;
  /** Of the aborted ones, those that the coordinator aborted because they were older than transaction.timeout.ms. */
  readonly timedOut?: number;
  /** Calls that failed, such as commitTransaction() of a producer that is fenced. */
  readonly failedCalls?: readonly { readonly exception: string; readonly calls: number }[];
  /** From the call of commitTransaction() to its return; the application sends nothing in the meantime. */
  readonly commitMs: Distribution;
}

/** What a simulation came to. */
export interface SimulatedResult {
  readonly outcome: "simulated";
  readonly format: typeof RESULT_FORMAT;
  readonly kafkaVersion: string;
  readonly seed: number;
  readonly scenario: Scenario;
  /** False when it was stopped: the numbers are of a part only. */
  readonly complete: boolean;
  readonly ended: SimulationEnd;
  /** Virtual time. */
  readonly simulatedMs: number;
  readonly events: number;
  /** Settings the producer worked with, as the model read them. */
  readonly settings: Readonly<Record<string, number | string | boolean>>;
  readonly records: RecordFates & {
    readonly sent: number;
    /** Refused by send() or failed before they were in a batch. */
    readonly failedBeforeSending: number;
    readonly outOfOrder: number;
  };
  readonly partitions: readonly PartitionResult[];
  /** Only with several topics. */
  readonly topics?: readonly TopicResult[];
  readonly failures: readonly FailureResult[];
  readonly causes: readonly CauseResult[];
  readonly schedule: ScheduleResult;
  /** Acknowledged and stored records that no consumer could read until the end: the high watermark never passed them. */
  readonly neverVisible: number;
  /** Acknowledged records that were not yet replicated: at any moment on average, and at most. What a crash of their leaders loses. */
  readonly unreplicated: Unreplicated;
  /** Acknowledged records over the workload's duration, or the longer time that they took. */
  readonly throughput: { readonly recordsPerSecond: number; readonly valueMebibytesPerSecond: number };
  readonly latencyMs: Distribution;
  /** How long send() waited for memory or metadata: of every call, whatever became of its record. */
  readonly blockedMs: Distribution;
  /** Call of send() to a consumer that has the record: of all records that consumers could ever read. */
  readonly endToEndMs: Distribution;
  /** How many records took longer than the bucket before and not longer than this: about eight buckets per doubling. */
  readonly latencyBuckets: { readonly upToMs: readonly number[]; readonly records: readonly number[] };
  readonly stagesMs: Readonly<Record<LatencyStage, Distribution>>;
  readonly requests: {
    readonly count: number;
    readonly perSecond: number;
    readonly bytes: number;
    readonly recordsMean: number;
    readonly batchesMean: number;
    readonly latencyMs: Distribution;
    readonly connectionsClosed: number;
  };
  readonly batches: {
    readonly count: number;
    readonly recordsMean: number;
    readonly bytesMean: number;
    /** Mean bytes over batch.size. */
    readonly fill: number;
    readonly splits: number;
    readonly queueMs: Distribution;
  };
  readonly buffer: { readonly mostBytes: number; readonly totalBytes: number };
  readonly retriedRecords: number;
  /** Only with transactional.id. */
  readonly transactions?: TransactionsResult;
  /** Under the names of the Java client, in its units. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly series: {
    readonly everyMs: number;
    readonly columns: Readonly<Record<string, readonly number[]>>;
  };
  /** What the machine decides whether the client starts; it was taken to start. */
  readonly dependsOn: readonly { readonly key: string; readonly reason: string }[];
  readonly approximations: readonly Approximation[];
}

/** The client of this release does not start with the configuration. */
export interface RefusedResult {
  readonly outcome: "refused";
  readonly format: typeof RESULT_FORMAT;
  readonly kafkaVersion: string;
  readonly error: { readonly key: string; readonly message: string; readonly exception: readonly string[] };
}

/** The scenario cannot be simulated. */
export interface BadScenarioResult {
  readonly outcome: "bad-scenario";
  readonly format: typeof RESULT_FORMAT;
  readonly mistakes: readonly ToldMistake[];
}

/** What {@link simulate} returns. */
export type SimulateResult = SimulatedResult | RefusedResult | BadScenarioResult;
