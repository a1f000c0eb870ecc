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
} as const;

/** Id of a text of the editor's features. */
export type EditorTextId = keyof typeof EDITOR_TEXTS;

/** Says a text in the user's language. */
export type SayEditor = (id: EditorTextId, data?: MessageData) => string;

/** A speaker of the editor's texts. */
export function editorSpeaker(messages: Messages = new Messages()): SayEditor {
  return (id, data) => messages.text(`editor/${id}`, EDITOR_TEXTS[id], data);
}
