import type { KafkaVersion } from "../core/catalog/version.js";
import { loginModules, type LoginModule } from "../core/config/jaas/login-modules.js";
import { scanJaas, type JaasPiece } from "../core/config/jaas/scan-jaas.js";
import type { Setting } from "../core/dialects/types.js";
import { EDITOR_TEXTS, type EditorTextId, type SayEditor } from "../core/messages/editor-texts.js";

const JAAS = /(^|\.)sasl\.jaas\.config$/;

/** Whether a setting holds the text of a login module. */
export function isJaas({ key }: Setting): boolean {
  return JAAS.test(key);
}

/** A place in the text of a login module. */
export interface JaasCursor {
  /** The index of the decoded value. */
  readonly index: number;
  readonly pieces: readonly JaasPiece[];
  /** The last piece that begins before the cursor, or the empty place of a value right at it. */
  readonly piece: JaasPiece | undefined;
  /** The login module, if the release has it. */
  readonly module: LoginModule | undefined;
}

/** What stands at an offset of the file inside `sasl.jaas.config`. */
export function jaasCursor(setting: Setting, offset: number, version: KafkaVersion): JaasCursor {
  const index = decodedLength(setting, offset);
  const pieces = scanJaas(setting.value);
  const name = pieces[0]?.name;
  return {
    index,
    pieces,
    piece: pieces.findLast(
      ({ kind, start, end }) => start < index || (start === index && end === start && kind === "value"),
    ),
    module: loginModules(version).find((known) => known.name === name),
  };
}

/** How many characters of the value stand before an offset of the file. */
export function decodedLength(setting: Setting, offset: number): number {
  const { value, valueSpan } = setting;
  if (value.length === valueSpan.end - valueSpan.start) return offset - valueSpan.start;
  let low = 0;
  let high = value.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (setting.spanOf(middle, middle + 1).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What an option of a login module is for; empty for options that Ackwise has no text about. */
export function optionText(key: string, say: SayEditor): string {
  const id = `jaas/${key}`;
  return Object.hasOwn(EDITOR_TEXTS, id) ? say(id as EditorTextId) : "";
}
