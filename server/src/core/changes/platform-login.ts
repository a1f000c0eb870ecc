import { isOtherModule, platformById, settingsOf, type PlatformListener } from "../catalog/platforms.js";
import type { Evaluation } from "../config/evaluation.js";
import type { Change } from "./changes.js";
import type { Preset } from "./preset-table.js";

/** The listener that a preset is for: the first of its port. */
export function listenerOf({ platform }: Preset): PlatformListener | undefined {
  if (platform === undefined) return undefined;
  const { id, port } = platform;
  return platformById(id).listeners.find(({ ports }) => port === undefined || ports?.includes(port));
}

/** What makes the client get in by the listener of a preset. A login of the right kind stays as it is. */
export function loginChanges(preset: Preset, { given, unresolved, catalog }: Evaluation): readonly Change[] {
  const listener = listenerOf(preset);
  if (listener === undefined || unresolved.has("security.protocol")) return [];
  const { protocol, mechanism } = listener;
  const changes: Change[] = [];
  const write = (key: string, value: string): void => {
    if (given.get(key)?.trim() !== value && !unresolved.has(key)) changes.push({ key, value });
  };
  write("security.protocol", protocol);
  if (mechanism !== undefined) write("sasl.mechanism", mechanism);
  for (const [key, value] of settingsOf(listener, catalog.version)) {
    const old = given.get(key)?.trim();
    if (old === undefined || isOtherModule(old, value)) write(key, value);
  }
  return changes;
}
