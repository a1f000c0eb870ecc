import type { TraceEvent } from "./trace-event.js";

/** One JSON object per line. */
export function traceNdjson(events: readonly TraceEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}
