import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, type InlayHintKinds } from "../../server/src/protocol/settings.js";
import { inlayHints } from "../../server/src/service/inlay-hints.js";
import { propertiesText } from "../support/arbitraries.js";
import { analysed, wholeOf } from "./glance.js";
import { START } from "./harness.js";

const ALL = DEFAULT_SETTINGS.inlayHints;
const NONE: InlayHintKinds = { units: false, adjusted: false, defaults: false };

/** `line: label`, lines counted from the text's own start. */
function hints(text: string, kinds: InlayHintKinds = ALL): string[] {
  const analysis = analysed(START + text);
  return inlayHints(analysis, wholeOf(analysis), kinds).map(
    ({ position, label }) => `${position.line - 3}:${position.character} ${JSON.stringify(label).slice(1, -1)}`,
  );
}

describe("units", () => {
  test.each([
    ["delivery.timeout.ms=120000\n", ["0:26 = 2 min"]],
    ["delivery.timeout.ms = 120000  \n", ["0:28 = 2 min"]],
    ["batch.size=65536\n", ["0:16 = 64 KiB"]],
    ["linger.ms=5\n", []],
    ["linger.ms=x\n", []],
    ["my.timeout.ms=120000\n", []],
    ["retries=2147483647\n", []],
    ["max.block.ms=\\\n  60000\n", ["1:7 = 1 min"]],
  ])("%j", (text, expected) => {
    expect(hints(text, { ...NONE, units: true })).toEqual(expected);
  });
});

describe("adjusted", () => {
  test.each([
    ["batch.size=0\n", ["0:12 → 1"]],
    ["# ackwise-kafka-version: 2.8\nenable.idempotence=true\nacks=all\n", []],
    ["retry.backoff.ms=5000\nretry.backoff.max.ms=2000\n", ["0:21 → 2000 (2 s)"]],
    ["batch.size=0\nbatch.size=0\n", ["1:12 → 1"]],
  ])("%j", (text, expected) => {
    expect(hints(text, { ...NONE, adjusted: true })).toEqual(expected);
  });

  test("with the reason", () => {
    const analysis = analysed(`${START}batch.size=0\n`);
    const [hint] = inlayHints(analysis, wholeOf(analysis), { ...NONE, adjusted: true });
    expect(JSON.stringify(hint?.tooltip)).toContain("The producer works with `1` for `batch.size`.");
  });
});

describe("defaults that matter", () => {
  test.each([
    ["acks=1\n", ["0:6 enable.idempotence=false"]],
    ["acks=all\n", ["0:8 enable.idempotence=true"]],
    ["# ackwise-kafka-version: 2.8\nacks=all\n", ["1:8 enable.idempotence=false"]],
    ["acks=1\nenable.idempotence=false\n", []],
    ["acks=1\nretries=0\n", ["0:6 enable.idempotence=false", "1:9 enable.idempotence=false"]],
    ["retries=3\n", ["0:9 delivery.timeout.ms=120000 (2 min)"]],
    ["linger.ms=100000\nrequest.timeout.ms=50000\n", ["0:16 delivery.timeout.ms=150000 (2.5 min)"]],
    ["batch.size=65536\n", ["0:16 linger.ms=5"]],
    ["batch.size=65536\ncompression.type=lz4\n", ["0:16 linger.ms=5"]],
    ["compression.type=lz4\n", ["0:20 linger.ms=5"]],
    ["security.protocol=SASL_SSL\n", ["0:26 sasl.mechanism=GSSAPI"]],
    ["security.protocol=SSL\n", []],
    ["my.key=1\n", []],
  ])("%j", (text, expected) => {
    expect(hints(text, { ...NONE, defaults: true })).toEqual(expected);
  });
});

test("each kind can be switched off", () => {
  const text = "acks=1\nbatch.size=0\ndelivery.timeout.ms=120000\n";
  expect(hints(text)).toHaveLength(3);
  expect(hints(text, NONE)).toEqual([]);
});

test("only what is asked for", () => {
  const analysis = analysed("max.block.ms=60000\nrequest.timeout.ms=60000\n");
  const line = { start: { line: 1, character: 0 }, end: { line: 1, character: 99 } };
  expect(inlayHints(analysis, line, { ...NONE, units: true }).map(({ position }) => position.line)).toEqual([1]);
});

test("any text: a hint stands behind a setting, and no secret is in it", () => {
  fc.assert(
    fc.property(propertiesText, (text) => {
      const analysis = analysed(`sasl.jaas.config=hunter2\n${text.replaceAll("|", "")}`);
      for (const { position, label } of inlayHints(analysis, wholeOf(analysis), ALL)) {
        const at = analysis.document.lines.offsetAt(position);
        expect(analysis.document.settings.some(({ span }) => span.start < at && at <= span.end)).toBe(true);
        expect(label).not.toContain("hunter2");
      }
    }),
  );
});
