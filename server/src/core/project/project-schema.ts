import { LONGEST_GLOB_CHARACTERS } from "../config/glob.js";
import { LANGUAGES } from "../messages/languages.js";
import { PROFILES } from "../rules/profiles.js";
import { RULES } from "../rules/registry.js";
import { RULE_LEVELS } from "../rules/render.js";
import type { Schema } from "../schema/schema-check.js";

const MOST_GLOBS = 1_000;

/** The schema of project files. `npm run docs` writes it to schemas/project.schema.json for other editors. */
export function projectSchema(): Schema {
  return (made ??= makeSchema());
}

let made: Schema | undefined;

function makeSchema(): Schema {
  const rules = RULES.map(({ meta }): [string, Schema] => [
    meta.id,
    { description: meta.summary, type: "string", enum: RULE_LEVELS },
  ]);
  return {
    type: "object",
    properties: {
      $schema: { description: "Where the schema is, for other editors.", type: "string" },
      kafkaVersion: {
        description: "The client release, such as 3.9. It overrides what the build files say.",
        type: "string",
        examples: ["4.1", "3.9"],
      },
      profile: { description: PROFILE_TEXT, type: "string", enum: PROFILES },
      rules: {
        description: "Levels by rule, stronger than the profile.",
        type: "object",
        properties: Object.fromEntries(rules),
      },
      files: {
        description: "Which files are looked at. Globs count from the folder of this file.",
        type: "object",
        properties: {
          include: globs("Files that are read as .properties whatever they are called."),
          exclude: globs("Files that are left out. A file that the command line names is read all the same."),
        },
      },
      scenario: {
        description: "The name of the scenario in which files are simulated, unless a scenario file is nearer at hand.",
        type: "string",
        examples: ["three-zones", "three-zones+leader-crash"],
      },
      baseline: {
        description: "Findings that the command line does not report, from the folder of this file.",
        type: "string",
        minLength: 1,
        examples: ["ackwise-baseline.json"],
      },
      language: {
        description: "The language of everything that is said, unless a person has chosen another in the editor.",
        type: "string",
        enum: LANGUAGES,
      },
    },
  };
}

const PROFILE_TEXT = "What matters most. A profile changes severities and nothing else.";

function globs(description: string): Schema {
  return {
    description,
    type: "array",
    maxItems: MOST_GLOBS,
    items: { type: "string", minLength: 1, maxLength: LONGEST_GLOB_CHARACTERS },
  };
}
