import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { dirname, relative, resolve, sep } from "node:path";
import { compareWith, entriesOf } from "../../core/report/baseline/compare.js";
import { readBaseline, writeBaseline, type BaselineEntry } from "../../core/report/baseline/baseline-file.js";
import type { LintedFile } from "../format/linted-file.js";
import type { CliIo } from "../io.js";
import type { ProjectFiles } from "./project.js";
import { displayName, isProblem, readInput, reasonOf, type InputText } from "./read-input.js";

/** Which baseline to use, and whether to write it. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** A baseline in use, as people see it. */
export interface BaselineInUse {
  readonly file: string;
  readonly known: number;
  /** Findings that it lists and that no longer occur. */
  readonly gone: number;
  /** How many findings were written down; undefined when nothing was. */
  readonly written: number | undefined;
}

/** The files with what is left of their findings, and the baselines that took the others. */
export interface BaselineOutcome {
  readonly files: readonly LintedFile[];
  readonly baselines: readonly BaselineInUse[];
}

interface Checked {
  /** Relative to the baseline. */
  readonly name: string;
  readonly index: number;
}

/** Sorts out the findings that a baseline knows, and writes the baselines anew when asked to. */
export async function applyBaselines(
  inputs: readonly InputText[],
  files: readonly LintedFile[],
  options: BaselineOptions,
  projects: ProjectFiles,
  io: CliIo,
): Promise<BaselineOutcome | { readonly problem: Problem }> {
  const groups = await byBaseline(inputs, options, projects, io);
  if (options.updateBaseline === true && groups.size === 0) {
    return { problem: problem("baseline/none") };
  }
  const left = [...files];
  const baselines: BaselineInUse[] = [];
  for (const [path, checked] of groups) {
    const entries = await entriesIn(path, options, io);
    if ("problem" in entries) return entries;
    const result = await applyOne(path, entries, checked, left, options, io);
    if ("problem" in result) return result;
    baselines.push(result);
  }
  return { files: left, baselines };
}

/** Files by the path of their baseline: the one that was asked for, else the one of their project. */
async function byBaseline(
  inputs: readonly InputText[],
  { baseline }: BaselineOptions,
  projects: ProjectFiles,
  io: CliIo,
): Promise<Map<string, Checked[]>> {
  const groups = new Map<string, Checked[]>();
  const asked = baseline === undefined ? undefined : resolve(io.cwd, baseline);
  if (asked !== undefined) groups.set(asked, []);
  for (const [index, { path }] of inputs.entries()) {
    const target = asked ?? (await baselineOfProject(path, projects));
    if (target === undefined || path === undefined) continue; // Standard input is no file that can be known.
    const name = relative(dirname(target), path).split(sep).join("/");
    groups.set(target, [...(groups.get(target) ?? []), { name, index }]);
  }
  return groups;
}

async function baselineOfProject(path: string | undefined, projects: ProjectFiles): Promise<string | undefined> {
  const project = await projects.of(path);
  const named = project?.config.baseline;
  return project === undefined || named === undefined ? undefined : resolve(dirname(project.path), named);
}

async function entriesIn(
  path: string,
  { updateBaseline }: BaselineOptions,
  io: CliIo,
): Promise<readonly BaselineEntry[] | { readonly problem: Problem }> {
  if (updateBaseline === true && (await io.stat(path)) === undefined) return [];
  const input = await readInput(io, path);
  if (isProblem(input)) return { problem: unreadable(displayName(io, path), input.problem) };
  const entries = readBaseline(input.text);
  if (!("problem" in entries)) return entries;
  return { problem: problem("baseline/wrong", { file: input.file, problem: entries.problem }) };
}

/** Says how to make a baseline in place of what a file should be. */
function unreadable(file: string, reason: Problem): Problem {
  const isMissing = typeof reason === "object" && reason.id === "problem/no-such-file";
  return problem(isMissing ? "baseline/missing" : "baseline/unreadable", { file });
}

/** Replaces the files in `left` by what is left of them. */
async function applyOne(
  path: string,
  entries: readonly BaselineEntry[],
  checked: readonly Checked[],
  left: LintedFile[],
  { updateBaseline }: BaselineOptions,
  io: CliIo,
): Promise<BaselineInUse | { readonly problem: Problem }> {
  const names = new Set(checked.map(({ name }) => name));
  const others = entries.filter(({ file }) => !names.has(file));
  const present = await ofPresentFiles(path, others, io);
  let current = entries;
  if (updateBaseline === true) {
    const found = checked.flatMap(({ name, index }) => (left[index] === undefined ? [] : entriesOf(name, left[index])));
    current = [...present, ...found];
    const unsaved = await save(path, current, io);
    if (unsaved !== undefined) return { problem: unsaved };
  }
  let known = 0;
  let gone = updateBaseline === true ? 0 : sum(others) - sum(present);
  for (const { name, index } of checked) {
    const file = left[index];
    if (file === undefined) continue;
    const own = compareWith(
      current.filter((entry) => entry.file === name),
      file,
    );
    const suppressed = own.known.map((finding) => ({ finding, kind: "external" as const, reason: undefined }));
    left[index] = { ...file, findings: own.fresh, suppressed: [...file.suppressed, ...suppressed], hasBaseline: true };
    known += own.known.length;
    gone += own.gone;
  }
  return { file: displayName(io, path), known, gone, written: updateBaseline === true ? sum(current) : undefined };
}

/** What is known of files that were not looked at stays, unless they are gone. */
async function ofPresentFiles(
  path: string,
  entries: readonly BaselineEntry[],
  io: CliIo,
): Promise<readonly BaselineEntry[]> {
  const present = new Map<string, boolean>();
  for (const { file } of entries) {
    if (!present.has(file)) present.set(file, (await io.stat(resolve(dirname(path), file))) !== undefined);
  }
  return entries.filter(({ file }) => present.get(file) === true);
}

async function save(path: string, entries: readonly BaselineEntry[], io: CliIo): Promise<Problem | undefined> {
  try {
    await io.writeFile(path, new TextEncoder().encode(writeBaseline(entries)));
    return undefined;
  } catch (error) {
    return problem("unwritable", { file: displayName(io, path), reason: reasonOf(error) });
  }
}

function sum(entries: readonly BaselineEntry[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}
