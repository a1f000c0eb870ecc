import { describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver";
import { PULL, Wire } from "./wire.js";

const URI = "file:///project/producer.properties";
const START = "bootstrap.servers=a:1\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer\n";
const GOOD = `${START}value.serializer=org.apache.kafka.common.serialization.StringSerializer\n`;
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe("a client that waits for diagnostics", () => {
  test("gets them on opening, after each change and empty ones on closing", async () => {
    const wire = await Wire.start();
    await wire.open(URI, `${GOOD}acks=some\n`);
    expect(codes(await wire.pushed(URI, 1))).toEqual(["invalid-choice"]);
    const range = { start: { line: 3, character: 5 }, end: { line: 3, character: 9 } };
    await wire.change(URI, 2, { range, text: "all" });
    expect(await wire.pushed(URI, 2)).toEqual([]);
    await wire.close(URI);
    expect(await wire.pushed(URI, undefined)).toEqual([]);
  });

  test("does not get those of a version that is gone", async () => {
    const wire = await Wire.start();
    await wire.open(URI, GOOD);
    const end = { line: 3, character: 0 };
    await wire.change(URI, 2, { range: { start: end, end }, text: "acks=some\n" });
    await wire.change(URI, 3, { text: GOOD });
    expect(await wire.pushed(URI, 3)).toEqual([]);
    expect(wire.published.at(-1)?.version).toBe(3);
  });

  test("gets empty ones for a file that is nothing to us", async () => {
    const wire = await Wire.start();
    await wire.open("file:///project/a.properties", "acks=some\n");
    expect(await wire.pushed("file:///project/a.properties", 1)).toEqual([]);
  });
});

describe("a client that asks for diagnostics", () => {
  test("gets them when it asks and never otherwise", async () => {
    const wire = await Wire.start({ capabilities: PULL });
    await wire.open(URI, `${GOOD}acks=some\n`);
    const first = await wire.pull(URI);
    expect(first.kind).toBe("full");
    if (first.kind !== "full") return;
    expect(codes(first.items)).toEqual(["invalid-choice"]);
    expect(await wire.pull(URI, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await wire.change(URI, 2, { text: GOOD });
    expect(await wire.pull(URI, first.resultId)).toMatchObject({ kind: "full", items: [] });
    expect(wire.published).toEqual([]);
  });

  test("is told to ask again when settings change", async () => {
    const settings: Record<string, unknown> = {};
    const wire = await Wire.start({ capabilities: PULL, settings });
    await wire.open(URI, `${GOOD}acks=some\n`);
    const before = await wire.pull(URI);
    settings[""] = { rules: { "invalid-choice": "off" } };
    await wire.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await wire.until(() => (wire.refreshes > 0 ? true : undefined));
    const after = await wire.pull(URI, before.kind === "full" ? before.resultId : undefined);
    expect(after).toMatchObject({ kind: "full", items: [] });
  });

  test("a file opened again under the same version number is read anew", async () => {
    const wire = await Wire.start({ capabilities: PULL });
    await wire.open(URI, `${GOOD}acks=some\n`);
    const first = await wire.pull(URI);
    await wire.close(URI);
    await wire.open(URI, GOOD);
    const second = await wire.pull(URI, first.kind === "full" ? first.resultId : undefined);
    expect(second).toMatchObject({ kind: "full", items: [] });
  });
});
