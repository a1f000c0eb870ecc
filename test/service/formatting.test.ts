import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "../../server/src/core/text/line-index.js";
import { formatting } from "../../server/src/service/formatting.js";
import { analysed } from "./glance.js";

function formatted(text: string, range?: Range): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 1, text), formatting(analysed(text), range));
}

test("a file", () => {
  expect(formatted("acks = all\n  linger.ms=5\nretries = 1\n")).toBe("acks = all\nlinger.ms = 5\nretries = 1\n");
});

test("the lines of a range, in the style of the file", () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
  expect(formatted("acks = all\n  linger.ms=5\n  retries = 1\n", range)).toBe(
    "acks = all\nlinger.ms = 5\n  retries = 1\n",
  );
});
