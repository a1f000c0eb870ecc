import type { RatePiece } from "../workload/arrivals.js";
import { readRecording } from "../workload/recorded.js";
import { diurnalRate } from "../workload/rates.js";
import { readRates, type RateStep } from "../workload/recorded-rates.js";
import type { Scenario, ScenarioArrivals } from "./scenario.js";

type RecordedArrivalsInScenario = Extract<Scenario["workload"]["arrivals"], { readonly kind: "recorded" }>;

const LONG_US = 3_600_000_000;

/** The rate over time, in straight pieces. */
export function arrivalPieces({ workload: { arrivals }, durationMs }: Scenario): readonly RatePiece[] {
  switch (arrivals.kind) {
    case "constant":
    case "perf-test":
      return [piece(LONG_US, arrivals.perSecond)];
    case "burst":
      return [
        piece(arrivals.burstMs * 1_000, arrivals.perSecond),
        piece((arrivals.everyMs - arrivals.burstMs) * 1_000, arrivals.betweenPerSecond),
      ].filter(({ durationUs }) => durationUs > 0);
    case "ramp": {
      const { fromPerSecond, toPerSecond, overMs = durationMs } = arrivals;
      return [{ durationUs: overMs * 1_000, fromPerSecond, toPerSecond }, piece(LONG_US, toPerSecond)];
    }
    case "diurnal":
      return diurnalRate(arrivals.leastPerSecond, arrivals.mostPerSecond, (arrivals.dayMs ?? durationMs) * 1_000);
    case "recorded":
      return [];
    case "steps":
      return rateSteps(arrivals).map(({ forMs, perSecond }) => piece(forMs * 1_000, perSecond));
  }
}

/** The stretches of a recorded rate: as they stand in the scenario, or in its file; none when it cannot be read. */
function rateSteps({ steps, csv = "" }: Extract<ScenarioArrivals, { readonly kind: "steps" }>): readonly RateStep[] {
  if (steps !== undefined) return steps;
  const rates = readRates(csv);
  return "code" in rates ? [] : rates;
}

/** How many records a scenario brings on average. */
export function recordsInAll(scenario: Scenario): number {
  const { workload, durationMs } = scenario;
  if (workload.arrivals.kind === "recorded") return recordsRecorded(workload.arrivals, scenario);
  const pieces = arrivalPieces(scenario);
  const roundUs = pieces.reduce((sum, { durationUs }) => sum + durationUs, 0);
  if (roundUs === 0) return 0;
  const rounds = Math.floor((durationMs * 1_000) / roundUs);
  let records = rounds > 0 ? rounds * recordsWithin(pieces, roundUs) : 0;
  records += recordsWithin(pieces, durationMs * 1_000 - rounds * roundUs);
  return workload.producers * Math.min(records, workload.records ?? Infinity);
}

function recordsRecorded({ csv = "", everyMs = Infinity }: RecordedArrivalsInScenario, scenario: Scenario): number {
  const recording = readRecording(csv);
  if ("code" in recording) return 0;
  const { workload, durationMs } = scenario;
  const within = (timeMs: number): number => recording.timesUs.filter((timeUs) => timeUs < timeMs * 1_000).length;
  const rounds = Math.floor(durationMs / everyMs);
  const records = rounds * recording.timesUs.length + within(rounds === 0 ? durationMs : durationMs - rounds * everyMs);
  return workload.producers * Math.min(records, workload.records ?? Infinity);
}

function recordsWithin(pieces: readonly RatePiece[], timeUs: number): number {
  let records = 0;
  let leftUs = timeUs;
  for (const { durationUs, fromPerSecond, toPerSecond } of pieces) {
    const usedUs = Math.min(durationUs, leftUs);
    const endPerSecond = fromPerSecond + ((toPerSecond - fromPerSecond) * usedUs) / durationUs;
    records += (((fromPerSecond + endPerSecond) / 2) * usedUs) / 1_000_000;
    leftUs -= usedUs;
  }
  return records;
}

function piece(durationUs: number, perSecond: number): RatePiece {
  return { durationUs, fromPerSecond: perSecond, toPerSecond: perSecond };
}
