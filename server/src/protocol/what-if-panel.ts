// What the what-if panel and the extension say to each other: plain data over `postMessage`.
import type { Report } from "../core/report/report-model.js";
import type { Change, WhatIfForm } from "./what-if.js";

/** What a panel remembers while it is hidden, and over a restart of the window. */
export interface PanelState {
  /** The document that the panel is about. */
  readonly uri: string;
  readonly changes: readonly Change[];
  readonly variants: readonly (readonly Change[])[];
  /** A scenario chosen in the panel; without one the document's own. */
  readonly scenario?: string;
  /** Groups of settings that are unfolded. */
  readonly open?: readonly string[];
}

/** From the panel. */
export type FromPanel =
  | { readonly kind: "ready" }
  | {
      readonly kind: "run";
      /** The panel's own count; answers repeat it. */
      readonly number: number;
      readonly changes: readonly Change[];
      readonly variants: readonly (readonly Change[])[];
      readonly scenario?: string;
      readonly quick: boolean;
    }
  | { readonly kind: "cancel" }
  | { readonly kind: "apply"; readonly changes: readonly Change[] }
  /** A page to be written to a file. */
  | { readonly kind: "save"; readonly html: string }
  /** Starts the language server again, or shows what it has logged. */
  | { readonly kind: "restart" }
  | { readonly kind: "output" }
  /** The panel has been seen for the first time, so many milliseconds after the beginning of 1970. */
  | { readonly kind: "painted"; readonly atMs: number };

/** To the panel. */
export type ToPanel =
  | {
      readonly kind: "open";
      readonly state: PanelState;
      readonly form: WhatIfForm;
      readonly texts: PanelTexts;
      /** The report last shown, to be there at once. */
      readonly last?: Report;
    }
  /** The document has changed. */
  | { readonly kind: "form"; readonly form: WhatIfForm }
  /** The document is nothing that can be simulated (any more). */
  | { readonly kind: "nothing"; readonly message: string }
  /** The language server does not answer (yet). */
  | { readonly kind: "server"; readonly state: "starting" | "stopped" }
  | { readonly kind: "progress"; readonly number: number; readonly percent: number }
  | {
      readonly kind: "report";
      readonly number: number;
      readonly report: Report;
      /** As in WhatIfResult. */
      readonly moved: Readonly<Record<string, string>>;
    }
  | { readonly kind: "failed"; readonly number: number; readonly message: string }
  /** The changes stand in the document now. */
  | { readonly kind: "applied" };

/** Everything the panel itself says, in the user's language. */
export interface PanelTexts {
  readonly settings: string;
  readonly scenario: string;
  readonly place: string;
  readonly workload: string;
  readonly event: string;
  readonly usual: string;
  readonly asInFile: string;
  readonly batching: string;
  readonly safety: string;
  readonly time: string;
  readonly memory: string;
  readonly inFile: string;
  readonly byDefault: string;
  readonly adjusted: string;
  readonly moved: string;
  readonly undo: string;
  readonly apply: string;
  readonly addVariant: string;
  readonly reset: string;
  readonly save: string;
  readonly stop: string;
  readonly variants: string;
  readonly removeVariant: string;
  readonly simulating: string;
  readonly firstLook: string;
  readonly refined: string;
  readonly stopped: string;
  readonly failed: string;
  readonly nothing: string;
  readonly tryAgain: string;
  readonly starting: string;
  readonly serverStopped: string;
  readonly restart: string;
  readonly output: string;
  readonly report: string;
}
