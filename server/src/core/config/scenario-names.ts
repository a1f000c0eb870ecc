import type { Phrase } from "../messages/format.js";
import { Messages } from "../messages/messages.js";
import { phrase } from "../messages/phrase-texts.js";
import { EVENT_TEXTS, PLACE_TEXTS, scenarioPhrase, WORKLOAD_TEXTS } from "../messages/scenario-texts.js";

export type PlaceName = keyof typeof PLACE_TEXTS;
export type WorkloadName = keyof typeof WORKLOAD_TEXTS;
export type EventName = keyof typeof EVENT_TEXTS;

/** The scenario when none is named. */
export const DEFAULT_SCENARIO_NAME: PlaceName = "one-rack";

/** The words that name scenarios without a file, each with what it is: of each group at most one is in a name. */
export function builtInNames(messages: Messages = new Messages()): {
  readonly places: Readonly<Record<PlaceName, string>>;
  readonly workloads: Readonly<Record<WorkloadName, string>>;
  readonly events: Readonly<Record<EventName, string>>;
} {
  const told = <Word extends string>(words: Readonly<Record<Word, string>>): Readonly<Record<Word, string>> =>
    Object.fromEntries(Object.keys(words).map((word) => [word, messages.say(scenarioPhrase(word))])) as Record<
      Word,
      string
    >;
  return { places: told(PLACE_TEXTS), workloads: told(WORKLOAD_TEXTS), events: told(EVENT_TEXTS) };
}

/** What a name may look like, for people. */
export function allowedNames(): Phrase {
  const namesOf = (words: Readonly<Record<string, string>>): string => Object.keys(words).join(", ");
  return phrase("allowed/scenario", {
    places: namesOf(PLACE_TEXTS),
    workloads: namesOf(WORKLOAD_TEXTS),
    events: namesOf(EVENT_TEXTS),
  });
}

/** What a name says; without a workload it is the usual one of scenarios. */
export interface ScenarioName {
  readonly place: PlaceName;
  readonly workload: WorkloadName | undefined;
  readonly event: EventName;
}

/** Why a name is none. */
export interface ScenarioNameProblem {
  readonly problem: Phrase;
}

/** `three-zones+payments+leader-crash`: words in any order, of each group at most one; the rest is as usual. */
export function parseScenarioName(name: string): ScenarioName | ScenarioNameProblem {
  let place: PlaceName | undefined;
  let workload: WorkloadName | undefined;
  let event: EventName | undefined;
  for (const word of name.split("+")) {
    if (isPlace(word)) {
      if (place !== undefined) return twice("place", place, word);
      place = word;
    } else if (isWorkload(word)) {
      if (workload !== undefined) return twice("workload", workload, word);
      workload = word;
    } else if (isEvent(word)) {
      if (event !== undefined) return twice("event", event, word);
      event = word;
    } else return { problem: name.includes("+") ? notAWord(word) : allowedNames() };
  }
  return { place: place ?? DEFAULT_SCENARIO_NAME, workload, event: event ?? "calm" };
}

function notAWord(word: string): Phrase {
  return phrase("allowed/scenario-word", { names: allowedNames(), word: JSON.stringify(word) });
}

function twice(group: ScenarioWord["group"], first: string, second: string): ScenarioNameProblem {
  return { problem: phrase(`allowed/one-${group}`, { first, second }) };
}

/** A word of which names are made. */
export interface ScenarioWord {
  readonly word: string;
  readonly group: "place" | "workload" | "event";
  readonly what: string;
}

/** Every word, places first. */
export function scenarioWords(messages: Messages = new Messages()): readonly ScenarioWord[] {
  const wordsOf = (group: ScenarioWord["group"], words: Readonly<Record<string, string>>): ScenarioWord[] =>
    Object.keys(words).map((word) => ({ word, group, what: messages.say(scenarioPhrase(word)) }));
  return [...wordsOf("place", PLACE_TEXTS), ...wordsOf("workload", WORKLOAD_TEXTS), ...wordsOf("event", EVENT_TEXTS)];
}

/** The names that begin as far as one is written: the last word is open, the ones before it take their groups. */
export function scenarioNamesAfter(
  written: string,
  messages: Messages = new Messages(),
): readonly { readonly name: string; readonly what: string }[] {
  const before = written.slice(0, written.lastIndexOf("+") + 1);
  const open = scenarioWords(messages).filter(({ word }) => !("problem" in parseScenarioName(before + word)));
  return open.map(({ word, what }) => ({ name: before + word, what }));
}

/** What a name stands for, in words; undefined for anything that is no name. */
export function scenarioNameDocs(name: string, messages: Messages = new Messages()): string | undefined {
  const parts = parseScenarioName(name);
  if ("problem" in parts) return undefined;
  const { place, workload, event } = parts;
  const words = [place, workload, event === "calm" ? undefined : event].filter((word) => word !== undefined);
  return `${words.map((word) => messages.say(scenarioPhrase(word))).join("; ")}.`;
}

function isPlace(word: string): word is PlaceName {
  return Object.hasOwn(PLACE_TEXTS, word);
}

function isWorkload(word: string): word is WorkloadName {
  return Object.hasOwn(WORKLOAD_TEXTS, word);
}

function isEvent(word: string): word is EventName {
  return Object.hasOwn(EVENT_TEXTS, word);
}
