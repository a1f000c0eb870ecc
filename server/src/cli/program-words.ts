import { Help, type HelpConfiguration } from "commander";
import { HELP_TEXTS, type SayHelp } from "../core/messages/help-texts.js";
import { columnsOf } from "../core/report/render/columns.js";
import { ownOf } from "../core/text/own.js";

/** The headings of a help page, as commander writes them. */
const TITLES: Readonly<Record<string, keyof typeof HELP_TEXTS>> = {
  "Usage:": "title/usage",
  "Arguments:": "title/arguments",
  "Options:": "title/options",
  "Commands:": "title/commands",
};

/** What commander adds to help pages, in the user's language. */
export function helpIn(say: SayHelp): HelpConfiguration {
  const help = new Help();
  return {
    styleTitle: (title) => {
      const id = ownOf(TITLES, title);
      return id === undefined ? title : say(id);
    },
    displayWidth: (text) => columnsOf(text),
    optionDescription: (option) =>
      help
        .optionDescription(option)
        .replace(/(?<=[( ])choices: ((?:"[^"]*"(?:, )?)+)(?=[,)])/, (_all, choices: string) =>
          say("choices", { choices }),
        )
        .replace(/(?<=[( ])default: ([^()]+)\)$/, (_all, value: string) => `${say("default", { value })})`),
  };
}

/** What commander says of a command line that does not fit its grammar: the places of each text, in its order. */
const USAGE_ERRORS: readonly (readonly [RegExp, keyof typeof HELP_TEXTS, readonly string[]])[] = [
  [/^error: unknown option '(.*)'/, "error/unknown-option", ["name"]],
  [/^error: unknown command '(.*)'/, "error/unknown-command", ["name"]],
  [/^error: missing required argument '(.*)'/, "error/missing-argument", ["name"]],
  [/^error: option '(.*)' argument missing/, "error/no-value", ["name"]],
  [/^error: required option '(.*)' not specified/, "error/required-option", ["name"]],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    "error/too-many",
    ["name", "expected", "got"],
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    "error/not-a-choice",
    ["name", "value", "choices"],
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, "error/did-you-mean", ["names"]],
];

/** A usage error of commander in the user's language. */
export function usageErrorIn(text: string, say: SayHelp): string {
  return USAGE_ERRORS.reduce(
    (told, [pattern, id, places]) =>
      told.replace(pattern, (whole, ...found: readonly string[]) => {
        const translated = say(id, Object.fromEntries(places.map((place, index) => [place, found[index] ?? ""])));
        return isEnglish(id, say) ? whole : translated;
      }),
    text,
  );
}

/** English is commander's own. */
function isEnglish(id: keyof typeof HELP_TEXTS, say: SayHelp): boolean {
  return say(id) === HELP_TEXTS[id];
}
