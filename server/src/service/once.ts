import type { Analysis } from "./analysis.js";

/** Remembers what was worked out for an analysis: editors ask again whenever the cursor moves. */
export function oncePerAnalysis<T>(workOut: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly result: T }>();
  return (analysis) => {
    const entry = known.get(analysis) ?? { result: workOut(analysis) };
    known.set(analysis, entry);
    return entry.result;
  };
}
