import type { Phrase } from "../messages/format.js";
import { problem } from "../messages/problem-texts.js";
import type { ConfigDocument } from "../dialects/types.js";
import type { Change } from "../changes/changes.js";
import { changedText } from "../changes/write-changes.js";
import { estimate, type Estimate } from "./confidence.js";
import type { Variant, VariantOutcome } from "./experiment.js";
import type { MeasureId, MeasureValues } from "./measures.js";

/** A setting and the values it takes in turn. */
export interface SweepAxis {
  readonly key: string;
  readonly values: readonly string[];
}

/** Most cells of a sweep. */
export const MOST_CELLS = 10_000;

/** What came of one pair of values. */
export interface SweepCell {
  /** Index into the values of each axis. */
  readonly at: readonly number[];
  readonly changes: readonly Change[];
  /** By seed; empty when the client refuses the values. */
  readonly measures: readonly MeasureValues[];
  /** The client's words when it refuses them. */
  readonly refused: string | undefined;
}

/** `key=v1,v2,…`, or what is wrong with it. */
export function parseAxis(text: string): SweepAxis | { readonly problem: Phrase } {
  const at = text.indexOf("=");
  const key = text.slice(0, Math.max(0, at)).trim();
  const written = at < 0 ? [] : text.slice(at + 1).split(",");
  const values = [...new Set(written.map((value) => value.trim()))].filter((value) => value !== "");
  if (key === "" || /\s/.test(key) || values.length === 0) return { problem: problem("vary/form") };
  return { key, values };
}

/** Every pair of values, the first axis running fastest. */
export function sweepChanges(axes: readonly SweepAxis[]): readonly (readonly Change[])[] {
  return [...axes]
    .reverse()
    .reduce<Change[][]>(
      (rows, { key, values }) => rows.flatMap((row) => values.map((value) => [{ key, value }, ...row])),
      [[]],
    );
}

/** The variants of a sweep in the order of {@link sweepChanges}. */
export function sweepVariants(document: ConfigDocument, axes: readonly SweepAxis[]): readonly Variant[] {
  return sweepChanges(axes).map((changes) => ({
    name: changes.map(({ key, value }) => `${key}=${value ?? ""}`).join(" "),
    changes,
    text: changedText(document, changes),
  }));
}

/** The cell of a variant's outcome. */
export function sweepCell(axes: readonly SweepAxis[], index: number, outcome: VariantOutcome): SweepCell {
  const width = axes[0]?.values.length ?? 1;
  const at = axes.length > 1 ? [index % width, Math.floor(index / width)] : [index];
  const { changes } = outcome.variant;
  return outcome.outcome === "refused"
    ? { at, changes, measures: [], refused: outcome.error.message }
    : { at, changes, measures: outcome.measures, refused: undefined };
}

/** A measure of a cell; undefined when the client refuses its values. */
export function cellEstimate({ measures }: SweepCell, id: MeasureId): Estimate | undefined {
  return measures.length === 0 ? undefined : estimate(measures.map((one) => one[id]));
}
