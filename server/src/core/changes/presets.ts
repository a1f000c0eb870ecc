import { fitsWish, wishedValue, type SettingWish } from "../catalog/platforms.js";
import { defaultsOf } from "../config/defaults.js";
import type { Evaluation } from "../config/evaluation.js";
import { acceptedChange, type Change } from "./changes.js";
import { loginChanges } from "./platform-login.js";
import type { PresetId } from "./preset-ids.js";
import { PRESETS, type Preset } from "./preset-table.js";
import { transactionalIdChanges, transactionTimeChanges } from "./transaction-changes.js";

const DELIVERY_TIMEOUT = "delivery.timeout.ms";
const BATCH_SIZE = "batch.size";
const BUFFER_MEMORY = "buffer.memory";
const MAX_INT = 2_147_483_647;

/**
 * What a preset changes, the file's other settings taken into account; empty when nothing is missing, undefined when the client would
 * refuse the result. `name` is what a transactional id can be made of, `partitions` how many the producer sends to, where that is known.
 */
export function presetChanges(
  id: PresetId,
  before: Evaluation,
  name: string,
  partitions = 0,
): readonly Change[] | undefined {
  const preset = PRESETS[id];
  const wishes = wishesFor(preset, before, partitions);
  const wished = [...loginChanges(preset, before), ...wishes.flatMap((wish) => changeFor(wish, before))];
  const changes = id === "exactly-once" ? [...wished, ...transactionChanges(before, wished, name)] : wished;
  const timed = [...changes, ...deliveryChange(before, changes)];
  if (timed.length === 0) return [];
  const after = acceptedChange(before, timed, before.catalog);
  if (after === undefined) return undefined;
  const needsIdempotence = id === "durable" || id === "exactly-once";
  return needsIdempotence && !after.idempotent ? undefined : timed;
}

/** Every partition can fill a batch while another one of it is on its way. */
function wishesFor({ wishes }: Preset, before: Evaluation, partitions: number): readonly SettingWish[] {
  const batch = wishes.find(({ key }) => key === BATCH_SIZE);
  if (batch === undefined) return wishes;
  const batchBytes = numberAfter(before, changeFor(batch, before), BATCH_SIZE);
  return wishes.map((wish) =>
    wish.key === BUFFER_MEMORY && "atLeast" in wish
      ? { ...wish, atLeast: Math.max(wish.atLeast ?? 0, 2 * partitions * batchBytes) }
      : wish,
  );
}

function changeFor(wish: SettingWish, before: Evaluation): readonly Change[] {
  const { catalog, given, values, unresolved } = before;
  const { key } = wish;
  if (!catalog.keys.has(key) || unresolved.has(key)) return [];
  const value = values.get(key)?.value;
  if ("oneOf" in wish) {
    const fits = fitsWish(wish, value) && (given.has(key) || wish.explicit !== true);
    return fits ? [] : [{ key, value: wishedValue(wish) }];
  }
  if (fitsWish(wish, value) || (wish.ifIdempotent === true && !before.idempotent)) return [];
  return [{ key, value: wish.leaveOut === true && given.has(key) ? undefined : wishedValue(wish) }];
}

function transactionChanges(before: Evaluation, wished: readonly Change[], name: string): readonly Change[] {
  const needed = Math.max(neededDelivery(before, wished), 1);
  return [...transactionalIdChanges(before, name), ...transactionTimeChanges(before, needed)];
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

/** A setting that is taken out has its default. */
function numberAfter({ values, catalog }: Evaluation, changes: readonly Change[], key: string): number {
  const changed = changes.findLast((change) => change.key === key);
  if (changed?.value !== undefined) return Number(changed.value);
  const value = (changed === undefined ? values : defaultsOf(catalog).values).get(key)?.value;
  return typeof value === "number" ? value : 0;
}
