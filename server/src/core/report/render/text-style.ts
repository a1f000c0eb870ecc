import type { Tone } from "../report-model.js";

/** The looks that the rendering for terminals asks for. */
export type TextLook = "bold" | "dim" | "red" | "yellow" | "green" | "cyan" | "blue" | "gray";

/** Dresses text for a terminal: the command line gives its own, which knows of NO_COLOR. */
export type TextStyle = (look: TextLook, text: string) => string;

/** Text as it is. */
export const plainStyle: TextStyle = (_look, text) => text;

/** The look of a tone. */
export function toneLook(tone: Tone): TextLook {
  return ({ good: "green", bad: "red", warning: "yellow", neutral: "cyan" } as const)[tone];
}
