import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { propertiesText } from "../support/arbitraries.js";
import { open, service, START } from "./harness.js";

describe("symbols", () => {
  test("settings under their groups, neighbours together, secrets hidden", () => {
    const { document, context } = open("acks=all\nretries=1\nlinger.ms=5\nsasl.jaas.config=secret\nmy.key=1\n");
    const symbols = service.documentSymbols(document, context);
    const listed = symbols.map(({ name, children }) => [name, children?.map((c) => `${c.name} ${c.detail ?? ""}`)]);
    expect(listed).toEqual([
      ["delivery", ["acks all", "retries 1"]],
      ["batching", ["linger.ms 5"]],
      ["sasl", ["sasl.jaas.config [hidden]"]],
      ["other", ["my.key 1"]],
    ]);
  });
});

describe("effective configuration", () => {
  test("verdict, own values with origin, defaults, no secrets", () => {
    const { document, context } = open(`${START}acks=1\nssl.key.password=hunter2\nlinger.ms=x\n`);
    const text = service.effectiveText(document, context);
    expect(text).toContain("producer.properties");
    expect(text).toContain("# The producer does not start:");
    expect(text).toMatch(/# line 4.*\nacks=1\n/);
    expect(text).toContain("buffer.memory=33554432");
    expect(text).not.toContain("hunter2");
  });

  test("a file without a setting says so where its settings would be", () => {
    const { document, context } = open("# nothing yet\n");
    const text = service.effectiveText(document, context);
    expect(text).toMatch(/changed by the client\n# \(nothing: .*\)\n\n# Defaults/);
  });
});

describe("version comment", () => {
  test.each([
    ["acks=all\r\n", "3.9", "# ackwise-kafka-version: 3.9\r\nacks=all\r\n"],
    ["# a\n#  ackwise-kafka-version: 2.8 -- old\nacks=all\n", "3.9", "# a\n# ackwise-kafka-version: 3.9\nacks=all\n"],
    ["# ackwise-kafka-version: 2.8\nacks=all\n", "", "acks=all\n"],
    ["acks=all\n", "", "acks=all\n"],
  ])("%j with %s becomes %j", (before, version, after) => {
    const { document, context } = open(before);
    const edits = service.versionEdit(document, version, context)?.edits ?? [];
    expect(TextDocument.applyEdits(document, [...edits])).toBe(after);
  });

  test("the status says who decided", () => {
    const { document, context } = open("# ackwise-kafka-version: 2.8\n");
    expect(service.status(document, context)).toMatchObject({ kafkaVersion: "2.8.2", source: "file" });
  });
});

describe("any text, any position", () => {
  const place = fc.record({ line: fc.integer({ min: 0, max: 60 }), character: fc.integer({ min: 0, max: 90 }) });

  test("no feature throws, and completion replaces text around the cursor on one line only", () => {
    fc.assert(
      fc.property(propertiesText, place, (text, position) => {
        const { document, context } = open(text.replaceAll("|", ""));
        service.diagnostics(document, context);
        service.hover(document, position, context);
        service.documentSymbols(document, context);
        service.effectiveText(document, context);
        service.codeActions(document, { start: position, end: position }, { diagnostics: [] }, context);
        const clamped = document.positionAt(document.offsetAt(position));
        for (const { textEdit } of service.completion(document, position, context)) {
          if (textEdit === undefined || !("range" in textEdit)) throw new Error("no edit");
          const { start, end } = textEdit.range;
          expect(start.line).toBe(end.line);
          expect(start.line).toBe(clamped.line);
          expect(start.character).toBeLessThanOrEqual(clamped.character);
          expect(end.character).toBeGreaterThanOrEqual(clamped.character);
        }
      }),
    );
  });

  test("symbols enclose their children", () => {
    fc.assert(
      fc.property(propertiesText, (text) => {
        const { document, context } = open(text.replaceAll("|", ""));
        for (const group of service.documentSymbols(document, context)) {
          for (const child of group.children ?? []) {
            expect(document.offsetAt(group.range.start)).toBeLessThanOrEqual(document.offsetAt(child.range.start));
            expect(document.offsetAt(group.range.end)).toBeGreaterThanOrEqual(document.offsetAt(child.range.end));
          }
        }
      }),
    );
  });
});
