import type { RenderTexts } from "../../messages/render-texts.js";
import type { ReportCell, Tone } from "../report-model.js";

/** The word for how good an answer is. */
export function answerWord(tone: Tone, texts: RenderTexts): string {
  return { good: texts.answerGood, bad: texts.answerBad, warning: texts.answerWarning, neutral: texts.answerNeutral }[
    tone
  ];
}

/** The word for a change; a value that is no change and a neutral one need none. */
export function changeWord(cell: ReportCell, texts: RenderTexts): string | undefined {
  if (directionOf(cell) === undefined || cell.tone === undefined) return undefined;
  return { good: texts.better, bad: texts.worse, warning: texts.caution, neutral: undefined }[cell.tone];
}

/** The direction of a change whose text begins with a sign. */
export function directionOf({ text }: ReportCell): "▲" | "▼" | undefined {
  if (/^[+\u00d7]\s*[\d.,]*[1-9]/.test(text)) return "▲";
  return /^[-\u2212]\s*[\d.,]*[1-9]/.test(text) ? "▼" : undefined;
}
