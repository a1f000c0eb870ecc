import { resolve } from "node:path";
import { lintScenario } from "../../core/report/scenario-lint.js";
import { plainValue } from "../../core/syntax/value-tree.js";
import type { CliIo } from "../io.js";
import { isProblem, readInput } from "./read-input.js";

/** What to simulate: for `readScenario`, or what is wrong, a line each. */
export type ScenarioInput = { readonly input: unknown } | { readonly problems: readonly string[] };

/** What `--scenario` names: a built-in scenario as its name, or what stands in a YAML or JSON file. */
export async function readScenarioOption(io: CliIo, option: string | undefined): Promise<ScenarioInput> {
  if (option === undefined) return { input: undefined };
  if (!/\.(ya?ml|json)$|[/\\]/i.test(option)) return { input: option };
  return readScenarioFile(io, resolve(io.cwd, option));
}

/** What stands in a scenario file; mistakes with the line and column where they stand. */
export async function readScenarioFile(io: CliIo, path: string): Promise<ScenarioInput> {
  const file = await readInput(io, path);
  if (isProblem(file)) return { problems: [file.problem] };
  const { document, findings } = lintScenario(file.text);
  if (document.root === undefined && findings.length === 0)
    return {
      problems: [`${file.file}: an empty scenario, expected at least one part of it such as durationMs: 10000`],
    };
  if (document.root !== undefined && findings.length === 0) return { input: plainValue(document.root) };
  return {
    problems: findings.map(({ span, message }) => {
      const { line, character } = document.lines.positionAt(span.start);
      return `${file.file}:${line + 1}:${character + 1}: ${message}`;
    }),
  };
}
