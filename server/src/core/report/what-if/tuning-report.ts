import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { MEASURES, type MeasureId } from "../../whatif/measures.js";
import { paretoFront, type Alternative, type TriedPoint, type Tuning, type TuningStep } from "../../whatif/tune.js";
import type { Report, ReportCell, ReportSection, ReportTable, ScatterChart } from "../report-model.js";
import { comparisonReport } from "./comparison-report.js";
import { changeName, simulatedOnes, variantName, type ReportContext, type SimulatedVariant } from "./context.js";
import { meanOf, recordsText } from "./harm.js";
import { quantity } from "./quantities.js";
import { gainText, riskText, tuningHeadline } from "./tuning-headline.js";

/** What the second measure of the Pareto front is, beside that of the goal. */
const AGAINST: Readonly<Partial<Record<MeasureId, MeasureId>>> = {
  lateP99: "requests",
  throughput: "lateP99",
  requests: "lateP99",
  memoryLimit: "lateP99",
};

/** The proposal with what each of its changes brings, what goes further, the comparison with the file, and all that was tried. */
export function tuningReport(
  tuning: Tuning,
  textOf: (key: string) => string | undefined,
  context: ReportContext,
): Report {
  const { say, complete } = context;
  const compared = comparisonReport(tuning.outcomes, context, tuning.verdicts);
  const refused = tuning.outcomes[0]?.outcome === "refused";
  const { headline, tone } = refused ? compared : tuningHeadline(say, tuning);
  return {
    ...compared,
    kind: "tune",
    title: say("title/tune", { goal: say(`goal/${tuning.goal}`) }),
    headline: complete ? headline : `${stoppedText(say, tuning)} ${headline}`,
    tone: complete ? tone : "warning",
    sections: [...ownSections(say, tuning, textOf), ...compared.sections],
  };
}

/** Simulations that were cut off have numbers of a part; a search that was cut off has fewer of them. */
function stoppedText(say: SayWhatIf, { outcomes }: Tuning): string {
  const isWhole = simulatedOnes(outcomes).every(({ results }) => results.every((result) => result.complete));
  return say(isWhole ? "headline/search-stopped" : "headline/incomplete");
}

function ownSections(
  say: SayWhatIf,
  tuning: Tuning,
  textOf: (key: string) => string | undefined,
): readonly ReportSection[] {
  const own: ReportSection[] = [];
  const [baseline, proposal] = simulatedOnes(tuning.outcomes);
  if (baseline !== undefined && proposal !== undefined) {
    const { changes } = proposal.variant;
    const lines = changes.map(({ key, value }) => (value === undefined ? `# ${key}` : `${key}=${value}`)).join("\n");
    own.push({
      id: "changes",
      title: say("section/changes"),
      blocks: [changesTable(say, changes, textOf), { kind: "code", text: lines, language: "properties" }],
    });
    own.push({ id: "steps", title: say("section/steps"), blocks: [stepsTable(say, tuning, baseline)] });
    if (tuning.alternative !== undefined)
      own.push(alternativeSection(say, tuning, [baseline, proposal], tuning.alternative));
  }
  if (tuning.tried.length > 0)
    own.push({
      id: "tried",
      title: say("section/tried"),
      blocks: [{ kind: "chart", chart: paretoChart(say, tuning) }],
    });
  return own;
}

function changesTable(
  say: SayWhatIf,
  changes: TriedPoint["changes"],
  textOf: (key: string) => string | undefined,
): ReportTable {
  return {
    kind: "table",
    caption: say("table/changes"),
    columns: [
      { label: say("table/setting"), align: "start" },
      { label: say("table/before"), align: "end" },
      { label: say("table/after"), align: "end" },
    ],
    rows: changes.map(({ key, value }) => [
      { text: key },
      { text: textOf(key) ?? say("table/absent") },
      { text: value ?? say("table/absent") },
    ]),
  };
}

function stepsTable(say: SayWhatIf, { steps, goalMeasure, goal }: Tuning, baseline: SimulatedVariant): ReportTable {
  const { unit } = MEASURES[goalMeasure];
  const isMending = goal === "no-loss";
  return {
    kind: "table",
    caption: say("table/steps"),
    columns: [
      { label: say("table/setting"), align: "start" },
      { label: isMending ? say("table/harm") : say(`measure/${goalMeasure}`), align: "end" },
      { label: say("table/after"), align: "end" },
      ...(isMending ? [{ label: say("table/prevents"), align: "start" as const }] : []),
    ],
    rows: steps.map((step): readonly ReportCell[] => {
      const name = { text: step.changes.map((change) => changeName(say, change)).join(", ") };
      if (!isMending)
        return [name, { text: quantity(step.before, unit) }, { text: quantity(step.after, unit), ...toneOfStep(step) }];
      const prevented = step.risks.map((risk) => riskText(say, risk, baseline)).join("; ");
      return [
        name,
        { text: recordsText(say, step.harmBefore) },
        {
          text: recordsText(say, step.harmAfter),
          ...(step.harmAfter < step.harmBefore ? { tone: "good" as const } : {}),
        },
        { text: prevented },
      ];
    }),
  };
}

/** No mark where a comparison would say that it is not clear. */
function toneOfStep({ isClear }: TuningStep): Pick<ReportCell, "tone"> {
  return isClear ? { tone: "good" } : { tone: "neutral" };
}

function alternativeSection(
  say: SayWhatIf,
  { goalMeasure, prices }: Tuning,
  [baseline, proposal]: readonly [SimulatedVariant, SimulatedVariant],
  alternative: Alternative,
): ReportSection {
  const variants = [baseline, proposal, alternative.outcome];
  const shown = [...new Set([goalMeasure, ...[...prices, ...alternative.prices].map((one) => one.measure)])];
  const table: ReportTable = {
    kind: "table",
    caption: say("table/alternative"),
    columns: [
      { label: say("table/measure"), align: "start" },
      ...variants.map(({ variant }) => ({ label: variantName(say, variant.changes), align: "end" as const })),
    ],
    rows: shown.map((id) => [
      { text: say(`measure/${id}`) },
      ...variants.map((one) => ({ text: quantity(meanOf(one, id), MEASURES[id].unit) })),
    ]),
  };
  const text = gainText(say, "further", goalMeasure, baseline, alternative.outcome, alternative.prices);
  return { id: "alternative", title: say("section/alternative"), blocks: [{ kind: "text", text }, table] };
}

function paretoChart(say: SayWhatIf, tuning: Tuning): ScatterChart {
  const first = tuning.goalMeasure;
  const second = AGAINST[first] ?? "throughput";
  const front = new Set(paretoFront(tuning.tried, first, second));
  const axis = (id: MeasureId): ScatterChart["x"] => ({
    label: say(`measure/${id}`),
    unit: MEASURES[id].unit === "bytes" ? "B" : MEASURES[id].unit,
    scale: "linear",
  });
  return {
    kind: "scatter",
    title: say("chart/pareto", { first: say(`measure/${first}`), second: say(`measure/${second}`) }),
    description: say("chart/pareto-description"),
    x: axis(first),
    y: axis(second),
    points: tuning.tried.map((point) => ({
      x: Number(point.measures[first].toPrecision(5)),
      y: Number(point.measures[second].toPrecision(5)),
      label: variantName(say, point.changes),
      role: point.changes.length === 0 ? "current" : front.has(point) ? "front" : "other",
    })),
  };
}
