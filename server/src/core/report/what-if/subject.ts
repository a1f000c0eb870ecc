import type { ConfigDocument } from "../../dialects/types.js";
import { Messages } from "../../messages/messages.js";
import { whatIfSpeaker } from "../../messages/what-if-texts.js";
import { toldMistake } from "../../schema/schema-check.js";
import { readScenario } from "../../simulation/scenario/read-scenario.js";
import { BadScenario, type JobRunner, type StopSignal } from "../../whatif/experiment.js";
import type { Requirement } from "../../whatif/requirement.js";
import { lintDocument, reportFinding, type LintedDocument, type LintOptions } from "../lint.js";
import type { Report } from "../report-model.js";
import type { ReportContext } from "./context.js";

/** How to run an experiment on a text. */
export interface ExperimentOptions extends LintOptions {
  /** A name, an object, or nothing for the default. */
  readonly scenario?: unknown;
  /** The text as it was read before with the same options; else it is read again. */
  readonly linted?: LintedSubject | undefined;
  readonly seeds: readonly number[];
  readonly run: JobRunner;
  readonly requirements?: readonly Requirement[] | undefined;
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  /** What the report calls the file. */
  readonly shownName?: string | undefined;
  /** The command that makes the report again. */
  readonly reproduce?: string | undefined;
}

/** What a report wants to know about a text. */
export type LintedSubject = Pick<LintedDocument, "document" | "version" | "context" | "findings">;

/** What a report is about: the options that do not say how to run. */
export type SubjectOptions = Omit<ExperimentOptions, "run" | "scenario" | "requirements">;

/** What an experiment came to, beside its report. */
export type Experiment<Data> =
  | { readonly outcome: "done"; readonly report: Report; readonly data: Data }
  | { readonly outcome: "bad-scenario"; readonly mistakes: BadScenario["mistakes"] };

/** A text that was read for an experiment. */
export interface Subject {
  readonly document: ConfigDocument;
  /** The value of a setting in effect; undefined when it has none. */
  readonly textOf: (key: string) => string | undefined;
  readonly context: ReportContext;
}

/** Reads a text and what the rules find in it. */
export function subjectOf(text: string, options: SubjectOptions): Subject {
  const { document, version, findings, context } = options.linted ?? lintDocument(text, options);
  return {
    document,
    textOf: (key) => context.evaluation.effective.get(key)?.value,
    context: {
      say: whatIfSpeaker(options.messages ?? new Messages()),
      file: options.shownName ?? options.fileName,
      kafkaVersion: version.version.text,
      seeds: options.seeds,
      findings: findings.map((finding) => reportFinding(document, finding)),
      reproduce: options.reproduce ?? "",
      get complete() {
        return options.signal?.aborted !== true;
      },
    },
  };
}

/** A scenario with mistakes is an answer, not a crash. */
export async function guarded<Data>(
  { scenario, messages = new Messages() }: Pick<ExperimentOptions, "scenario" | "messages">,
  experiment: () => Promise<{ readonly report: Report; readonly data: Data }>,
): Promise<Experiment<Data>> {
  try {
    return { outcome: "done", ...(await experiment()) };
  } catch (error) {
    if (!(error instanceof BadScenario)) throw error;
    // A thread speaks English: the mistakes are told again, in the language of the report.
    const told = readScenario(scenario).mistakes?.map((mistake) => toldMistake(mistake, messages));
    return { outcome: "bad-scenario", mistakes: told ?? error.mistakes };
  }
}
