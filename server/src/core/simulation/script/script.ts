import type { ProduceError } from "../producer/errors.js";

/** What a script may be written in; format 2 adds to format 1 (docs/producer-scripts.md). */
export type ScriptFormat = 1 | 2;

/** A producer script: what an application sends when, and how each produce request is answered. Times in ms. */
export interface ProducerScript {
  readonly format: ScriptFormat;
  readonly id: string;
  /** Release of kafka-clients, such as `3.9.2`. */
  readonly kafkaVersion: string;
  /** Explicit settings as text; the rest are the defaults of the version. */
  readonly config: Readonly<Record<string, string>>;
  readonly topics: readonly ScriptTopic[];
  /** Sorted by `at`; a record is known by its position here. */
  readonly sends: readonly ScriptSend[];
  /** An answer arrives this long after its request, unless told otherwise. */
  readonly rtt: number;
  readonly answers: readonly ScriptAnswer[];
  /** The script ends here at the latest; what is due at this time does not happen. */
  readonly until: number;
  /** Format 2: where the chance of the partitioners begins ({@link ThreadRandom}), a whole number of 64 bits as text. */
  readonly seed?: string;
  /** Format 2: how leaders change, in order of time. The client only learns of it from answers and its metadata. */
  readonly moves?: readonly ScriptMove[];
  /** Format 2, with `moves`: how long an answer to a question for the metadata takes; 0 without it. */
  readonly metadataRtt?: number;
  /** Format 2, with `moves`: whether produce answers name the leader (KIP-951), to clients that hear it. True without it. */
  readonly leaderHints?: boolean;
  /** Format 2: percent of every value that is noise; the rest is zeros. It only matters to who compresses them. */
  readonly noise?: number;
  /** Format 2, with compression.type: what the codec made of each batch. */
  readonly compressed?: readonly ScriptCompressedBatch[];
}

/** A batch by its partition, its first record and how many it has, and its size on the wire. */
export interface ScriptCompressedBatch {
  readonly tp: string;
  readonly first: number;
  readonly records: number;
  readonly bytes: number;
}

/** From then on another node leads a partition; -1: none. The epoch is above the one before; all begin with 1. */
export interface ScriptMove {
  readonly at: number;
  /** `topic-partition`. */
  readonly partition: string;
  readonly leader: number;
  readonly epoch: number;
}

/** A topic; partition i is led by node `leaders[i]`. */
export interface ScriptTopic {
  readonly name: string;
  readonly leaders: readonly number[];
}

/** A record: sizes in bytes, a null key is `null`. */
export interface ScriptSend {
  readonly at: number;
  readonly topic: string;
  /** Format 2: null lets the partitioner choose. */
  readonly partition: number | null;
  readonly key: number | null;
  readonly value: number;
}

/** How the `request`-th produce request (from 0) to a node is answered. */
export interface ScriptAnswer {
  readonly node: number;
  readonly request: number;
  /** The answer arrives this long after the request instead of `rtt`. */
  readonly after?: number;
  /** These partitions (`topic-partition`) append nothing and answer this error. */
  readonly errors?: Readonly<Record<string, ProduceError>>;
  /** These partitions append and answer this error. */
  readonly errorsAfterAppend?: Readonly<Record<string, ProduceError>>;
  /** No answer; the connection closes that long after the request was sent. */
  readonly disconnect?: number;
  /** No answer ever. */
  readonly silent?: true;
  /** With `disconnect` and `silent`: whether this request's batches were stored first. */
  readonly appended?: boolean;
}

/** What the client did with a script. */
export interface ProducerTrace {
  readonly format: ScriptFormat;
  readonly id: string;
  readonly events: readonly TraceEvent[];
  /** By `topic-partition`: the records in stored order; one stored twice stands twice. */
  readonly log: Readonly<Record<string, readonly number[]>>;
  /** When the run ended. */
  readonly end: number;
}

/** An event of a trace at time `t`. */
export type TraceEvent = AppendEvent | RejectEvent | RequestEvent | DoneEvent;

/** A record got into a batch. */
export interface AppendEvent {
  readonly t: number;
  readonly e: "append";
  readonly i: number;
  /** Format 2: the partition, if the script left it to the partitioner. */
  readonly partition?: number;
  readonly newBatch: boolean;
  /** The batch is full, or the partition's queue holds a further one. */
  readonly full: boolean;
}

/** send() refused a record; there is no callback later. */
export interface RejectEvent {
  readonly t: number;
  readonly e: "reject";
  readonly i: number;
  readonly error: string;
}

/** A produce request left, the `n`-th to its node. */
export interface RequestEvent {
  readonly t: number;
  readonly e: "request";
  readonly node: number;
  readonly n: number;
  readonly batches: readonly TraceBatch[];
}

/** A batch as it stands in a request; `seq` and `epoch` are -1 without idempotence. */
export interface TraceBatch {
  readonly tp: string;
  readonly records: number;
  readonly bytes: number;
  readonly first: number;
  readonly seq: number;
  readonly epoch: number;
  /** Format 2, with compression.type: the ratio that the client now expects of the topic's next batch. */
  readonly ratio?: number;
}

/** A record's callback; `error` is the simple class name of the exception. */
export interface DoneEvent {
  readonly t: number;
  readonly e: "done";
  readonly i: number;
  readonly error: string | null;
}

/** What can be wrong with a script. */
export type ScriptErrorCode =
  | "not-an-object"
  | "missing"
  | "wrong-type"
  | "out-of-range"
  | "unknown-name"
  | "not-sorted"
  | "duplicate"
  | "conflict"
  | "unsupported"
  | "limit";

/** One mistake in a script: where, and what is allowed there. */
export interface ScriptError {
  readonly code: ScriptErrorCode;
  /** Such as `sends[3].at`. */
  readonly path: string;
  readonly expected: string;
}

/** The answer to a script that cannot be run. */
export interface ScriptRefusal {
  readonly errors: readonly ScriptError[];
}
