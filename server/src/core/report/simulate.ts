import { releaseProblem } from "../config/release-problem.js";
import type { Evaluation } from "../config/evaluation.js";
import { Messages } from "../messages/messages.js";
import { phraseOf } from "../messages/phrase-texts.js";
import { toldMistake, type SchemaMistake } from "../schema/schema-check.js";
import type { SimulationObserver } from "../simulation/full/observer.js";
import { SimulationRun, type SimulationPlan } from "../simulation/full/simulation.js";
import { buildResult, type ResultContext } from "../simulation/result/build-result.js";
import {
  RESULT_FORMAT,
  type BadScenarioResult,
  type SimulatedResult,
  type SimulateResult,
} from "../simulation/result/result.js";
import { approximationsOf } from "../simulation/scenario/approximations.js";
import { partitionerShown } from "../simulation/scenario/client-settings.js";
import { planOf } from "../simulation/scenario/plan.js";
import { readScenario } from "../simulation/scenario/read-scenario.js";
import type { Scenario } from "../simulation/scenario/scenario.js";
import { effectiveOf } from "./effective.js";
import type { LintOptions } from "./lint.js";

/** Something that says whether to stop: an `AbortSignal`, or any object whose `aborted` turns true. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** How to simulate. */
export interface SimulateOptions extends LintOptions {
  /** Decides everything left to chance; 1 by default. */
  readonly seed?: number | undefined;
  readonly signal?: StopSignal | undefined;
  /** Hears how much of the time in which records arrive is over, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly checksInvariants?: boolean | undefined;
  /** Makes what listens to the run, such as a trace. */
  readonly observe?: ((plan: SimulationPlan) => RunObserver) | undefined;
}

/** Listens to a run, and may look at it from the start. */
export interface RunObserver extends SimulationObserver {
  begin(run: SimulationRun): void;
}

/** A simulation that can be carried on piece by piece. */
export interface PreparedSimulation {
  readonly run: SimulationRun;
  /** The result of what has happened; the run is over with it. */
  readonly finish: () => SimulatedResult;
}

/** Steps between two looks at the signal: some 20 ms. */
const SLICE_STEPS = 50_000;

/** Reads configuration and scenario and sets the simulation up, or says why there is none. */
export function prepareSimulation(
  text: string,
  scenarioInput: unknown,
  options: SimulateOptions = {},
): PreparedSimulation | Exclude<SimulateResult, SimulatedResult> {
  const { scenario, mistakes } = readScenario(scenarioInput);
  if (scenario === undefined) return badScenario(mistakes, options);
  const { config, evaluation } = effectiveOf(text, options);
  const { kafkaVersion, dependsOn, error } = config;
  const tooOld = releaseProblem(evaluation.catalog.version);
  if (tooOld !== undefined) {
    const message = (options.messages ?? new Messages()).say(tooOld);
    return { outcome: "refused", format: RESULT_FORMAT, kafkaVersion, error: { key: "", message, exception: [] } };
  }
  if (config.verdict === "throws")
    return {
      outcome: "refused",
      format: RESULT_FORMAT,
      kafkaVersion,
      error: error ?? { key: "", message: "", exception: [] },
    };
  const seed = options.seed ?? 1;
  const plan: SimulationPlan = {
    ...planOf(evaluation, scenario, seed),
    checksInvariants: options.checksInvariants === true,
  };
  const observer = options.observe?.(plan);
  const run = new SimulationRun(plan, observer);
  observer?.begin(run);
  const context: ResultContext = {
    kafkaVersion,
    seed,
    scenario,
    partitioner: partitionerShown(evaluation),
    dependsOn,
    approximations: toldApproximations(evaluation, scenario, options.messages ?? new Messages()),
  };
  return { run, finish: () => buildResult(run, context) };
}

function toldApproximations(
  evaluation: Evaluation,
  scenario: Scenario,
  messages: Messages,
): SimulatedResult["approximations"] {
  return approximationsOf(evaluation, scenario).map((one) => ({ ...one, text: messages.say(phraseOf(one.text)) }));
}

function badScenario(mistakes: readonly SchemaMistake[], { messages }: SimulateOptions): BadScenarioResult {
  const told = mistakes.map((mistake) => toldMistake(mistake, messages ?? new Messages()));
  return { outcome: "bad-scenario", format: RESULT_FORMAT, mistakes: told };
}

/**
 * Simulates the producer that a text configures. Runs to the end before it returns; `signal` is looked at between slices,
 * so it can be raised by `onProgress`. Never throws for any text or scenario.
 */
export function simulateText(text: string, scenario: unknown, options: SimulateOptions = {}): SimulateResult {
  const prepared = prepareSimulation(text, scenario, options);
  if ("outcome" in prepared) return prepared;
  const { run, finish } = prepared;
  while (options.signal?.aborted !== true && !run.advance(SLICE_STEPS)) options.onProgress?.(run.progress);
  if (options.signal?.aborted !== true) options.onProgress?.(1);
  return finish();
}

/**
 * As {@link simulateText}, but with other work of the thread in between: `nextTurn` lets timers and messages have their turn,
 * so that a click can raise the signal.
 */
export async function simulateInTurns(
  text: string,
  scenario: unknown,
  options: SimulateOptions,
  nextTurn: () => Promise<void>,
): Promise<SimulateResult> {
  const prepared = prepareSimulation(text, scenario, options);
  if ("outcome" in prepared) return prepared;
  const { run, finish } = prepared;
  while (options.signal?.aborted !== true && !run.advance(SLICE_STEPS)) {
    options.onProgress?.(run.progress);
    await nextTurn();
  }
  return finish();
}
