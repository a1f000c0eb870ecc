import { parseVersion, SUPPORTED } from "../core/catalog/version.js";
import { simulateInTurns, simulateText, type SimulateOptions, type StopSignal } from "../core/report/simulate.js";
import type { DialectId } from "../core/dialects/types.js";
import type { OuterVersion } from "../core/config/version-in-use.js";
import { messagesFor } from "../core/messages/translations.js";
import type { SimulateResult } from "../core/simulation/result/result.js";
import type { ScenarioInput } from "../core/simulation/scenario/scenario.js";

/** How to simulate. */
export interface SimulateSettings {
  /** Decides everything left to chance: the same seed gives the same result. 1 by default. */
  readonly seed?: number;
  /** An `AbortSignal`, or any object whose `aborted` turns true: the result then is of what has happened so far. */
  readonly signal?: StopSignal;
  /** Hears how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** A release such as `3.9` or `3.9.1`. A version comment in the text is stronger. Default: the newest. */
  readonly kafkaVersion?: string;
  /** Decides the dialect together with the text; the file is not opened. */
  readonly fileName?: string;
  readonly dialect?: DialectId;
  /** The language of texts: `en` or `ko`. Default: English. */
  readonly language?: "en" | "ko";
  /** Checks while it runs what must always hold of the model, and throws when it does not. */
  readonly checkInvariants?: boolean;
}

/**
 * Simulates the producer that a text configures, in a scenario: a name such as `three-zones+leader-crash`, an object
 * (schemas/scenario.schema.json), or nothing for `one-rack`. Configurations that the client refuses and scenarios with
 * mistakes come back as such. The calling thread is busy until the end; see {@link simulateInSlices}.
 * @throws RangeError when `kafkaVersion` names no release that Ackwise knows. Never throws for any text or scenario.
 */
export function simulate(text: string, scenario?: ScenarioInput, settings: SimulateSettings = {}): SimulateResult {
  return simulateText(text, scenario, optionsOf(settings));
}

/** As {@link simulate}, but other work of the thread comes in between, so that a signal can be raised by a timer or a click. */
export async function simulateInSlices(
  text: string,
  scenario?: ScenarioInput,
  settings: SimulateSettings = {},
): Promise<SimulateResult> {
  return await simulateInTurns(text, scenario, optionsOf(settings), nextTurn);
}

/** Lets timers and messages have their turn, in Node and in browsers. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}

/** Every host has it; the library is built for none in particular. */
declare const setTimeout: (run: () => void, delayMs: number) => unknown;

function optionsOf(settings: SimulateSettings): SimulateOptions {
  const { seed, signal, onProgress, fileName, dialect, checkInvariants } = settings;
  const messages = messagesFor(settings.language);
  const outerVersion = outerVersionOf(settings.kafkaVersion);
  return { seed, signal, onProgress, fileName, dialect, outerVersion, checksInvariants: checkInvariants, messages };
}

/** The release somebody asked for. */
export function outerVersionOf(text: string | undefined): OuterVersion | undefined {
  if (text === undefined) return undefined;
  const version = parseVersion(text);
  if (version === undefined)
    throw new RangeError(
      `unknown Kafka client version "${text}": expected ${SUPPORTED.first} to ${SUPPORTED.last}, such as 3.9 or 3.9.1`,
    );
  return { version, source: "settings" };
}
