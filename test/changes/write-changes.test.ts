import { describe, expect, it } from "vitest";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { parseChange } from "../../server/src/core/changes/parse-change.js";
import { changedText } from "../../server/src/core/changes/write-changes.js";

const TEXT = "# mine\r\nacks = 1\r\nlinger.ms: 5\r\nacks = all\r\n";

function changed(text: string, ...changes: string[]): string {
  return changedText(
    readDocument("properties", "", text),
    changes.map((change) => parseChange(change) ?? { key: "", value: "" }),
  );
}

describe("changes to a text", () => {
  it.each([
    [["linger.ms=20"], "# mine\r\nacks = 1\r\nlinger.ms: 20\r\nacks = all\r\n"],
    [["linger.ms=5"], TEXT],
    [["batch.size=32768"], TEXT.replace("acks = all", "batch.size = 32768\r\nacks = all")],
    [["unheard.of=1"], `${TEXT}unheard.of = 1\r\n`],
    [["acks"], "# mine\r\nlinger.ms: 5\r\n"],
    [["linger.ms", "acks=0"], "# mine\r\nacks = 1\r\nacks = 0\r\n"],
    [["retries"], TEXT],
    [["acks=0", "acks"], "# mine\r\nlinger.ms: 5\r\n"],
  ])("%j", (changes, expected) => {
    expect(changed(TEXT, ...changes)).toBe(expected);
  });

  it.each([
    ["a=b=c", { key: "a", value: "b=c" }],
    [" a = b ", { key: "a", value: "b" }],
    ["a=", { key: "a", value: "" }],
    ["a", { key: "a", value: undefined }],
    ["=b", undefined],
    ["a b=c", undefined],
  ])("%j is read", (text, expected) => {
    expect(parseChange(text)).toEqual(expected);
  });
});
