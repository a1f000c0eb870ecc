import { FoldingRangeKind, type FoldingRange } from "vscode-languageserver-types";
import type { ConfigDocument } from "../core/dialects/types.js";
import type { Analysis } from "./analysis.js";

/** What stands on a line of a file. A value that goes on is on all of its lines. */
type LineKind = "blank" | "comment" | "heading" | "setting";

/** A rule or a frame around words, as in `# ---- Security ----` and `#### Batching`. */
const HEADING = /^\s*([-=#*~_+])\1{2,}|([-=#*~_+])\2{2,}\s*$/;
const REGION_START = /^\s*#?region\b/;
const REGION_END = /^\s*#?endregion\b/;

/** Blocks of comments, groups of settings between blank lines or headings, values of several lines, and `# region`. */
export function foldingRanges({ document }: Analysis): FoldingRange[] {
  const kinds = lineKinds(document);
  return [...regions(document), ...commentBlocks(kinds), ...groups(kinds), ...longValues(document)];
}

function lineKinds({ lines, settings, comments }: ConfigDocument): readonly LineKind[] {
  const kinds: LineKind[] = new Array<LineKind>(lines.lineCount).fill("blank");
  for (const { line, text } of comments) kinds[line] = HEADING.test(text) ? "heading" : "comment";
  for (const { keySpan, valueSpan } of settings) {
    const last = lines.lineAt(Math.max(keySpan.end, valueSpan.end));
    for (let line = lines.lineAt(keySpan.start); line <= last; line++) kinds[line] = "setting";
  }
  return kinds;
}

function commentBlocks(kinds: readonly LineKind[]): FoldingRange[] {
  return runs(
    kinds,
    (kind) => kind === "comment" || kind === "heading",
    () => false,
  ).map(({ first, last }) => ({
    startLine: first,
    endLine: last,
    kind: FoldingRangeKind.Comment,
  }));
}

/** A group starts at the line right before its first setting when that is its title, so that the title stays in sight. */
function groups(kinds: readonly LineKind[]): FoldingRange[] {
  const startsGroup = (line: number): boolean =>
    kinds[line] === "heading" && kinds[line - 1] !== "heading" && kinds[line - 1] !== "comment";
  const found = runs(kinds, (kind) => kind !== "blank", startsGroup);
  return found.flatMap(({ first, last }) => {
    let setting = first;
    while (setting <= last && kinds[setting] !== "setting") setting++;
    const start = setting > first ? setting - 1 : setting;
    return setting > last || start === last ? [] : [{ startLine: start, endLine: last }];
  });
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Neighbouring lines that belong together, two or more. */
function runs(
  kinds: readonly LineKind[],
  belongs: (kind: LineKind) => boolean,
  startsAnew: (line: number) => boolean,
): readonly Run[] {
  const found: Run[] = [];
  let first: number | undefined;
  for (let line = 0; line <= kinds.length; line++) {
    const kind = kinds[line];
    const inside = kind !== undefined && belongs(kind);
    if (first !== undefined && (!inside || startsAnew(line))) {
      if (line - 1 > first) found.push({ first, last: line - 1 });
      first = undefined;
    }
    if (inside) first ??= line;
  }
  return found;
}

function longValues({ lines, settings }: ConfigDocument): FoldingRange[] {
  return settings.flatMap(({ keySpan, valueSpan }) => {
    const startLine = lines.lineAt(keySpan.start);
    const endLine = lines.lineAt(valueSpan.end);
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

function regions({ comments }: ConfigDocument): FoldingRange[] {
  const open: number[] = [];
  const found: FoldingRange[] = [];
  for (const { text, line } of comments) {
    if (REGION_START.test(text)) open.push(line);
    const startLine = REGION_END.test(text) ? open.pop() : undefined;
    if (startLine !== undefined) found.push({ startLine, endLine: line, kind: FoldingRangeKind.Region });
  }
  return found;
}
