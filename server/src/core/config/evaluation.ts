import type { Catalog } from "../catalog/catalog.js";
import type { Phrase } from "../messages/format.js";
import type { TemplateValue } from "./placeholders/file-placeholders.js";

/** One exception as the client throws it: simple class name and message. */
export interface ClientException {
  readonly class: string;
  readonly message: string;
}

/** Why the client refuses a configuration, or why it cannot be known here. One code per kind of check. */
export type FailureCode =
  | "missing-setting"
  | "not-a-number"
  | "not-a-boolean"
  | "out-of-range"
  | "not-a-choice"
  | "empty-string"
  | "empty-list"
  | "empty-list-element"
  | "class-not-found"
  | "class-wrong-role"
  | "config-provider"
  | "placeholder"
  | "template"
  | "idempotence-conflict"
  | "transactional-id-without-idempotence"
  | "two-phase-commit-timeout"
  | "delivery-timeout"
  | "bootstrap-address"
  | "bootstrap-port"
  | "bootstrap-none"
  | "bootstrap-unresolvable"
  | "serializer-setting"
  | "metrics-filter"
  | "incremental-buffer"
  | "rack-missing"
  | "sasl-mechanism"
  | "jaas-missing"
  | "jaas-syntax"
  | "login-module"
  | "login"
  | "oauth-setting"
  | "ssl-store"
  | "ssl-algorithm";

/** One reason why `new KafkaProducer(props)` throws, or may throw. */
export interface Failure {
  readonly code: FailureCode;
  /** The setting to blame first. */
  readonly key: string;
  /** Other settings that take part. */
  readonly relatedKeys: readonly string[];
  /** The text of the exception that names the cause, in the client's words. */
  readonly message: string;
  /** The whole chain, outermost first. */
  readonly exception: readonly ClientException[];
  /**
   * `unknown`: whether it throws depends on the machine (class path, files, DNS, JVM settings), the program or a template;
   * `assumed`: it throws with the defaults that the marks of a template give.
   */
  readonly certainty: "certain" | "assumed" | "unknown";
  /** The part of the value to underline, as indexes into the decoded value. */
  readonly part: { readonly start: number; readonly end: number } | undefined;
  /** Numbers and names for our own explanation. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** What the client changes on its own, or does other than the file says. */
export type AdjustmentCode =
  | "idempotence-disabled"
  | "idempotence-enabled"
  | "acks-overridden"
  | "delivery-timeout-raised"
  | "linger-clamped"
  | "reconnect-backoff-static"
  | "retry-backoff-static"
  | "connection-setup-timeout-static"
  | "list-duplicates-removed"
  | "batch-size-one"
  | "incremental-buffer-fallback"
  | "deprecated-partitioner"
  | "deprecated-dns-lookup"
  | "deprecated-jmx-filter"
  | "idempotence-default-not-applied";

/** One change that the client makes by itself; most have a line in the log. */
export interface Adjustment {
  readonly code: AdjustmentCode;
  /** The setting whose effective value differs. */
  readonly key: string;
  /** The settings that cause it. */
  readonly causedBy: readonly string[];
  /** The effective value, as text. */
  readonly value: string;
  /** What the client logs about it; undefined when it says nothing. */
  readonly log: { readonly level: "INFO" | "WARN"; readonly message: string } | undefined;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Where an effective value comes from. */
export type ValueSource = "file" | "framework" | "default" | "adjusted";

/** The value that the running producer uses for a setting. */
export interface EffectiveValue {
  readonly value: string | undefined;
  readonly source: ValueSource;
  readonly note: Phrase | undefined;
}

/** What `new KafkaProducer(props)` of one release does with a configuration. */
export interface Evaluation {
  readonly catalog: Catalog;
  readonly given: ReadonlyMap<string, string>;
  readonly verdict: "ok" | "throws" | "unknown";
  /** The first certain failure: what the client throws unless an earlier unknown one strikes. */
  readonly error: Failure | undefined;
  /** Every check that fails, in the order in which the client would meet them. */
  readonly failures: readonly Failure[];
  readonly adjustments: readonly Adjustment[];
  readonly effective: ReadonlyMap<string, EffectiveValue>;
  /** Parsed values, defaults included; a setting whose text cannot be parsed is missing. */
  readonly values: ReadonlyMap<string, TypedValue>;
  /** Whether the producer is idempotent; meaningless when construction throws. */
  readonly idempotent: boolean;
  /** The delivery timeout the producer works with, in milliseconds; undefined when it cannot be computed. */
  readonly deliveryTimeoutMs: number | undefined;
  /** Keys whose value is not known here: it holds a placeholder of a declared config provider, or a mark without a default. */
  readonly unresolved: ReadonlySet<string>;
  /** The settings with template marks; those with defaults for all of them count with these. */
  readonly templates: ReadonlyMap<string, TemplateValue>;
  /** What the client throws for the text as it stands, whatever others would supply. */
  readonly asItStands: Failure | undefined;
}

/** A parsed value. Longs are numbers: those beyond 2^53 lose digits, which no check depends on; `text` keeps them. */
export interface TypedValue {
  readonly value: boolean | number | string | readonly string[] | undefined;
  /** The value as the client prints it. */
  readonly text: string;
}
