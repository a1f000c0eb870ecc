import { versionOrder, type KafkaVersion } from "../catalog/version.js";

const orders = new Map<string, number>();

/** Whether a release is at least the named one; the names that checks use are read once. */
export function isSince(version: KafkaVersion, release: string): boolean {
  let order = orders.get(release);
  if (order === undefined) {
    order = versionOrder(release);
    orders.set(release, order);
  }
  return version.order >= order;
}
