import type { OuterVersion } from "../core/config/version-in-use.js";
import { compareText } from "../core/report/what-if/run.js";
import type { ExperimentOptions } from "../core/report/what-if/subject.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import type { ToldMistake } from "../core/schema/schema-check.js";
import { seedsFrom, type JobRunner, type StopSignal } from "../core/whatif/experiment.js";
import { shellWord } from "../core/text/shown.js";
import { shownChanges } from "../core/changes/changes.js";
import { quickScenario } from "../core/whatif/quick.js";
import type { Change, WhatIfParams, WhatIfResult } from "../protocol/what-if.js";
import type { Analysis } from "./analysis.js";
import { scenarioInUse } from "./scenario-in-use.js";
import { settingChanges } from "./what-if-changes.js";
import { movedBy } from "./what-if-moved.js";

const MOST_SEEDS = 20;
const MOST_VARIANTS = 4;

/** What all simulations of a document have in common. */
export interface SimulationConstants {
  readonly fileName: string;
  readonly kafkaVersion?: string;
  readonly versionSource?: OuterVersion["source"];
}

/** How a document is read, in the words of a thread that simulates. */
export function simulationConstants({ document, options }: Analysis): SimulationConstants {
  const { outerVersion } = options;
  if (outerVersion === undefined) return { fileName: document.fileName };
  return {
    fileName: document.fileName,
    kafkaVersion: outerVersion.version.text,
    versionSource: outerVersion.source,
  };
}

/** Simulates a document as it is and with changes, and reports how they differ. */
export async function whatIf(
  analysis: Analysis,
  params: Omit<WhatIfParams, "uri" | "panel" | "workDoneToken">,
  run: JobRunner,
  signal: StopSignal,
): Promise<WhatIfResult> {
  const { changes, variants = [], quick = false } = params;
  const { document, documentVersion, options } = analysis;
  const wanted = params.scenario ?? scenarioInUse(analysis).input;
  const count = quick ? 1 : Math.min(MOST_SEEDS, Math.max(1, Math.trunc(params.seeds)));
  const sets = [...variants.slice(0, MOST_VARIANTS), changes].filter((set) => set.length > 0);
  const experiment: ExperimentOptions = {
    ...options,
    linted: analysis,
    scenario: quick ? quickScenario(wanted) : wanted,
    seeds: seedsFrom(1, count),
    run,
    signal,
    shownName: baseName(document.fileName),
    reproduce: reproduceLine(document.fileName, settingChanges(changes), wanted, count),
  };
  const made = await compareText(document.text, sets.map(settingChanges), experiment);
  if (made.outcome === "done") {
    return { outcome: "report", report: made.report, documentVersion, moved: movedBy(analysis, changes) };
  }
  return {
    outcome: "failed",
    message: made.mistakes.map((one) => mistakeText(one, serviceSpeaker(options.messages))).join("\n"),
  };
}

function mistakeText({ path, value, allowed, place = path }: ToldMistake, say: SayService): string {
  const where = place === "" ? say("simulate/scenario") : place;
  if (value === undefined) return say("simulate/missing", { place: where, allowed });
  return say("simulate/wrong", { place: where, value: JSON.stringify(value), allowed });
}

/** The command that makes the same report again; a scenario that has no name is left to the file it came from. */
function reproduceLine(fileName: string, changes: readonly Change[], scenario: unknown, seeds: number): string {
  const sets = shownChanges(changes).map(
    ({ key, value }) => ` --set ${shellWord(value === undefined ? key : `${key}=${value}`)}`,
  );
  const command = changes.length === 0 ? "simulate" : "what-if";
  const named = typeof scenario === "string" ? ` --scenario ${shellWord(scenario)}` : "";
  return `ackwise ${command} ${shellWord(baseName(fileName))}${sets.join("")}${named} --seeds ${seeds}`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
