import type { MessageData } from "./format.js";
import { Messages } from "./messages.js";

/** English of what editors show at a glance and offer to write; a translation is looked up as `editor/<id>`. */
export const EDITOR_TEXTS = {
  "hint/same-value": "= {value}",
  "hint/adjusted": "→ {value}",
  "hint/adjusted-human": "→ {value} ({human})",
  "hint/other": "{key}={value}",
  "hint/other-human": "{key}={value} ({human})",
  "hint/adjusted-why": "The producer works with `{value}` for `{key}`.",
  "hint/default-why": "The file does not set `{key}`: this is the default of Kafka {version}.",

  "link/open": "Open {target}",

  "compare/release": "Kafka {version}",
  "compare/ok": "The producer starts.",
  "compare/unknown": "Whether the producer starts depends on the machine.",
  "compare/throws": "The producer does not start: {reason}",

  "preset/durable": "durable",
  "preset/durable/what":
    "A record that was reported as sent is stored once, in order, as long as the topic keeps min.insync.replicas of 2 or more.",
  "preset/low-latency": "low latency",
  "preset/low-latency/what":
    "A record leaves as soon as a connection is free. acks and idempotence stay as they are: what is stored stays as safe as it was.",
  "preset/high-throughput": "high throughput",
  "preset/high-throughput/what":
    "Larger, compressed batches: fewer requests for the same records, for some milliseconds of latency and more memory.",
  "preset/exactly-once": "exactly once",
  "preset/exactly-once/what":
    "Durable, and in transactions: consumers with isolation.level=read_committed see all records of a transaction or none. The program must begin and commit them, and each running instance needs a transactional.id of its own.",
  "preset/older": "The file was made with version {version}; the preset is at version {newest} now.",

  "refactor/idempotent": "Make this an idempotent producer: {changes}",
  "refactor/preset": "Apply preset “{preset}”: {changes}",
  "refactor/without": "without {key}",
  "refactor/more": "{named} and {count} more",
  "refactor/sort": "Sort and group settings by topic",
  "refactor/remove-defaults": "Remove {count} setting(s) equal to the default of Kafka {version}",
  "refactor/add-comments": "Add {count} missing comment(s) on what settings are",
} as const;

/** Id of a text of the editor's features. */
export type EditorTextId = keyof typeof EDITOR_TEXTS;

/** Says a text in the user's language. */
export type SayEditor = (id: EditorTextId, data?: MessageData) => string;

/** A speaker of the editor's texts. */
export function editorSpeaker(messages: Messages = new Messages()): SayEditor {
  return (id, data) => messages.text(`editor/${id}`, EDITOR_TEXTS[id], data);
}
