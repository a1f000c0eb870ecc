import type { MessageData } from "./format.js";
import type { Messages } from "./messages.js";

/** English of what a simulation says in a few words; a translation is looked up as `glance/<id>`. */
export const GLANCE_TEXTS = {
  "lens/unknown": "Simulate",
  "lens/running": "Simulate · …",
  "lens/known": "Simulate · p99 {p99} · {throughput} · {records}",
  "lens/refused": "Simulate · the producer does not start",
  "lens/bad-scenario": "Simulate · the scenario has mistakes",
  "lens/tooltip": "Scenario {scenario}. Opens the what-if panel.",
  "records/safe": "no loss",
  "neighbours/title": "Simulated in scenario {scenario}, one run:",
  "neighbours/throughput": "Throughput",
  "neighbours/requests": "Requests/s",
  "neighbours/records": "Records",
  "neighbours/refused": "refused by the client",
  "neighbours/now": "{value} (now)",
} as const;

/** Id of a text. */
export type GlanceTextId = keyof typeof GLANCE_TEXTS;

/** Says a text in the user's language. */
export type SayGlance = (id: GlanceTextId, data?: MessageData) => string;

/** A speaker of these texts. */
export function glanceSpeaker(messages: Messages): SayGlance {
  return (id, data) => messages.text(`glance/${id}`, GLANCE_TEXTS[id], data);
}
