import { phraseOf } from "../../messages/phrase-texts.js";
import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import type { RequirementVerdict } from "../../whatif/requirement.js";
import { MEASURES } from "../../whatif/measures.js";
import type { ReportBlock, ReportSection, ReportTable } from "../report-model.js";
import { byConfiguration, numberColumn, wordColumn } from "./by-configuration.js";
import type { ReportContext, SimulatedVariant } from "./context.js";
import { distributionChart, fatesChart, percentilesChart, stagesChart } from "./charts.js";
import { recordsText } from "./harm.js";
import { percentText, quantity, whole } from "./quantities.js";
import { topicsTable } from "./topics.js";
import { timeCharts } from "./time-charts.js";

/** The pictures of one or several variants: fates, latency, stages, over time. */
export function chartSections(say: SayWhatIf, variants: readonly SimulatedVariant[]): readonly ReportSection[] {
  const fates: ReportBlock[] = [{ kind: "chart", chart: fatesChart(say, variants) }];
  const topics = topicsTable(say, variants);
  if (topics !== undefined) fates.push(topics);
  const failures = failuresTable(say, variants);
  if (failures !== undefined) fates.push(failures);
  const over = timeCharts(say, variants).map((chart): ReportBlock => ({ kind: "chart", chart }));
  return [
    { id: "fates", title: say("section/fates"), blocks: fates },
    {
      id: "latency",
      title: say("section/latency"),
      blocks: [
        { kind: "chart", chart: percentilesChart(say, variants) },
        { kind: "chart", chart: distributionChart(say, variants) },
      ],
    },
    { id: "stages", title: say("section/stages"), blocks: [{ kind: "chart", chart: stagesChart(say, variants) }] },
    ...(over.length === 0 ? [] : [{ id: "time", title: say("section/time"), blocks: over }]),
  ];
}

/** Exceptions as the application sees them, means over the seeds. */
function failuresTable(say: SayWhatIf, variants: readonly SimulatedVariant[]): ReportTable | undefined {
  return byConfiguration(say, variants, {
    caption: say("table/failures"),
    columns: [
      wordColumn(say("table/exception")),
      wordColumn(say("table/where")),
      numberColumn(say("table/records")),
      numberColumn(say("table/stored")),
    ],
    rowsOf: ({ failures }) =>
      failures.map(({ exception, seenIn, records, stored }) => [
        { text: exception },
        { text: seenIn },
        { text: recordsText(say, records), tone: "bad" },
        { text: recordsText(say, stored) },
      ]),
  });
}

/** What the rules say about the file; nothing when they say nothing. */
export function findingsSections({ say, findings }: ReportContext): readonly ReportSection[] {
  if (findings.length === 0) return [];
  const table: ReportTable = {
    kind: "table",
    caption: say("section/findings"),
    columns: [
      { label: say("table/line"), align: "end" },
      { label: say("table/severity"), align: "start" },
      { label: say("table/finding"), align: "start" },
      { label: say("table/rule"), align: "start" },
    ],
    rows: findings.map(({ range, severity, message, rule }) => [
      { text: String(range.start.line + 1) },
      { text: say(`severity/${severity}`) },
      { text: message },
      { text: rule },
    ]),
  };
  return [{ id: "findings", title: say("section/findings"), blocks: [table] }];
}

/** What the numbers rest on, and where the model is approximate. */
export function limitsSection(context: ReportContext, results: readonly SimulatedResult[]): ReportSection {
  const { say, seeds } = context;
  const depends = results.flatMap(({ dependsOn }) =>
    dependsOn.map(({ key, reason }) => say("limit/depends", { key, reason: phraseOf(reason) })),
  );
  const approximations = results.flatMap(({ approximations: all }) =>
    all.map(({ key, text }) =>
      key === undefined
        ? say("limit/model", { text: phraseOf(text) })
        : say("limit/setting", { key, text: phraseOf(text) }),
    ),
  );
  // What a variant sets may be simulated less well than what the file says.
  const items = [
    say("limit/seeds", { count: seeds.length }),
    ...new Set([...depends, ...approximations]),
    say("limit/docs"),
  ];
  return { id: "limits", title: say("section/limits"), blocks: [{ kind: "list", items }] };
}

/** What was measured, and what besides decides whether a requirement holds. */
export function measuredText(
  say: SayWhatIf,
  { measure }: RequirementVerdict["requirement"],
  measured: number,
  because: RequirementVerdict["because"],
): string {
  const text = quantity(measured, MEASURES[measure].unit);
  switch (because?.kind) {
    case undefined:
      return text;
    case "behind":
      return `${text}, ${say("requirement/behind")}`;
    case "undelivered":
      return `${text}, ${say("requirement/undelivered", { share: percentText(because.amount) })}`;
    case "invisible":
      return `${text}, ${say("requirement/invisible", { count: whole(because.amount) })}`;
  }
}

/** Whether what was required holds. */
export function requirementSections(say: SayWhatIf, verdicts: readonly RequirementVerdict[]): readonly ReportSection[] {
  if (verdicts.length === 0) return [];
  const table: ReportTable = {
    kind: "table",
    caption: say("table/requirements"),
    columns: [
      { label: say("table/requirement"), align: "start" },
      { label: say("table/measured"), align: "end" },
      { label: say("table/verdict"), align: "start" },
    ],
    rows: verdicts.map(({ requirement, measured, holds, because }) => [
      { text: requirement.text },
      { text: measuredText(say, requirement, measured, because) },
      { text: say(holds ? "table/holds" : "table/fails"), tone: holds ? "good" : "bad" },
    ]),
  };
  return [{ id: "requirements", title: say("section/requirements"), blocks: [table] }];
}
