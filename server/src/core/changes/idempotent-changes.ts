import { acceptedChange, type Change } from "./changes.js";
import type { Evaluation } from "../config/evaluation.js";

const IDEMPOTENCE = "enable.idempotence";
const IN_FLIGHT = "max.in.flight.requests.per.connection";
const MOST_IN_FLIGHT = 5;

/** What makes a producer idempotent, and nothing more; empty when it is already, or when that cannot be had by these settings. */
export function idempotentChanges(before: Evaluation): readonly Change[] {
  if (before.idempotent && !before.failures.some(({ code }) => code === "idempotence-conflict")) return [];
  const cleared = contradictions(before);
  // Without the key the default decides, which up to 2.8 and in two later releases is not idempotent.
  const candidates: readonly (readonly Change[])[] = [
    [...cleared, ...(before.given.has(IDEMPOTENCE) ? [{ key: IDEMPOTENCE, value: undefined }] : [])],
    [...cleared, { key: IDEMPOTENCE, value: "true" }],
  ];
  // Where the file says "true" already, that stays.
  const wanted = before.values.get(IDEMPOTENCE)?.value === true && before.given.has(IDEMPOTENCE);
  const tried = wanted ? [cleared] : candidates;
  return tried.find((changes) => changes.length > 0 && isIdempotent(before, changes)) ?? [];
}

function isIdempotent(before: Evaluation, changes: readonly Change[]): boolean {
  const after = acceptedChange(before, changes, before.catalog);
  return after?.idempotent === true && !after.failures.some(({ code }) => code === "idempotence-conflict");
}

/** The settings of the file that speak against idempotence (ProducerConfig.postProcessAndValidateIdempotenceConfigs). */
function contradictions({ given, values }: Evaluation): readonly Change[] {
  const acks = given.get("acks")?.trim();
  const inFlight = values.get(IN_FLIGHT)?.value;
  return [
    ...(acks !== undefined && acks !== "all" && acks !== "-1" ? [{ key: "acks", value: "all" }] : []),
    ...(given.has("retries") && values.get("retries")?.value === 0 ? [{ key: "retries", value: undefined }] : []),
    ...(given.has(IN_FLIGHT) && typeof inFlight === "number" && inFlight > MOST_IN_FLIGHT
      ? [{ key: IN_FLIGHT, value: MOST_IN_FLIGHT.toString() }]
      : []),
  ];
}
