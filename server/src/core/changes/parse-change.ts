import type { Change } from "./changes.js";

/** `key=value`, or `key` alone to take it out; undefined when there is no key. */
export function parseChange(text: string): Change | undefined {
  const at = text.indexOf("=");
  const key = (at < 0 ? text : text.slice(0, at)).trim();
  if (key === "" || /[\s:]/.test(key)) return undefined;
  return { key, value: at < 0 ? undefined : text.slice(at + 1).trim() };
}
