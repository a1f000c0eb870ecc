import type { SayWhatIf } from "../../messages/what-if-texts.js";
import { estimate } from "../../whatif/confidence.js";
import { MEASURES, type MeasureId } from "../../whatif/measures.js";
import { paretoFront, type TriedPoint, type Tuning } from "../../whatif/tune.js";
import type { Report, ReportSection, ReportTable, ScatterChart } from "../report-model.js";
import { comparisonReport } from "./comparison-report.js";
import { changeName, simulatedOnes, variantName, type ReportContext } from "./context.js";
import { quantity } from "./quantities.js";
import { valuesOf } from "./variant-values.js";

/** What the second measure of the Pareto front is, beside that of the goal. */
const AGAINST: Readonly<Record<string, MeasureId>> = {
  p99: "requests",
  throughput: "p99",
  requests: "p99",
  memory: "p99",
};

/** The proposal with what each of its changes brings, the comparison with the file, and all that was tried. */
export function tuningReport(
  tuning: Tuning,
  textOf: (key: string) => string | undefined,
  context: ReportContext,
): Report {
  const { say, complete } = context;
  const compared = comparisonReport(tuning.outcomes, context, tuning.verdicts);
  const refused = tuning.outcomes[0]?.outcome === "refused";
  const { headline, tone } = refused ? compared : headlineOf(say, tuning);
  const proposal = tuning.outcomes[1]?.variant.changes ?? [];
  const own: ReportSection[] = [];
  if (proposal.length > 0) {
    const lines = proposal.map(({ key, value }) => (value === undefined ? `# ${key}` : `${key}=${value}`)).join("\n");
    own.push({
      id: "changes",
      title: say("section/changes"),
      blocks: [changesTable(say, proposal, textOf), { kind: "code", text: lines, language: "properties" }],
    });
    own.push({ id: "steps", title: say("section/steps"), blocks: [stepsTable(say, tuning)] });
  }
  const tried: ReportSection = {
    id: "tried",
    title: say("section/tried"),
    blocks: [{ kind: "chart", chart: paretoChart(say, tuning) }],
  };
  return {
    ...compared,
    kind: "tune",
    title: say("title/tune", { goal: say(`goal/${tuning.goal}`) }),
    headline: complete ? headline : `${say("headline/incomplete")} ${headline}`,
    tone: complete ? tone : "warning",
    sections: [...own, ...(tuning.tried.length === 0 ? [] : [tried]), ...compared.sections],
  };
}

function headlineOf(say: SayWhatIf, tuning: Tuning): Pick<Report, "headline" | "tone"> {
  const [baseline, proposal] = simulatedOnes(tuning.outcomes);
  if (baseline === undefined || proposal === undefined)
    return { headline: say("headline/nothing-to-tune", { goal: say(`goal/${tuning.goal}`) }), tone: "neutral" };
  const changes = variantName(say, proposal.variant.changes);
  const first = tuning.steps[0];
  const last = tuning.steps.at(-1);
  if (tuning.goal === "no-loss" && first !== undefined && last !== undefined)
    return {
      headline: say("headline/tuned-harm", {
        changes,
        before: quantity(first.harmBefore, "count"),
        after: quantity(last.harmAfter, "count"),
      }),
      tone: "good",
    };
  const { unit } = MEASURES[tuning.goalMeasure];
  return {
    headline: say("headline/tuned", {
      changes,
      measure: say(`measure/${tuning.goalMeasure}`),
      before: quantity(estimate(valuesOf(baseline, tuning.goalMeasure)).mean, unit),
      after: quantity(estimate(valuesOf(proposal, tuning.goalMeasure)).mean, unit),
    }),
    tone: "good",
  };
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

function stepsTable(say: SayWhatIf, { steps, goalMeasure, goal }: Tuning): ReportTable {
  const { unit } = MEASURES[goalMeasure];
  return {
    kind: "table",
    caption: say("table/steps"),
    columns: [
      { label: say("table/setting"), align: "start" },
      { label: say("table/before"), align: "end" },
      { label: say("table/after"), align: "end" },
    ],
    rows: steps.map((step) => [
      { text: step.changes.map((change) => changeName(say, change)).join(", ") },
      { text: goal === "no-loss" ? quantity(step.harmBefore, "count") : quantity(step.before, unit) },
      { text: goal === "no-loss" ? quantity(step.harmAfter, "count") : quantity(step.after, unit), tone: "good" },
    ]),
  };
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
