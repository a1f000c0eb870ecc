import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { estimate } from "../../whatif/confidence.js";
import type { MeasureId } from "../../whatif/measures.js";
import { REPORT_FORMAT, type Report, type ReportCell, type ReportSection, type ReportTable } from "../report-model.js";
import { aboutFacts } from "./about.js";
import { averaged } from "./average.js";
import type { ReportContext } from "./context.js";
import type { FaultMatrix, PlayedRow } from "./fault-matrix.js";
import { recordsText } from "./harm.js";
import { timeText } from "./quantities.js";
import { findingsSections, limitsSection, measuredText } from "./sections.js";
import { harmSentences } from "./why-harm.js";
import { paceReasons } from "./why-late.js";

const HARMS = ["lost", "duplicates", "unordered", "failed"] as const satisfies readonly MeasureId[];
const WAITS = ["blockedMax", "lateMax"] as const satisfies readonly MeasureId[];
/** From here on a wait is marked: people notice it, and no round trip takes so long. */
const NOTICED_MS = 1_000;

/** One page: the table of faults, then for each that does something why. */
export function matrixReport(data: FaultMatrix, rows: readonly PlayedRow[], context: ReportContext): Report {
  const { say, complete, reproduce } = context;
  const { headline, tone } = answerOf(say, data, rows);
  const sample = rows[0]?.results[0];
  const about = aboutFacts(context, sample).filter(
    ({ label }) => label !== say("about/faults") && label !== say("about/time"),
  );
  return {
    format: REPORT_FORMAT,
    kind: "matrix",
    title: say("title/matrix"),
    headline: complete ? headline : `${say("headline/incomplete")} ${headline}`,
    tone: complete ? tone : "warning",
    about,
    sections: [
      ...(rows.length === 0
        ? []
        : [{ id: "summary", title: say("section/summary"), blocks: [tableOf(say, rows)] } as const]),
      ...unmetSections(say, rows),
      ...rows.flatMap((row) => whySection(say, row)),
      ...leftOutSections(say, data),
      ...findingsSections(context),
      limitsSection(
        context,
        rows.flatMap(({ results }) => results.slice(0, 1)),
      ),
    ],
    reproduce,
    complete,
  };
}

function answerOf(
  say: SayWhatIf,
  { refused }: FaultMatrix,
  rows: readonly PlayedRow[],
): Pick<Report, "headline" | "tone"> {
  if (refused !== undefined) return { headline: say("headline/refused", { message: refused.message }), tone: "bad" };
  const harmful = rows.filter((row) => HARMS.some((id) => meanOf(row, id) > 0));
  const unmet = rows.flatMap((row) => unmetOf(say, row));
  const counts = { count: harmful.length, all: rows.length };
  const answer = say(harmful.length === 0 ? "headline/matrix-clean" : "headline/matrix", counts);
  if (unmet.length > 0)
    return { headline: `${say("headline/unmet", { requirements: unmet.join("; ") })} ${answer}`, tone: "bad" };
  if (harmful.length > 0) return { headline: answer, tone: "bad" };
  const isSlow = rows.some((row) => WAITS.some((id) => meanOf(row, id) >= NOTICED_MS));
  return { headline: answer, tone: isSlow ? "neutral" : "good" };
}

function meanOf({ measures }: PlayedRow, id: MeasureId): number {
  return estimate(measures.map((one) => one[id])).mean;
}

function tableOf(say: SayWhatIf, rows: readonly PlayedRow[]): ReportTable {
  return {
    kind: "table",
    caption: say("table/matrix"),
    columns: [
      { label: say("table/fault"), align: "start" },
      ...[...HARMS, ...WAITS].map((id) => ({ label: say(`column/${id}`), align: "end" as const })),
    ],
    rows: rows.map((row) => [
      { text: say(`row/${row.fault}`) },
      ...HARMS.map((id): ReportCell => {
        const mean = meanOf(row, id);
        return mean > 0 ? { text: recordsText(say, mean), tone: "bad" } : { text: "0" };
      }),
      ...WAITS.map((id): ReportCell => {
        const mean = meanOf(row, id);
        return mean >= NOTICED_MS ? { text: timeText(mean), tone: "warning" } : { text: timeText(mean) };
      }),
    ]),
  };
}

/** Row and column of what was required and does not hold. */
function unmetOf(say: SayWhatIf, { fault, requirements }: PlayedRow): readonly string[] {
  return requirements
    .filter(({ holds }) => !holds)
    .map(({ requirement, measured, because }) => {
      const text = measuredText(say, requirement, measured, because);
      return `${say(`row/${fault}`)}: ${requirement.text} (${text})`;
    });
}

function unmetSections(say: SayWhatIf, rows: readonly PlayedRow[]): readonly ReportSection[] {
  const items = rows.flatMap((row) => unmetOf(say, row));
  if (items.length === 0) return [];
  return [{ id: "requirements", title: say("section/requirements"), blocks: [{ kind: "list", items }] }];
}

/** The mechanism behind each cell that is not clean, in the words of the other reports. */
function whySection(say: SayWhatIf, row: PlayedRow): readonly ReportSection[] {
  const result = averaged(row.results);
  if (result === undefined) return [];
  const items = [...new Set([...harmSentences(say, result), ...paceReasons(say, result)])];
  if (items.length === 0) return [];
  return [{ id: `why-${row.fault}`, title: say(`row/${row.fault}`), blocks: [{ kind: "list", items }] }];
}

function leftOutSections(say: SayWhatIf, { leftOut }: FaultMatrix): readonly ReportSection[] {
  if (leftOut.length === 0) return [];
  const faults = leftOut.map((fault) => say(`row/${fault}`)).join(", ");
  const text = say("matrix/left-out", { faults });
  return [{ id: "left-out", title: say("section/left-out"), blocks: [{ kind: "text", text }] }];
}
