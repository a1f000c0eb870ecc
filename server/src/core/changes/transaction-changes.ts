import { affects, CLIENT_DEFECTS } from "../catalog/defects.js";
import { isAtLeast } from "../catalog/version.js";
import type { Evaluation } from "../config/evaluation.js";
import type { Change } from "./changes.js";

const TRANSACTIONAL_ID = "transactional.id";
const TRANSACTION_TIMEOUT = "transaction.timeout.ms";
const DELIVERY_TIMEOUT = "delivery.timeout.ms";
const PROVIDERS = "config.providers";
const ENV_PROVIDER = "org.apache.kafka.common.config.provider.EnvVarConfigProvider";
/** The default of transaction.timeout.ms. */
const DEFAULT_MS = 60_000;
/** The default of transaction.max.timeout.ms of brokers. */
const BROKER_MAX_MS = 900_000;

/** Whether a producer of this release can read an id of its own for each instance from its environment (KIP-887). */
export function readsEnvironment({ catalog }: Evaluation): boolean {
  return isAtLeast(catalog.version, "3.5.0");
}

/**
 * An id of its own for each instance, read from the environment where the release can: one id in the file would be that of every instance,
 * and each would fence the others. Older releases get none, so that initTransactions() throws until somebody writes one.
 */
export function transactionalIdChanges(before: Evaluation, name: string): readonly Change[] {
  const { given } = before;
  if ((given.get(TRANSACTIONAL_ID)?.trim() ?? "") !== "") return [];
  if (!readsEnvironment(before))
    return given.has(TRANSACTIONAL_ID) ? [{ key: TRANSACTIONAL_ID, value: undefined }] : [];
  const aliases = (given.get(PROVIDERS) ?? "").split(",").flatMap((text) => (text.trim() === "" ? [] : [text.trim()]));
  const classOf = (alias: string): string | undefined => given.get(`${PROVIDERS}.${alias}.class`)?.trim();
  const declared = aliases.find((alias) => classOf(alias) === ENV_PROVIDER);
  const alias = declared ?? (aliases.includes("env") ? "environment" : "env");
  const provider: readonly Change[] =
    declared === undefined
      ? [
          { key: PROVIDERS, value: [...aliases, alias].join(",") },
          { key: `${PROVIDERS}.${alias}.class`, value: ENV_PROVIDER },
        ]
      : [];
  return [...provider, { key: TRANSACTIONAL_ID, value: `${name}-\${${alias}:HOSTNAME}` }];
}

/** Whether there is a transactional id after {@link transactionalIdChanges}: without one transactions have no time to set. */
function hasOwnId(before: Evaluation): boolean {
  return readsEnvironment(before) || (before.given.get(TRANSACTIONAL_ID)?.trim() ?? "") !== "";
}

/**
 * A transaction must outlive delivery.timeout.ms. The delivery gives way: consumers of committed records wait for the transaction of a
 * crashed producer until it times out. With a release that can store records in another topic when they expire in flight, a shorter
 * delivery would invite that, so that the transaction gives way.
 */
export function transactionTimeChanges(before: Evaluation, neededMs: number): readonly Change[] {
  const { given, values, unresolved, deliveryTimeoutMs, catalog } = before;
  if (values.get("transaction.two.phase.commit.enable")?.value === true || !hasOwnId(before)) return [];
  if (unresolved.has(TRANSACTION_TIMEOUT) || unresolved.has(DELIVERY_TIMEOUT)) return [];
  const written = values.get(TRANSACTION_TIMEOUT)?.value;
  const isShort = typeof written !== "number" || written < DEFAULT_MS;
  const transactionMs = isShort ? DEFAULT_MS : written;
  const restored = isShort && given.has(TRANSACTION_TIMEOUT) ? [{ key: TRANSACTION_TIMEOUT, value: undefined }] : [];
  const deliveryMs = Math.max(deliveryTimeoutMs ?? 0, neededMs);
  if (deliveryMs <= transactionMs) return restored;
  const corrupts = CLIENT_DEFECTS.some((defect) => defect.kind === "corruption" && affects(defect, catalog.version));
  if (neededMs <= transactionMs && !corrupts)
    return [...restored, { key: DELIVERY_TIMEOUT, value: transactionMs.toString() }];
  const longest = Math.max(Math.min(deliveryMs, BROKER_MAX_MS), neededMs);
  const delivery = deliveryMs > longest ? [{ key: DELIVERY_TIMEOUT, value: longest.toString() }] : [];
  return [{ key: TRANSACTION_TIMEOUT, value: Math.max(longest, transactionMs).toString() }, ...delivery];
}
