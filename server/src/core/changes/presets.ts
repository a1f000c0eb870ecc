import { acceptedChange, type Change } from "./changes.js";
import type { Evaluation } from "../config/evaluation.js";
import type { PresetId } from "./preset-ids.js";

/** What a preset wants of one setting. */
export type PresetWish =
  /** One of the values, the first one when the file has none of them. */
  | { readonly key: string; readonly oneOf: readonly string[]; readonly explicit?: boolean }
  | { readonly key: string; readonly atLeast: number }
  | { readonly key: string; readonly atMost: number };

/** A preset. Its version rises whenever it wants something else. */
export interface Preset {
  readonly id: PresetId;
  readonly version: number;
  readonly wishes: readonly PresetWish[];
}

const DELIVERY_TIMEOUT = "delivery.timeout.ms";
const TRANSACTION_TIMEOUT = "transaction.timeout.ms";
const TRANSACTIONAL_ID = "transactional.id";
const MAX_INT = 2_147_483_647;
const KIBIBYTE = 1_024;

/** `explicit`: written down even where it is the default, so that the client refuses what contradicts it. */
const DURABLE: readonly PresetWish[] = [
  { key: "acks", oneOf: ["all", "-1"], explicit: true },
  { key: "enable.idempotence", oneOf: ["true"], explicit: true },
  { key: "retries", atLeast: MAX_INT },
  { key: "max.in.flight.requests.per.connection", atMost: 5 },
  { key: DELIVERY_TIMEOUT, atLeast: 120_000 },
];

/** docs/presets.md explains each of them; a test compares. */
export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  durable: { id: "durable", version: 1, wishes: DURABLE },
  "low-latency": {
    id: "low-latency",
    version: 1,
    wishes: [
      { key: "linger.ms", oneOf: ["0"], explicit: true },
      { key: "compression.type", oneOf: ["lz4", "none", "snappy"] },
    ],
  },
  "high-throughput": {
    id: "high-throughput",
    version: 1,
    wishes: [
      { key: "linger.ms", atLeast: 20 },
      { key: "batch.size", atLeast: 128 * KIBIBYTE },
      { key: "compression.type", oneOf: ["lz4", "snappy", "zstd"] },
      { key: "buffer.memory", atLeast: 64 * KIBIBYTE * KIBIBYTE },
    ],
  },
  "exactly-once": { id: "exactly-once", version: 1, wishes: DURABLE },
};

/**
 * What a preset changes, the file's other settings taken into account; empty when nothing is missing, undefined when the client would
 * refuse the result. `name` is what a transactional id can be made of.
 */
export function presetChanges(id: PresetId, before: Evaluation, name: string): readonly Change[] | undefined {
  const wished = PRESETS[id].wishes.flatMap((wish) => changeFor(wish, before));
  const changes = id === "exactly-once" ? [...wished, ...transactionChanges(before, wished, name)] : wished;
  const timed = [...changes, ...deliveryChange(before, changes)];
  if (timed.length === 0) return [];
  const after = acceptedChange(before, timed, before.catalog);
  if (after === undefined) return undefined;
  const needsIdempotence = PRESETS[id].wishes === DURABLE;
  return needsIdempotence && !after.idempotent ? undefined : timed;
}

function changeFor(wish: PresetWish, { catalog, given, values, unresolved }: Evaluation): readonly Change[] {
  const { key } = wish;
  if (!catalog.keys.has(key) || unresolved.has(key)) return [];
  const value = values.get(key)?.value;
  if ("oneOf" in wish) {
    const fits = wish.oneOf.includes(String(value)) && (given.has(key) || wish.explicit !== true);
    return fits ? [] : [{ key, value: wish.oneOf[0] }];
  }
  const number = typeof value === "number" ? value : undefined;
  const limit = "atLeast" in wish ? wish.atLeast : wish.atMost;
  const fits = number !== undefined && ("atLeast" in wish ? number >= limit : number <= limit && number > 0);
  return fits ? [] : [{ key, value: limit.toString() }];
}

/** A transaction must not end while its records are still being sent; under two-phase commit it has no end. */
function transactionChanges(before: Evaluation, changes: readonly Change[], name: string): readonly Change[] {
  const { given, values } = before;
  const id = given.get(TRANSACTIONAL_ID)?.trim() ?? "";
  const own = id === "" ? [{ key: TRANSACTIONAL_ID, value: `${name}-1` }] : [];
  if (values.get("transaction.two.phase.commit.enable")?.value === true) return own;
  const timeout = values.get(TRANSACTION_TIMEOUT)?.value;
  const needed = Math.max(numberAfter(before, changes, DELIVERY_TIMEOUT), neededDelivery(before, changes));
  if (typeof timeout === "number" && timeout >= needed) return own;
  return [...own, { key: TRANSACTION_TIMEOUT, value: needed.toString() }];
}

/** The client refuses an explicit delivery.timeout.ms below linger.ms + request.timeout.ms (KIP-91). */
function deliveryChange(before: Evaluation, changes: readonly Change[]): readonly Change[] {
  const isExplicit = before.given.has(DELIVERY_TIMEOUT) || changes.some(({ key }) => key === DELIVERY_TIMEOUT);
  const needed = neededDelivery(before, changes);
  if (!isExplicit || before.unresolved.has(DELIVERY_TIMEOUT)) return [];
  return numberAfter(before, changes, DELIVERY_TIMEOUT) >= needed
    ? []
    : [{ key: DELIVERY_TIMEOUT, value: needed.toString() }];
}

function neededDelivery(before: Evaluation, changes: readonly Change[]): number {
  const sum = numberAfter(before, changes, "linger.ms") + numberAfter(before, changes, "request.timeout.ms");
  return Math.min(sum, MAX_INT);
}

function numberAfter({ values }: Evaluation, changes: readonly Change[], key: string): number {
  const changed = changes.findLast((change) => change.key === key)?.value;
  const value = changed === undefined ? values.get(key)?.value : Number(changed);
  return typeof value === "number" ? value : 0;
}
