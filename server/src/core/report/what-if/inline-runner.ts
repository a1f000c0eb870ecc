import type { SimulateResult } from "../../simulation/result/result.js";
import type { JobRunner } from "../../whatif/experiment.js";
import { simulateInTurns, type SimulateOptions } from "../simulate.js";

/** Runs jobs one after the other on this thread; `nextTurn` lets timers and messages have their turn in between. */
export function inlineRunner(options: SimulateOptions, nextTurn: () => Promise<void>): JobRunner {
  return async (jobs, onDone) => {
    const results: SimulateResult[] = [];
    for (const { text, scenario, seed } of jobs) {
      results.push(await simulateInTurns(text, scenario, { ...options, seed }, nextTurn));
      onDone(results.length);
    }
    return results;
  };
}
