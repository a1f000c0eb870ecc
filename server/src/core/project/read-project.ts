import { parseVersion, SUPPORTED } from "../catalog/version.js";
import { parseScenarioName } from "../config/scenario-names.js";
import { phrase } from "../messages/phrase-texts.js";
import type { Language } from "../messages/languages.js";
import type { Profile } from "../rules/profiles.js";
import type { RuleLevel } from "../rules/render.js";
import { isObject, SchemaCheck, type SchemaMistake } from "../schema/schema-check.js";
import { readSchemaText, type SchemaText } from "../schema/schema-text.js";
import type { TreeNode } from "../syntax/value-tree.js";
import { projectSchema } from "./project-schema.js";
import { ownOf } from "../text/own.js";

/** What a project file says; what it does not say, or says wrongly, is absent. */
export interface ProjectConfig {
  /** Such as `3.9`. */
  readonly kafkaVersion: string | undefined;
  readonly profile: Profile | undefined;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly files: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly scenario: string | undefined;
  /** The path of the baseline, from the folder of the project file. */
  readonly baseline: string | undefined;
  readonly language: Language | undefined;
}

/** A project file as a text. */
export interface ProjectText extends SchemaText {
  /** What is right in it counts even when something else is wrong. */
  readonly project: ProjectConfig;
}

const NOTHING: ProjectConfig = {
  kafkaVersion: undefined,
  profile: undefined,
  rules: {},
  files: { include: [], exclude: [] },
  scenario: undefined,
  baseline: undefined,
  language: undefined,
};

/** Reads a project file. Never throws. */
export function readProjectText(text: string): ProjectText {
  let project = NOTHING;
  const document = readSchemaText(text, projectSchema(), (value, root) => {
    const written = withVersionAsWritten(value, root, text);
    const check = new SchemaCheck(projectSchema());
    check.check(projectSchema(), withoutGaps(written), "");
    if (isObject(written)) checkNames(written, check);
    project = configOf(written, check.mistakes);
    return check.mistakes;
  });
  return { ...document, project };
}

/** YAML takes 4.0 for the number 4: what counts is what stands there. */
function withVersionAsWritten(value: unknown, root: TreeNode | undefined, text: string): unknown {
  if (!isObject(value) || typeof value["kafkaVersion"] !== "number" || root?.kind !== "object") return value;
  const node = root.members.findLast(({ name }) => name === "kafkaVersion")?.value;
  return node === undefined ? value : { ...value, kafkaVersion: text.slice(node.span.start, node.span.end) };
}

/** A name without a value says nothing yet: people leave `rules:` standing with everything in it commented out. */
function withoutGaps(value: unknown): unknown {
  if (!isObject(value)) return value;
  const known = projectSchema().properties ?? {};
  const entries = Object.entries(value).filter(([name, own]) => own !== null || !Object.hasOwn(known, name));
  return Object.fromEntries(entries.map(([name, own]) => [name, name === "files" ? withoutGapsInFiles(own) : own]));
}

function withoutGapsInFiles(files: unknown): unknown {
  if (!isObject(files)) return files;
  return Object.fromEntries(
    Object.entries(files).filter(([name, own]) => own !== null || !["include", "exclude"].includes(name)),
  );
}

/** What the schema cannot say. */
function checkNames(value: Readonly<Record<string, unknown>>, check: SchemaCheck): void {
  const { kafkaVersion, scenario } = value;
  if (typeof kafkaVersion === "string" && parseVersion(kafkaVersion) === undefined) {
    check.note("kafkaVersion", kafkaVersion, phrase("allowed/release", { ...SUPPORTED }));
  }
  if (typeof scenario !== "string") return;
  const name = parseScenarioName(scenario);
  if ("problem" in name) check.note("scenario", scenario, name.problem);
}

function configOf(value: unknown, mistakes: readonly SchemaMistake[]): ProjectConfig {
  if (!isObject(value)) return NOTHING;
  const wrong = new Set(mistakes.map(({ path }) => path));
  const right = (path: string, own: unknown): unknown => (wrong.has(path) ? undefined : (own ?? undefined));
  const rules = right("rules", value["rules"]);
  const levels = isObject(rules) ? Object.entries(rules).filter(([id]) => !wrong.has(`rules.${id}`)) : [];
  const files = right("files", value["files"]);
  const globs = (name: string): readonly string[] => {
    const list = isObject(files) ? right(`files.${name}`, ownOf(files, name)) : undefined;
    if (!Array.isArray(list)) return [];
    return (list as readonly string[]).filter((_glob, index) => !wrong.has(`files.${name}[${index}]`));
  };
  return {
    kafkaVersion: right("kafkaVersion", value["kafkaVersion"]) as string | undefined,
    profile: right("profile", value["profile"]) as Profile | undefined,
    rules: Object.fromEntries(levels) as Record<string, RuleLevel>,
    files: { include: globs("include"), exclude: globs("exclude") },
    scenario: right("scenario", value["scenario"]) as string | undefined,
    baseline: right("baseline", value["baseline"]) as string | undefined,
    language: right("language", value["language"]) as ProjectConfig["language"],
  };
}
