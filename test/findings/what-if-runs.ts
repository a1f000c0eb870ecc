import { inlineRunner } from "../../server/src/core/report/what-if/inline-runner.js";
import { compareText } from "../../server/src/core/report/what-if/run.js";
import type { Report } from "../../server/src/core/report/report-model.js";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import type { Change } from "../../server/src/core/changes/changes.js";
import type { MeasureId } from "../../server/src/core/whatif/measures.js";
import {
  parseRequirement,
  type Requirement,
  type RequirementVerdict,
} from "../../server/src/core/whatif/requirement.js";
import { PLAIN_TEXT } from "../whatif/plain-result.js";

/** The three lines that every client starts with. */
export const BASE = PLAIN_TEXT;

/** What to compare with the file. */
export interface AskedFor {
  readonly text?: string;
  readonly scenario: unknown;
  /** Each a variant: `key=value key=value`. */
  readonly variants?: readonly string[];
  readonly seeds?: readonly number[];
  readonly kafkaVersion?: string;
  readonly require?: readonly string[];
}

/** A report and what tests look at in it. */
export interface Compared {
  readonly report: Report;
  readonly verdicts: readonly RequirementVerdict[];
  /** Mean over the seeds: 0 is the file, 1 the first variant. */
  readonly mean: (variant: number, id: MeasureId) => number;
  readonly result: (variant: number) => SimulatedResult;
  /** The text of a section: its sentences and cells, one a line. */
  readonly section: (id: string) => string;
}

/** Asks the real model a what-if question. */
export async function ask({
  text = BASE,
  scenario,
  variants = [],
  seeds = [1],
  kafkaVersion,
  require = [],
}: AskedFor): Promise<Compared> {
  const release = kafkaVersion === undefined ? "" : `# ackwise-kafka-version: ${kafkaVersion}\n`;
  const experiment = await compareText(release + text, variants.map(changesOf), {
    scenario,
    seeds,
    run: inlineRunner({}, () => Promise.resolve()),
    requirements: require.map((one) => parseRequirement(one) as Requirement),
  });
  if (experiment.outcome !== "done") throw new Error(JSON.stringify(experiment.mistakes));
  const { report, data } = experiment;
  const simulated = (variant: number): Extract<(typeof data.outcomes)[number], { outcome: "simulated" }> => {
    const outcome = data.outcomes[variant];
    if (outcome?.outcome !== "simulated") throw new Error(`variant ${variant} was not simulated`);
    return outcome;
  };
  return {
    report,
    verdicts: data.verdicts,
    mean: (variant, id) => {
      const { measures } = simulated(variant);
      return measures.reduce((sum, one) => sum + one[id], 0) / measures.length;
    },
    result: (variant) => {
      const [first] = simulated(variant).results;
      if (first === undefined) throw new Error("no seed was simulated");
      return first;
    },
    section: (id) => stringsOf(report.sections.find((section) => section.id === id)).join("\n"),
  };
}

function changesOf(text: string): readonly Change[] {
  return text.split(" ").map((one) => {
    const [key = "", value] = one.split("=");
    return { key, value };
  });
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
