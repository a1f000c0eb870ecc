import { styleText } from "node:util";
import type { Severity } from "../../core/rules/types.js";

/** The looks a text may have; without colours it stays plain. */
export type Look = "bold" | "dim" | "underline" | "red" | "yellow" | "blue" | "cyan" | "green" | "gray";

/** Dresses a text for the terminal, or leaves it as it is. */
export type Style = (look: Look, text: string) => string;

/** No escape sequences at all. */
export const plain: Style = (_look, text) => text;

/** Escape sequences whatever the stream: the caller decides whether colours are wanted. */
export const coloured: Style = (look, text) => styleText(look, text, { validateStream: false });

/** Colours for terminals, unless NO_COLOR is set (no-color.org); FORCE_COLOR turns them on for pipes. */
export function styleFor(isTty: boolean, env: Readonly<Record<string, string | undefined>>): Style {
  if (isNonEmpty(env["NO_COLOR"])) return plain;
  const forced = env["FORCE_COLOR"];
  if (isNonEmpty(forced)) return forced === "0" ? plain : coloured;
  return isTty && env["TERM"] !== "dumb" ? coloured : plain;
}

/** The colour of a severity. */
export function lookOf(severity: Severity): Look {
  switch (severity) {
    case "error":
      return "red";
    case "warning":
      return "yellow";
    case "information":
      return "blue";
    case "hint":
      return "gray";
  }
}

function isNonEmpty(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
