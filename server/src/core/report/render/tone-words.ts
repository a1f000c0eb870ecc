import type { RenderTexts } from "../../messages/render-texts.js";
import type { ReportCell, Tone } from "../report-model.js";

/** The word for how good an answer is. */
export function answerWord(tone: Tone, texts: RenderTexts): string {
  return { good: texts.answerGood, bad: texts.answerBad, warning: texts.answerWarning, neutral: texts.answerNeutral }[
    tone
  ];
}

/** The word for a value that changed; a neutral one needs none. */
export function changeWord(tone: Tone, texts: RenderTexts): string {
  return { good: texts.better, bad: texts.worse, warning: texts.caution, neutral: "" }[tone];
}

/** The direction of a change whose text begins with a sign. */
export function directionOf({ text }: ReportCell): "▲" | "▼" | undefined {
  if (/^\+\s*[\d.,]*[1-9]/.test(text)) return "▲";
  return /^[-−]\s*[\d.,]*[1-9]/.test(text) ? "▼" : undefined;
}
