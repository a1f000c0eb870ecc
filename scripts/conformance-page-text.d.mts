import type { RecordingName, ReleaseRow, WrongText } from "./conformance-measure.mjs";

/** The whole text of docs/conformance.md. */
export declare function textOf(numbers: {
  readonly tables: Readonly<Record<RecordingName, readonly ReleaseRow[]>>;
  readonly wrong: readonly WrongText[];
  readonly reasons: ReadonlyMap<string, number>;
  readonly newest: string;
  readonly topics: ReadonlyMap<string, number>;
}): string;
/** The rows of one table of the page. */
export declare function rowsIn(page: string, name: RecordingName): readonly ReleaseRow[];
