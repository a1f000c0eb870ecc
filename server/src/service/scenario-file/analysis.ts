import type { Messages } from "../../core/messages/messages.js";
import { lintScenario, type LintedScenario } from "../../core/report/scenario-lint.js";
import { isScenarioFileName } from "../../core/config/scenario-file-name.js";
import { isExcluded, pathOf, type ServiceContext, type SourceDocument } from "../analysis.js";

/** Everything known about one version of a scenario file. */
export interface ScenarioAnalysis extends LintedScenario {
  readonly uri: string;
  readonly documentVersion: number;
  readonly messages: Messages;
  /** Whether names want quotes. */
  readonly isJson: boolean;
}

/** Whether a document is a scenario file, by its name; it is no configuration then, whatever it holds. */
export function isScenarioFile({ uri }: SourceDocument): boolean {
  return isScenarioFileName(pathOf(uri));
}

/** Reads a scenario file; undefined when it is not to be served. */
export function analyseScenario(
  source: SourceDocument,
  outside: ServiceContext,
  messages: Messages,
): ScenarioAnalysis | undefined {
  const path = pathOf(source.uri);
  if (!outside.settings.enable || isExcluded(path, outside)) return undefined;
  const linted = lintScenario(source.getText(), messages);
  return { ...linted, uri: source.uri, documentVersion: source.version, messages, isJson: /\.json$/i.test(path) };
}
