import type { Change } from "../core/changes/changes.js";
import type { RenderTexts } from "../core/messages/render-texts.js";
import type { Report } from "../core/report/report-model.js";
import type { DocumentParams, VersionEditResult } from "./requests.js";

/** Over the wire a change without a value, or with `null`, takes the setting out. */
export type { Change };

/** `ackwise/whatIf`, client to server: simulates a document with changes. A newer request of the same panel ends the one before. */
export const WHAT_IF_REQUEST = "ackwise/whatIf";

export interface WhatIfParams extends DocumentParams {
  /** Who asks; requests of different panels do not disturb each other. */
  readonly panel: string;
  /** What is being tried; empty for the document as it is. */
  readonly changes: readonly Change[];
  /** Variants to stand beside it. */
  readonly variants?: readonly (readonly Change[])[];
  /** A name or an object; without one the scenario that counts for the document. */
  readonly scenario?: unknown;
  /** How many seeds, 1 to 20. */
  readonly seeds: number;
  /** A first answer as fast as can be: one seed, and a short time when no fault strikes. */
  readonly quick?: boolean;
  /** Where progress is told, as the protocol has it. */
  readonly workDoneToken?: string | number;
}

/** A report, or why there is none; `superseded` when a newer request of the panel has taken its place. */
export type WhatIfResult =
  | {
      readonly outcome: "report";
      readonly report: Report;
      readonly documentVersion: number;
      /** Settings of the form that `changes` move along with them, and the value then in effect. */
      readonly moved: Readonly<Record<string, string>>;
    }
  | { readonly outcome: "failed"; readonly message: string }
  | { readonly outcome: "superseded" };

/** `ackwise/whatIfForm`, client to server: what can be tried with a document. `null` when it is nothing to Ackwise. */
export const WHAT_IF_FORM_REQUEST = "ackwise/whatIfForm";

/** A setting one may try other values of. */
export interface WhatIfField {
  readonly key: string;
  readonly group: "batching" | "safety" | "time" | "memory";
  readonly kind: "number" | "choice";
  /** The value in effect, as the client reads it. */
  readonly value: string;
  /** What the value says in units people use, such as `2 min`. */
  readonly human?: string;
  readonly source: "file" | "framework" | "default" | "adjusted";
  readonly defaultValue: string;
  /** Sensible values: the stops of a slider in rising order, or what one chooses from. */
  readonly stops: readonly { readonly value: string; readonly label: string }[];
  readonly min?: number;
  readonly max?: number;
  readonly summary: string;
}

/** Names of scenarios of one sort, each with what it is. */
export interface ScenarioGroup {
  readonly id: "places" | "workloads" | "events";
  readonly names: readonly { readonly name: string; readonly what: string }[];
}

/** What renderings of reports add to their own text, in another language than English. */
export interface ReportWords {
  /** As BCP 47 writes it. */
  readonly language: string;
  readonly texts: RenderTexts;
}

export interface WhatIfForm {
  /** Absent for English, which is in the page. */
  readonly words?: ReportWords;
  readonly uri: string;
  readonly documentVersion: number;
  readonly fileName: string;
  readonly kafkaVersion: string;
  readonly fields: readonly WhatIfField[];
  readonly scenarios: readonly ScenarioGroup[];
  /** The scenario that counts for the document, and who says so. */
  readonly scenario: { readonly name: string; readonly from: string };
}

/** `ackwise/applyChanges`, client to server: the edits that write changes into a document, in its own spelling. */
export const APPLY_CHANGES_REQUEST = "ackwise/applyChanges";

export interface ApplyChangesParams extends DocumentParams {
  readonly changes: readonly Change[];
}

export type ApplyChangesResult = VersionEditResult;
