import { supportedLines } from "../../core/catalog/version.js";
import { scenarioNameDocs, scenarioNamesAfter } from "../../core/config/scenario-names.js";
import { isScenarioFileName } from "../../core/config/scenario-file-name.js";
import type { Messages } from "../../core/messages/messages.js";
import { isProjectFileName } from "../../core/project/project-file-name.js";
import { lintProject } from "../../core/project/project-lint.js";
import { projectSchema } from "../../core/project/project-schema.js";
import { lintScenario } from "../../core/report/scenario-lint.js";
import type { Finding } from "../../core/rules/types.js";
import type { Schema } from "../../core/schema/schema-check.js";
import type { SchemaText } from "../../core/schema/schema-text.js";
import { SCENARIO_SCHEMA } from "../../core/simulation/scenario/scenario-schema.js";
import type { TrafficFile } from "../../core/simulation/scenario/traffic-file.js";
import type { TreeStep } from "../../core/syntax/value-tree.js";

/** A name that may be written, and what it stands for. */
export interface NameChoice {
  readonly name: string;
  readonly what?: string;
}

/** A kind of file that a schema describes, told by its name. */
export interface SchemaFileKind {
  readonly isFile: (path: string) => boolean;
  readonly schema: () => Schema;
  /** `traffic`: what is known of the file that a scenario names. */
  readonly lint: (
    text: string,
    messages: Messages,
    traffic: TrafficFile | undefined,
  ) => { readonly document: SchemaText; readonly findings: readonly Finding[] };
  /** What may be written at a path beyond what the schema lists, from what is typed on; undefined where the schema decides. */
  readonly namesAfter: (path: string, typed: string, messages: Messages) => readonly NameChoice[] | undefined;
  /** What a name at a path stands for. */
  readonly docsOfName: (path: string, name: string, messages: Messages) => string | undefined;
}

const SCENARIO: SchemaFileKind = {
  isFile: isScenarioFileName,
  schema: () => SCENARIO_SCHEMA,
  lint: lintScenario,
  namesAfter: (path, typed, messages) => (path === "extends" ? scenarioNamesAfter(typed, messages) : undefined),
  docsOfName: (path, name, messages) => (path === "extends" ? scenarioNameDocs(name, messages) : undefined),
};

const PROJECT: SchemaFileKind = {
  isFile: isProjectFileName,
  schema: projectSchema,
  lint: lintProject,
  namesAfter: (path, typed, messages) => {
    if (path === "scenario") return scenarioNamesAfter(typed, messages);
    return path === "kafkaVersion" ? releases() : undefined;
  },
  docsOfName: (path, name, messages) => (path === "scenario" ? scenarioNameDocs(name, messages) : undefined),
};

/** The kind of a file; undefined for files that no schema describes. */
export function schemaFileKindOf(path: string): SchemaFileKind | undefined {
  return [SCENARIO, PROJECT].find(({ isFile }) => isFile(path));
}

/** Newest first, each line by its name. */
function releases(): readonly NameChoice[] {
  return supportedLines().map((name) => ({ name }));
}

/** The names on a way, joined by dots. */
export function pathOf(steps: readonly TreeStep[]): string {
  return steps.flatMap(({ member }) => member?.name ?? []).join(".");
}
