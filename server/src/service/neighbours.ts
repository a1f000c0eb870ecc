import { MarkupKind, type Hover } from "vscode-languageserver-types";
import { Messages } from "../core/messages/messages.js";
import { neighbourTable } from "../core/report/what-if/glance.js";
import type { Position } from "../core/text/line-index.js";
import { changedText } from "../core/changes/write-changes.js";
import type { JobRunner } from "../core/whatif/experiment.js";
import { quickScenario } from "../core/whatif/quick.js";
import type { Analysis } from "./analysis.js";
import { scenarioInUse } from "./scenario-in-use.js";
import { settingAt } from "./setting-at.js";
import { whatIfField } from "./what-if-form.js";

/** Values of a setting to be compared. */
export interface Neighbours {
  readonly key: string;
  readonly values: readonly string[];
  readonly current: string;
}

const MOST_CHOICES = 5;

/** The setting at a position with its value and the ones beside it; undefined for settings that no simulation tells apart. */
export function neighboursAt(analysis: Analysis, position: Position): Neighbours | undefined {
  const at = settingAt(analysis.document, analysis.document.lines.offsetAt(position));
  const field = at === undefined ? undefined : whatIfField(analysis, at.setting.key);
  if (field === undefined) return undefined;
  const { key, value: current } = field;
  const all = field.stops.map((stop) => stop.value);
  if (field.kind === "choice") return { key, current, values: all.slice(0, MOST_CHOICES) };
  const place = all.indexOf(current);
  return place < 0 ? undefined : { key, current, values: all.slice(Math.max(0, place - 1), place + 2) };
}

/** Simulates every value once and writes what comes of them as a table. */
export async function compareNeighbours(
  analysis: Analysis,
  { key, values, current }: Neighbours,
  run: JobRunner,
): Promise<string> {
  const { document, options } = analysis;
  const { input, name } = scenarioInUse(analysis);
  const scenario = quickScenario(input);
  const textOf = (value: string): string =>
    value === current ? document.text : changedText(document, [{ key, value }]);
  const jobs = values.map((value) => ({ text: textOf(value), scenario, seed: 1 }));
  const results = await run(jobs, () => undefined);
  const rows = results.map((result, index) => {
    const value = values[index] ?? "";
    return { value, isCurrent: value === current, result };
  });
  return neighbourTable(key, name, rows, options.messages ?? new Messages());
}

/** A hover with a table below. */
export function withTable(hover: Hover, table: string): Hover {
  const { contents } = hover;
  if (typeof contents !== "object" || !("kind" in contents)) return hover;
  return { ...hover, contents: { kind: MarkupKind.Markdown, value: `${contents.value}\n\n---\n\n${table}` } };
}
