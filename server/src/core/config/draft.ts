import type { Catalog } from "../catalog/catalog.js";
import type { Phrase } from "../messages/format.js";
import type { KafkaVersion } from "../catalog/version.js";
import { defaultsOf } from "./defaults.js";
import { LayeredMap } from "./layered-map.js";
import { isSince } from "./releases.js";
import type { Adjustment, ClientException, EffectiveValue, Failure, FailureCode, TypedValue } from "./evaluation.js";

/** What a check says about a failure; the draft completes it. */
export interface FailureInput {
  readonly code: FailureCode;
  readonly key: string;
  readonly relatedKeys?: readonly string[];
  /** The cause, innermost part of the chain first named: the exception whose message tells the reason. */
  readonly cause: ClientException;
  /** Exceptions between the constructor's own wrappers and the cause, outermost first. */
  readonly above?: readonly ClientException[];
  /** Exceptions below the cause. */
  readonly below?: readonly ClientException[];
  readonly certainty?: "certain" | "unknown";
  readonly part?: { readonly start: number; readonly end: number } | undefined;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Where in the constructor a check stands: what is wrapped how (§1 of the facts; KafkaProducer, KAFKA-15045 for the second wrapper). */
export type Wrapping = "bare" | "construct" | "network";

/** The state of one evaluation while the checks run in the client's order. */
export class Draft {
  readonly version: KafkaVersion;
  readonly catalog: Catalog;
  readonly given: ReadonlyMap<string, string>;
  readonly failures: Failure[] = [];
  readonly adjustments: Adjustment[] = [];
  readonly values: LayeredMap<TypedValue>;
  readonly effective: LayeredMap<EffectiveValue>;
  /** Keys whose value is not known here. */
  readonly unresolved: Set<string>;
  idempotent = false;
  deliveryTimeoutMs: number | undefined;

  constructor(catalog: Catalog, given: ReadonlyMap<string, string>, unknown: Iterable<string> = []) {
    this.catalog = catalog;
    this.version = catalog.version;
    this.given = given;
    this.unresolved = new Set(unknown);
    const defaults = defaultsOf(catalog);
    this.values = new LayeredMap(defaults.values);
    this.effective = new LayeredMap(defaults.effective);
  }

  /** Whether the client is at least of this release. */
  since(release: string): boolean {
    return isSince(this.version, release);
  }

  /** Whether the client's release is one of `from` (inclusive) to `until` (exclusive). */
  between(from: string, until: string): boolean {
    return this.since(from) && !this.since(until);
  }

  /** Whether the user wrote the key, whatever its value: what ProducerConfig calls `originals`. */
  isSet(key: string): boolean {
    return this.given.has(key);
  }

  /** The parsed number of a setting or its default; undefined when it cannot be known. */
  number(key: string): number | undefined {
    const value = this.values.get(key)?.value;
    return typeof value === "number" ? value : undefined;
  }

  boolean(key: string): boolean | undefined {
    const value = this.values.get(key)?.value;
    return typeof value === "boolean" ? value : undefined;
  }

  string(key: string): string | undefined {
    const value = this.values.get(key)?.value;
    return typeof value === "string" ? value : undefined;
  }

  list(key: string): readonly string[] | undefined {
    const value = this.values.get(key)?.value;
    return Array.isArray(value) ? (value as readonly string[]) : undefined;
  }

  /** Records a failure with the exceptions that wrap it at this point of the constructor. */
  fail(wrapping: Wrapping, input: FailureInput): void {
    this.failures.push({
      code: input.code,
      key: input.key,
      relatedKeys: input.relatedKeys ?? [],
      message: input.cause.message,
      exception: [...this.#wrappers(wrapping), ...(input.above ?? []), input.cause, ...(input.below ?? [])],
      certainty: input.certainty ?? "certain",
      part: input.part,
      data: input.data ?? {},
    });
  }

  /** A ConfigException, the most frequent cause. */
  failConfig(wrapping: Wrapping, input: Omit<FailureInput, "cause"> & { readonly message: string }): void {
    const { message, ...rest } = input;
    this.fail(wrapping, { ...rest, cause: { class: "ConfigException", message } });
  }

  /** Records that the client uses another value than the file or the defaults say. */
  adjust(adjustment: Adjustment, note: Phrase): void {
    this.adjustments.push(adjustment);
    this.effective.set(adjustment.key, { value: adjustment.value, source: "adjusted", note });
  }

  #wrappers(wrapping: Wrapping): readonly ClientException[] {
    if (wrapping === "bare") return [];
    const construct = { class: "KafkaException", message: "Failed to construct kafka producer" };
    if (wrapping === "construct" || !this.since("3.6.0")) return [construct];
    return [construct, { class: "KafkaException", message: "Failed to create new NetworkClient" }];
  }
}
