import type { Catalog } from "../catalog/catalog.js";
import type { Evaluation } from "../config/evaluation.js";
import type { ConfigDocument } from "../dialects/types.js";
import type { MessageData } from "../messages/format.js";
import type { Span, TextEdit } from "../text/span.js";
import type { Profile } from "./profiles.js";

/** Error: the client throws. Warning: it does something else than the file says, or data is at risk. Information and hint: advice. */
export type Severity = "error" | "warning" | "information" | "hint";

export type RuleCategory =
  | "syntax"
  | "startup"
  | "silent-change"
  | "durability"
  | "ordering"
  | "time"
  | "batching"
  | "cluster"
  | "security"
  | "keys"
  | "ackwise";

/** What a rule is about. */
export interface RuleMeta {
  /** Kebab-case, never renamed. */
  readonly id: string;
  /** What a finding has unless its report says otherwise. */
  readonly severity: Severity;
  /** Where a profile has another level for all findings of the rule; `default: "off"` is advice for the other profiles only. */
  readonly profiles?: Readonly<Partial<Record<Profile, Severity | "off">>>;
  readonly category: RuleCategory;
  /** First client release the rule applies to; undefined: all. */
  readonly since?: string;
  /** First client release the rule no longer applies to; undefined: none. */
  readonly until?: string;
  /** One sentence. */
  readonly summary: string;
  /** Kafka class, KIP, issue or page that says so. */
  readonly sources: readonly string[];
}

/** A change that answers a finding. */
export interface Fix {
  readonly titleId: string;
  readonly data?: MessageData;
  /** Safe: cannot make the configuration mean something the author did not write. Suggestion: one of several answers. */
  readonly safety: "safe" | "suggestion";
  readonly edits: readonly TextEdit[];
}

/** Another place that takes part in a finding. */
export interface RelatedReport {
  readonly span: Span;
  readonly messageId: string;
  readonly data?: MessageData;
}

/** What a rule reports; the runner renders it. Fixes come in order of preference. */
export interface Report {
  readonly messageId: string;
  readonly data?: MessageData;
  readonly key: string | undefined;
  readonly span: Span;
  readonly severity?: Severity;
  readonly related?: readonly RelatedReport[];
  readonly fixes?: readonly Fix[];
  /** The client's own words, quoted after our explanation. */
  readonly clientMessage?: string | undefined;
  readonly tag?: "deprecated" | "unnecessary";
  /** The profiles that hear of it; all of them unless told otherwise. */
  readonly onlyIn?: readonly Profile[];
  /** The rule that says this too: the report counts where that one is off, or where the user has set a level for this one. */
  readonly alsoSaidBy?: string;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly document: ConfigDocument;
  readonly catalog: Catalog;
  readonly evaluation: Evaluation;
}

/** A rule: pure, no state, any text. */
export interface Rule {
  readonly meta: RuleMeta;
  /** English templates by message id, fix titles included. */
  readonly messages: Readonly<Record<string, string>>;
  readonly check: (context: RuleContext) => readonly Report[];
}

/** A rendered fix. */
export interface FindingFix {
  readonly title: string;
  readonly safety: "safe" | "suggestion";
  readonly edits: readonly TextEdit[];
}

/** A finding of a rule in a document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly messageId: string;
  readonly data: MessageData;
  readonly key: string | undefined;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes: readonly FindingFix[];
  readonly tag: "deprecated" | "unnecessary" | undefined;
}
