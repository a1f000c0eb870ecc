import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { expect, test } from "vitest";
import { open, service, START, type Options } from "./harness.js";

const TOO_SHORT = `${START}linger.ms=20\nrequest.timeout.ms=60000\ndelivery.timeout.ms=60000\n`;

function diagnosticsOf(text: string, options?: Options) {
  const { document, context } = open(text, options);
  return service.diagnostics(document, context);
}

test("a diagnostic carries rule, page, place and related places", () => {
  const [found, ...others] = diagnosticsOf(TOO_SHORT);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    source: "ackwise",
    code: "delivery-timeout-too-short",
    severity: DiagnosticSeverity.Error,
    range: { start: { line: 5, character: 20 }, end: { line: 5, character: 25 } },
    data: { rule: "delivery-timeout-too-short" },
  });
  expect(found?.codeDescription?.href).toMatch(/\/docs\/rules\/delivery-timeout-too-short\.md$/);
  expect(found?.relatedInformation?.map(({ location }) => location.range.start.line)).toEqual([3, 4]);
});

test("what is never used is marked as unnecessary", () => {
  const found = diagnosticsOf(`${START}acks=1\nacks=all\n`).find(({ code }) => code === "duplicate-key");
  expect(found?.tags).toEqual([DiagnosticTag.Unnecessary]);
});

test("a rule can be switched off or changed in level", () => {
  expect(diagnosticsOf(TOO_SHORT, { settings: { rules: { "delivery-timeout-too-short": "off" } } })).toEqual([]);
  const [hint] = diagnosticsOf(TOO_SHORT, { settings: { rules: { "delivery-timeout-too-short": "hint" } } });
  expect(hint?.severity).toBe(DiagnosticSeverity.Hint);
});

test("a profile changes levels, and the level of a rule is stronger", () => {
  const severity = (settings: Parameters<typeof diagnosticsOf>[1]): unknown =>
    diagnosticsOf(`${START}acks=1\nenable.idempotence=false\n`, settings).find(({ code }) => code === "acks-one")
      ?.severity;
  expect(severity({})).toBe(DiagnosticSeverity.Hint);
  expect(severity({ settings: { profile: "durability" } })).toBe(DiagnosticSeverity.Warning);
  expect(severity({ settings: { profile: "latency" } })).toBeUndefined();
  expect(severity({ settings: { profile: "latency", rules: { "acks-one": "info" } } })).toBe(
    DiagnosticSeverity.Information,
  );
});

test("the version in the settings counts, and the comment in the file is stronger", () => {
  const text = `${START}delivery.timeout.ms=30000\n`;
  const settings = { kafkaVersion: "3.9", rules: { "no-time-for-retry": "off" } } as const;
  expect(diagnosticsOf(text)).toHaveLength(1);
  expect(diagnosticsOf(text, { settings })).toEqual([]);
  expect(diagnosticsOf(`# ackwise-kafka-version: 4.0\n${text}`, { settings })).toHaveLength(1);
});

test("an analysis is made once per version of a document", () => {
  const { document, context } = open(TOO_SHORT);
  expect(service.analysisOf(document, context)).toBe(service.analysisOf(document, context));
  expect(service.analysisOf(document, { ...context })).not.toBe(undefined);
});
