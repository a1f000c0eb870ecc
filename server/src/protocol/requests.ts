import { PRESET_IDS, type PresetId } from "../core/changes/preset-ids.js";
import type { VersionInUse } from "../core/config/version-in-use.js";
import type { ScenarioInUse } from "../core/config/scenario-in-use.js";
import type { ScenarioWord } from "../core/config/scenario-names.js";
import type { Range } from "../core/text/line-index.js";

/** Which document a request is about. */
export interface DocumentParams {
  readonly uri: string;
}

/** `ackwise/status`, client to server: how a document is served. `null` when it is nothing to Ackwise. */
export const STATUS_REQUEST = "ackwise/status";

/** `ackwise/statusChanged`, server to client, when the client asked for it in its abilities. */
export const STATUS_CHANGED_NOTIFICATION = "ackwise/statusChanged";

/** Which client release counts for a document, and who says so. */
export interface Status {
  readonly uri: string;
  /** The whole number, such as `4.3.1`. */
  readonly kafkaVersion: string;
  readonly source: VersionInUse["source"];
  /** The releases one can choose from, newest first, as `4.3`. */
  readonly choices: readonly string[];
  readonly scenario: ScenarioOfStatus;
}

/** In which scenario a document is simulated, and who says so. */
export interface ScenarioOfStatus {
  readonly name: string;
  readonly source: ScenarioInUse["source"];
  /** The URI of the scenario file. */
  readonly file: string | null;
  /** The words of which names are made, joined by `+`: of each group at most one. */
  readonly words: readonly ScenarioWord[];
}

/** What `ackwise/statusChanged` carries; without status the document is not served (any more). */
export interface StatusChangedParams {
  readonly uri: string;
  readonly status: Status | null;
}

/** `ackwise/effective`, client to server: the configuration the client works with, as text. */
export const EFFECTIVE_REQUEST = "ackwise/effective";

/** A text in `.properties` form with the origin of each value as comment. */
export interface EffectiveResult {
  readonly text: string;
}

/** `ackwise/comparable`, client to server: an effective configuration as lines to compare with those of another one. */
export const COMPARABLE_REQUEST = "ackwise/comparable";

export interface ComparableParams extends DocumentParams {
  /** Under another release, such as `3.9`. */
  readonly kafkaVersion?: string;
  /** As if a preset were applied. */
  readonly preset?: PresetId;
}

/** `ackwise/versionEdit`, client to server: the edits that write a version comment into a document. */
export const VERSION_EDIT_REQUEST = "ackwise/versionEdit";

export interface VersionEditParams extends DocumentParams {
  /** Such as `3.9`; empty takes the comment out. */
  readonly kafkaVersion: string;
}

export interface VersionEditResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** `ackwise/scenarioEdit`, client to server: the edits that write a scenario comment into a document. */
export const SCENARIO_EDIT_REQUEST = "ackwise/scenarioEdit";

export interface ScenarioEditParams extends DocumentParams {
  /** Such as `three-zones`; empty takes the comment out. */
  readonly scenario: string;
}

/** `ackwise/upgrade`, client to server: what becomes of a document under another client release. */
export const UPGRADE_REQUEST = "ackwise/upgrade";

export interface UpgradeParams extends DocumentParams {
  /** Such as `4.3`. */
  readonly kafkaVersion: string;
}

/** The comparison as Markdown, and the edits that write what keeps the old behaviour. */
export interface UpgradeResult extends VersionEditResult {
  readonly text: string;
}

/** `ackwise/readFile`, server to client: a file that the server cannot reach itself. `null` when there is none. */
export const READ_FILE_REQUEST = "ackwise/readFile";

export interface ReadFileResult {
  readonly text: string | null;
}

/** `ackwise/listFiles`, server to client: the names of the files in a folder that the server cannot reach itself. */
export const LIST_FILES_REQUEST = "ackwise/listFiles";

export interface ListFilesResult {
  readonly names: readonly string[];
}

/** What a client can do beyond the protocol; it says so under `ackwise` in `initializationOptions`. */
export interface ClientAbilities {
  /** Answers `ackwise/readFile` and `ackwise/listFiles`. */
  readonly readFile?: boolean;
  /** Wants `ackwise/statusChanged`. */
  readonly status?: boolean;
  /** The client's command that opens completion, run after a key has been inserted. */
  readonly suggestCommand?: string;
  /** The client's command that opens the what-if panel on a URI; with it code lenses are offered. */
  readonly whatIfCommand?: string;
  /** Where `dist/server/server.js` is, which is also the program of simulation threads, for a server in a browser. */
  readonly simulationWorker?: string;
}

export { PRESET_IDS, type PresetId };
