import { parseJaas } from "../config/jaas/parse-jaas.js";
import { javaTrim } from "../config/parse-value.js";
import type { Setting } from "../dialects/types.js";
import type { TextEdit } from "../text/span.js";
import type { RuleContext } from "./types.js";

/** A login that goes on in the lines below: what makes it one value, and the last of the lines. */
export interface ForgottenContinuation {
  readonly lastLine: number;
  readonly edits: readonly TextEdit[];
}

/** No login has more lines. */
const MOST_LINES = 12;

/** Whether the lines right below a broken login are its rest, without the backslash that makes them so; undefined when they are not. */
export function forgottenContinuation(
  { document, catalog }: RuleContext,
  setting: Setting,
): ForgottenContinuation | undefined {
  const { settings, lines, text } = document;
  const at = settings.indexOf(setting);
  if (at < 0) return undefined;
  const edits: TextEdit[] = [];
  let value = setting.value;
  let last = setting;
  for (const next of settings.slice(at + 1, at + 1 + MOST_LINES)) {
    const { end } = last.valueSpan;
    const rest = text.slice(next.keySpan.start, next.valueSpan.end);
    if (lines.lineAt(end) + 2 !== next.line || catalog.keys.has(next.key) || rest.includes("\\")) return undefined;
    edits.push({ span: { start: end, end }, newText: " \\" });
    value += ` ${rest}`;
    last = next;
    if (parseJaas(javaTrim(value)).ok) return { lastLine: next.line, edits };
  }
  return undefined;
}
