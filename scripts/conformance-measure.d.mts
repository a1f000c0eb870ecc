import type { evaluate } from "../server/src/core/config/evaluate.js";
import type { Hosts } from "../test/config/recorder-machine.js";
import type { Recording } from "../test/config/recording.js";
import type { replay } from "../test/config/replay.js";

export type RecordingName = "vectors" | "generated" | "found";

/** The parts of the engine and of test/config that counting needs. */
export interface Engine {
  readonly replay: typeof replay;
  readonly Recording: typeof Recording;
  readonly RECORDER_HOSTS: Hosts;
  readonly evaluate: typeof evaluate;
}

export interface OpenedRecording {
  readonly recording: Recording;
  readonly releases: readonly string[];
}

/** What Ackwise says of the texts of a recording in one release. */
export interface ReleaseRow {
  readonly release: string;
  readonly texts: number;
  readonly agree: number;
  readonly unknown: number;
  readonly wrong: number;
  readonly refused: number;
  readonly sameWords: number;
}

/** A text on which Ackwise is wrong, and where. */
export interface WrongText {
  readonly text: string;
  readonly releases: readonly string[];
}

export declare const NEWEST: string;
export declare const RECORDINGS: readonly {
  readonly name: RecordingName;
  readonly file: string;
  readonly meta: string;
}[];
export declare function openRecording(engine: Engine, name: RecordingName): OpenedRecording;
export declare function countRelease(opened: OpenedRecording, release: string): ReleaseRow;
export declare function listWrong(opened: OpenedRecording): readonly WrongText[];
export declare function countReasons(opened: OpenedRecording, release: string): ReadonlyMap<string, number>;
export declare function countTopics(opened: OpenedRecording): ReadonlyMap<string, number>;
