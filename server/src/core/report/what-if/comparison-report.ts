import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { VariantOutcome } from "../../whatif/experiment.js";
import type { RequirementVerdict } from "../../whatif/requirement.js";
import { REPORT_FORMAT, type Report, type ReportBlock, type ReportSection } from "../report-model.js";
import { aboutFacts } from "./about.js";
import { averaged } from "./average.js";
import { simulatedOnes, variantName, type ReportContext, type SimulatedVariant } from "./context.js";
import { chartSections, findingsSections, limitsSection, requirementSections } from "./sections.js";
import { summaryTable } from "./summary-table.js";
import { transactionSections } from "./transactions.js";
import { verdictOf } from "./verdict.js";
import { whyDifferent, whySentences } from "./why.js";

/**
 * The report of one configuration, or of a baseline and its variants; `outcomes` starts with the file as it is.
 * Refused variants are told in words and left out of the pictures.
 */
export function comparisonReport(
  outcomes: readonly VariantOutcome[],
  context: ReportContext,
  verdicts: readonly RequirementVerdict[] = [],
): Report {
  const { say, complete, reproduce } = context;
  const simulated = simulatedOnes(outcomes);
  const result = simulated[0]?.results[0];
  const changes = outcomes.slice(1).map(({ variant }) => variantName(say, variant.changes));
  const { headline, tone } = verdictOf(say, outcomes, verdicts);
  const sections: ReportSection[] = [
    { id: "summary", title: say("section/summary"), blocks: summaryBlocks(say, outcomes) },
    ...requirementSections(say, verdicts),
    ...whySections(say, simulated),
    ...transactionSections(say, simulated),
    ...(simulated.length === 0 ? [] : chartSections(say, simulated)),
    ...findingsSections(context),
    limitsSection(
      context,
      simulated.flatMap(({ results }) => results.slice(0, 1)),
    ),
  ];
  return {
    format: REPORT_FORMAT,
    kind: outcomes.length > 1 ? "what-if" : "simulate",
    title: changes.length === 0 ? say("title/simulate") : say("title/what-if", { changes: changes.join(" · ") }),
    headline: complete ? headline : `${say("headline/incomplete")} ${headline}`,
    tone: complete ? tone : "warning",
    about: aboutFacts(context, result),
    sections,
    reproduce,
    complete,
  };
}

function summaryBlocks(say: SayWhatIf, outcomes: readonly VariantOutcome[]): readonly ReportBlock[] {
  const refused = outcomes.flatMap((one): ReportBlock[] => {
    if (one.outcome !== "refused") return [];
    const changes = variantName(say, one.variant.changes);
    const text = say("headline/variant-refused", { changes, message: one.error.message });
    return [{ kind: "text", text, tone: "bad" }];
  });
  return simulatedOnes(outcomes).length === 0 ? refused : [...refused, summaryTable(say, outcomes)];
}

function whySections(say: SayWhatIf, simulated: readonly SimulatedVariant[]): readonly ReportSection[] {
  const [baseline, ...others] = simulated.map(({ results }) => averaged(results));
  if (baseline === undefined) return [];
  const last = others.at(-1);
  const sentences = [
    ...(last === undefined ? [] : whyDifferent(say, baseline, last)),
    ...whySentences(say, last ?? baseline),
  ];
  const items = [...new Set(sentences)];
  return items.length === 0 ? [] : [{ id: "why", title: say("section/why"), blocks: [{ kind: "list", items }] }];
}
