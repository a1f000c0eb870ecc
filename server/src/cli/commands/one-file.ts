import { releaseProblem } from "../../core/config/release-problem.js";
import { versionInUse, type OuterVersion } from "../../core/config/version-in-use.js";
import { readDocument } from "../../core/dialects/dialects.js";
import { dialectFor } from "../../core/report/lint.js";
import { problem, type Problem } from "../../core/messages/problem-texts.js";
import type { DialectId } from "../../core/dialects/types.js";
import { collectInputs } from "../input/collect.js";
import { ProjectFiles } from "../input/project.js";
import type { ProjectConfig } from "../../core/project/read-project.js";
import { askedDialect, readingProblem, type ReadingOptions } from "../input/options.js";
import type { InputText } from "../input/read-input.js";
import type { CliIo } from "../io.js";

/** The one file a command works on, and how to read it. */
export interface OneFile {
  readonly input: InputText;
  readonly fileName: string | undefined;
  readonly dialect: DialectId | undefined;
  readonly projects: ProjectFiles;
  readonly project: ProjectConfig | undefined;
}

/** Reads the file of a command that takes exactly one; directories and patterns must come down to one file. */
export async function readOneFile(io: CliIo, name: string, options: ReadingOptions): Promise<OneFile | Problem[]> {
  const wrong = readingProblem(options);
  if (wrong !== undefined) return [wrong];
  const projects = new ProjectFiles(io);
  const { inputs, problems } = await collectInputs(io, [name], { anyDialect: options.dialect !== undefined, projects });
  const [input, ...others] = inputs;
  if (problems.length > 0 || input === undefined) return [...problems];
  if (others.length > 0) return [problem("several-files", { name, count: inputs.length })];
  const project = await projects.of(input.path);
  if (projects.problems.length > 0) return projects.problems.map(({ problem }) => problem);
  const fileName = input.path === undefined ? undefined : input.file;
  return { input, fileName, dialect: askedDialect(options), projects, project: project?.config };
}

/** What is wrong with the release that counts for the file. */
export function releaseProblemOf(
  { input, fileName, dialect }: OneFile,
  outer: OuterVersion | undefined,
): Problem | undefined {
  const document = readDocument(dialectFor(fileName, input.text, dialect), fileName ?? "", input.text);
  return releaseProblem(versionInUse(document, outer).version);
}
