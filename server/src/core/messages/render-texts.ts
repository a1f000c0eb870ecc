import type { Messages } from "./messages.js";

/** The words that renderings of a report add to its own text, translated as `render/<id>`. Templates are filled by `formatMessage`. */
export const ENGLISH_RENDER_TEXTS = {
  /** The word beside a mark: how good an answer is. */
  answerGood: "Good",
  answerBad: "Problem",
  answerWarning: "Caution",
  answerNeutral: "Result",
  /** The word beside a value that changed. */
  better: "better",
  worse: "worse",
  same: "same",
  caution: "caution",
  /** Over the table behind a chart. */
  data: "Data",
  dataOf: "Data: {title}",
  thinned: "{shown} of {all} points",
  noData: "No data.",
  /** What a report was made from, and how to make it again. */
  about: "About this report",
  reproduce: "Make this report again",
  incomplete: "Stopped before the end: the numbers are of a part only.",
  /** Words in charts and in the tables behind them. */
  total: "Total",
  share: "share",
  refused: "refused by the client",
  current: "now",
  best: "best",
  front: "best trade-offs",
  other: "other",
  role: "Role",
  event: "Event",
  from: "From",
  to: "To",
  confidence: "confidence interval",
  lower: "lower is better",
  higher: "higher is better",
  least: "least",
  most: "most",
  last: "last",
  range: "{low} to {high}",
  more: "{count} more",
} as const;

/** The same words in some language. */
export type RenderTexts = Readonly<Record<keyof typeof ENGLISH_RENDER_TEXTS, string>>;

/** The words of renderings in the user's language. */
export function renderTextsOf(messages: Messages): RenderTexts {
  const entries = Object.entries(ENGLISH_RENDER_TEXTS);
  return Object.fromEntries(entries.map(([id, text]) => [id, messages.plain(`render/${id}`, text)])) as RenderTexts;
}
