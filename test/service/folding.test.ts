import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldingRanges } from "../../server/src/service/folding.js";
import { propertiesText } from "../support/arbitraries.js";
import { analysed } from "./glance.js";

const folds = (text: string): string[] =>
  foldingRanges(analysed(text)).map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? "group"}`);

describe("folding", () => {
  test.each([
    ["groups between blank lines", "acks=all\nretries=1\n\nlinger.ms=5\nbatch.size=1\n", ["0-1 group", "3-4 group"]],
    ["one line is no group", "acks=all\n\nretries=1\n", []],
    ["a title stays in sight", "# Delivery\nacks=all\nretries=1\n", ["0-2 group"]],
    ["a block of comments, then the group", "# a\n# b\nacks=all\nretries=1\n", ["0-1 comment", "1-3 group"]],
    ["comments between settings", "acks=all\n# a\nretries=1\n", ["0-2 group"]],
    ["headings part groups", "# --- A ---\nacks=all\n# --- B ---\nretries=1\n", ["0-1 group", "2-3 group"]],
    ["a framed heading", "acks=all\n#####\n# A\n#####\nretries=1\n", ["1-3 comment", "3-4 group"]],
    ["only comments", "# a\n# b\n", ["0-1 comment"]],
    ["long values", "acks=all\n\na=b,\\\n  c\n", ["2-3 group", "2-3 group"]],
    ["regions", "# region A\nacks=all\n\n# endregion\n", ["0-3 region", "0-1 group"]],
    ["Windows line ends", "acks=all\r\nretries=1\r\n\r\n", ["0-1 group"]],
  ])("%s", (_, text, expected) => {
    expect(folds(text)).toEqual(expected);
  });

  test("any text: folds have two lines or more, inside the text", () => {
    fc.assert(
      fc.property(propertiesText, (text) => {
        const analysis = analysed(text.replaceAll("|", ""));
        for (const { startLine, endLine } of foldingRanges(analysis)) {
          expect(startLine).toBeLessThan(endLine);
          expect(endLine).toBeLessThan(analysis.document.lines.lineCount);
        }
      }),
    );
  });
});
