import { Messages } from "../messages/messages.js";
import { render } from "../rules/render.js";
import type { Finding, Fix, Rule } from "../rules/types.js";
import {
  readScenarioText,
  type ScenarioText,
  type ScenarioTextCode,
  type ScenarioTextMistake,
} from "../simulation/scenario/scenario-text.js";

/** What is found in scenario files. It is no rule about producers, so it does not stand in their registry. */
export const SCENARIO_RULE: Rule = {
  meta: {
    id: "invalid-scenario",
    severity: "error",
    category: "ackwise",
    summary: "A scenario file must be YAML or JSON that fits the schema of scenarios.",
    sources: ["docs/scenario-files.md", "schemas/scenario.schema.json"],
  },
  messages: {
    syntax: "{text}",
    duplicate: "{name} stands here twice.",
    "duplicate-first": "Here for the first time.",
    "complex-name": "A name must be a text.",
    "unknown-alias": "Nothing has this alias's name.",
    "circular-alias": "This alias stands inside what it names.",
    "several-documents": "A scenario file is one document: another one follows.",
    "too-deep": "Too many values inside each other: at most 100.",
    "too-large": "Too many values, aliases counted as often as they are used: at most 500,000.",
    unknown: "{name} is nothing that can stand here: expected {known}.",
    misspelled: "{name} is nothing that can stand here: did you mean {similar}?",
    missing: "{name} is missing: expected {allowed}.",
    wrong: "{value} cannot stand here: expected {allowed}.",
    rename: "Change to {similar}",
  } satisfies Record<ScenarioTextCode | "duplicate-first" | "rename", string>,
  check: () => [],
};

/** A scenario file with everything that was found in it. */
export interface LintedScenario {
  readonly document: ScenarioText & { readonly dialect: "scenario" };
  readonly findings: readonly Finding[];
}

/** Reads the text of a scenario and tells its mistakes in the order of the text. They are errors: nothing can be simulated. */
export function lintScenario(text: string, messages: Messages = new Messages()): LintedScenario {
  const document = { ...readScenarioText(text), dialect: "scenario" as const };
  return { document, findings: document.mistakes.map((mistake) => findingOf(mistake, messages)) };
}

function findingOf({ code, data, path, span, first, rename }: ScenarioTextMistake, messages: Messages): Finding {
  const related = first === undefined ? [] : [{ span: first, messageId: "duplicate-first" }];
  const fixes: Fix[] = rename === undefined ? [] : [{ titleId: "rename", data, safety: "suggestion", edits: [rename] }];
  const key = path === "" ? undefined : path;
  return render(SCENARIO_RULE, { messageId: code, data, key, span, related, fixes }, messages, undefined);
}
