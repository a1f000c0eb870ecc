import { ownOf } from "../text/own.js";
import { eachSettingText } from "../catalog/guide.js";
import { pluginNames } from "../catalog/key-kind.js";
import { FINDING_TEXTS } from "../messages/finding-texts.js";
import type { TextTable } from "../messages/messages.js";
import { CLI_TEXTS } from "../messages/cli-texts.js";
import { PHRASE_TEXTS } from "../messages/phrase-texts.js";
import { HELP_TEXTS } from "../messages/help-texts.js";
import { PROBLEM_TEXTS } from "../messages/problem-texts.js";
import { EDITOR_TEXTS } from "../messages/editor-texts.js";
import { GLANCE_TEXTS } from "../messages/glance-texts.js";
import { SCENARIO_TEXTS } from "../messages/scenario-texts.js";
import { SERVICE_TEXTS } from "../messages/service-texts.js";
import { ENGLISH_RENDER_TEXTS } from "../messages/render-texts.js";
import { UPGRADE_TEXTS } from "../messages/upgrade-texts.js";
import { WHAT_IF_TEXTS } from "../messages/what-if-texts.js";
import { PROJECT_RULE } from "../project/project-lint.js";
import { projectSchema } from "../project/project-schema.js";
import { RULES } from "../rules/registry.js";
import type { Schema } from "../schema/schema-check.js";
import { KIND_DESCRIPTION } from "../schema/schema-tree.js";
import { SCENARIO_SCHEMA } from "../simulation/scenario/scenario-schema.js";
import { SCENARIO_RULE } from "./scenario-lint.js";

/** English by message id. */
export type TextsById = Readonly<Record<string, string>>;

/** Everything that Ackwise says, by the file that holds its translation; `schemas/translations/README.md` explains the ids. */
export interface AllTexts {
  readonly rules: TextsById;
  readonly settings: TextsById;
  readonly texts: TextsById;
}

/** The tables besides rules and settings, by the prefix of their ids. */
const TABLES: Readonly<Record<string, TextTable>> = {
  cli: CLI_TEXTS,
  editor: EDITOR_TEXTS,
  finding: FINDING_TEXTS,
  glance: GLANCE_TEXTS,
  help: HELP_TEXTS,
  phrase: PHRASE_TEXTS,
  problem: PROBLEM_TEXTS,
  render: ENGLISH_RENDER_TEXTS,
  scenario: SCENARIO_TEXTS,
  service: SERVICE_TEXTS,
  upgrade: UPGRADE_TEXTS,
  "what-if": WHAT_IF_TEXTS,
};

/** Every text in English, which translations are compared with. */
export function allTexts(): AllTexts {
  return { rules: ruleTexts(), settings: settingTexts(), texts: tableTexts() };
}

function ruleTexts(): TextsById {
  return Object.fromEntries(
    [...RULES, SCENARIO_RULE, PROJECT_RULE].flatMap(({ meta, messages }) => [
      [`${meta.id}/summary`, meta.summary],
      ...Object.entries(messages).map(([id, text]) => [`${meta.id}/${id}`, text]),
    ]),
  ) as TextsById;
}

function settingTexts(): TextsById {
  const texts = new Map<string, string>();
  eachSettingText((id, english) => void texts.set(id, english));
  return Object.fromEntries(texts);
}

function tableTexts(): TextsById {
  const tables = Object.entries(TABLES).flatMap(([prefix, table]) =>
    Object.entries(table).map(([id, text]): [string, string] => [`${prefix}/${id}`, text]),
  );
  const plugins = pluginNames().map((name) => [`plugin/${name}`, name] as const);
  return Object.fromEntries([...tables, ...plugins, ...schemaTexts()]);
}

/** What schemas of files say: their ids are the English itself. Of the project file without its rules, which have texts of their own. */
function schemaTexts(): readonly (readonly [string, string])[] {
  const { rules, ...properties } = projectSchema().properties ?? {};
  const own: Schema = { properties: { ...properties, rules: { ...rules, properties: {} } } };
  const texts = [...descriptionsIn(SCENARIO_SCHEMA), ...descriptionsIn(own), KIND_DESCRIPTION];
  return [...new Set(texts)].map((text) => [`schema/${text}`, text]);
}

function descriptionsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, own]) =>
    name === "description" && typeof own === "string" ? [own] : descriptionsIn(own),
  );
}

/** What is wrong with a translation. */
export interface TranslationMistake {
  readonly id: string;
  /** Unknown: there is no such message. Places: other `{names}` than in English. */
  readonly kind: "missing" | "unknown" | "empty" | "places";
}

/** Compares a translation with the English it stands for. */
export function translationMistakes(english: TextsById, translation: TextsById): readonly TranslationMistake[] {
  const unknown = Object.keys(translation).filter((id) => !Object.hasOwn(english, id));
  return [
    ...Object.entries(english).flatMap(([id, text]): TranslationMistake[] => {
      const translated = ownOf(translation, id);
      if (translated === undefined) return [{ id, kind: "missing" }];
      if (translated.trim() === "" && text.trim() !== "") return [{ id, kind: "empty" }];
      return placesOf(translated) === placesOf(text) ? [] : [{ id, kind: "places" }];
    }),
    ...unknown.map((id): TranslationMistake => ({ id, kind: "unknown" })),
  ];
}

/** The names of the places in a template, each once. */
function placesOf(template: string): string {
  return [...new Set(template.match(/\{[A-Za-z0-9]+\}/g))].sort().join(" ");
}
