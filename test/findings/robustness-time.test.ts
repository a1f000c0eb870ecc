// M9 of the break report: the work grows with the length of a text, not with its square. Counted, not timed.
import { describe, expect, it } from "vitest";
import { propertiesDialect } from "../../server/src/core/dialects/properties.js";
import { propertiesEdits } from "../../server/src/core/dialects/properties-edits.js";
import { secretsOf } from "../../server/src/core/dialects/document-secrets.js";
import { lintDocument } from "../../server/src/core/report/lint.js";
import { MOST_EDITS, MOST_FINDINGS } from "../../server/src/core/rules/limit-reports.js";
import type { Finding } from "../../server/src/core/rules/types.js";
import { SchemaCheck } from "../../server/src/core/schema/schema-check.js";
import type { Span } from "../../server/src/core/text/span.js";
import { SpanMap } from "../../server/src/core/text/span-map.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";

/** An array that counts how often its elements are looked at. */
function counting<Element>(elements: readonly Element[]): {
  readonly elements: readonly Element[];
  readonly looks: () => number;
} {
  let looks = 0;
  const counted = new Proxy(elements, {
    get: (target, name): unknown => {
      if (typeof name === "string" && /^\d+$/.test(name)) looks++;
      return Reflect.get(target, name);
    },
  });
  return { elements: counted, looks: () => looks };
}

const linted = (text: string): readonly Finding[] => lintDocument(text, { fileName: "producer.properties" }).findings;
const ofRule = (text: string, rule: string): readonly Finding[] =>
  linted(text).filter((finding) => finding.rule === rule);

describe("M9 the work grows with the length of a text", () => {
  it("M9 each removal of an entry looks at its neighbours only", () => {
    const count = 2_000;
    const text = "a=1\n".repeat(count);
    const nodes = counting(parseProperties(text).nodes);
    const edits = propertiesEdits({ ...parseProperties(text), nodes: nodes.elements });
    for (const setting of propertiesDialect.read("", text).settings) expect(edits.remove(setting)).toHaveLength(1);
    expect(nodes.looks()).toBeGreaterThan(count);
    expect(nodes.looks()).toBeLessThan(10 * count);
  });

  it("M9 a span looks at the spans around it only", () => {
    const count = 4_096;
    const places = new SpanMap(
      Array.from({ length: count }, (_, index): [Span, number] => [{ start: 2 * index, end: 2 * index + 1 }, index]),
    );
    expect(places.at(2 * 77)).toBe(77);
    expect(places.at(2 * 77 + 1)).toBeUndefined();
    expect([...places.overlapping({ start: 3, end: 7 })]).toEqual([2, 3]);
    expect([...places.overlapping({ start: 3, end: 4 })]).toEqual([]);
  });

  it("M9 an escaped value is decoded once, however many of its parts are asked for", () => {
    const text = `bootstrap.servers=\\u0061:1,${"b:1,".repeat(1_000)}`;
    const [setting] = propertiesDialect.read("", text).settings;
    const spans = Array.from({ length: 1_000 }, (_, index) => setting?.spanOf(4 * index + 4, 4 * index + 7));
    expect(spans.every((span) => span !== undefined && text.slice(span.start, span.end) === "b:1")).toBe(true);
  });
});

describe("M9 the findings of a rule have a limit", () => {
  it("M9 the list ends with what is left out", () => {
    const findings = ofRule("acks=1\n".repeat(MOST_FINDINGS + 500), "duplicate-key");
    expect(findings).toHaveLength(MOST_FINDINGS + 1);
    expect(findings.at(-1)).toMatchObject({
      severity: "hint",
      message: "499 more findings of duplicate-key from here on are not listed. Ackwise lists 1000 per rule and file.",
      span: { start: 7 * MOST_FINDINGS, end: 7 * MOST_FINDINGS + 4 },
      fixes: [],
    });
  });

  it("M9 at the limit nothing is left out", () => {
    const findings = ofRule("acks=1\n".repeat(MOST_FINDINGS + 1), "duplicate-key");
    expect(findings).toHaveLength(MOST_FINDINGS);
    expect(findings.every(({ messageId }) => messageId === "repeated")).toBe(true);
  });

  it("M9 the strongest finding that is left out counts", () => {
    const same = "a=1\n".repeat(MOST_FINDINGS + 2);
    expect(ofRule(`${same}a=2\na=1\n`, "duplicate-key").at(-1)).toMatchObject({
      messageId: "more-findings",
      severity: "warning",
    });
  });

  it("M9 the first of many findings carries the edits for all of them, the others do not repeat them", () => {
    const findings = ofRule(`bootstrap.servers=${"a:1,".repeat(2_001)}b:1\n`, "duplicate-bootstrap-entry");
    const edits = findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    expect(findings[0]?.fixes[0]?.edits).toHaveLength(2_000);
    expect(edits.length).toBeLessThanOrEqual(MOST_EDITS);
  });

  it("M9 a comment about findings that are left out is not called unused", () => {
    const many = "a=1\n".repeat(MOST_FINDINGS + 10);
    const text = `${many}# ackwise-disable-next-line duplicate-key\na=1\na=1\n`;
    expect(ofRule(text, "unused-suppression")).toEqual([]);
    expect(ofRule("# ackwise-disable-next-line duplicate-key\na=1\n", "unused-suppression")).toHaveLength(1);
  });

  it("M9 a comment for the whole file switches off what is left out, too", () => {
    const text = `# ackwise-disable-file duplicate-key\n${"a=1\n".repeat(MOST_FINDINGS + 10)}`;
    expect(ofRule(text, "duplicate-key")).toEqual([]);
    expect(ofRule(text, "unused-suppression")).toEqual([]);
  });

  it("M9 unused comments have the limit of every rule", () => {
    const text = "# ackwise-disable-file acks-one\n".repeat(MOST_FINDINGS + 10);
    const findings = ofRule(text, "unused-suppression");
    expect(findings).toHaveLength(MOST_FINDINGS + 1);
    expect(findings.at(-1)?.messageId).toBe("more-findings");
  });
});

describe("M9 long texts", () => {
  it("M9 similar scenarios are looked for as far as a name is long", () => {
    const titles = (name: string): readonly string[] =>
      ofRule(`# ackwise-scenario: ${name}\n`, "unknown-scenario-comment").flatMap(({ fixes }) =>
        fixes.map(({ title }) => title),
      );
    expect(titles("one-rak")).toContain("Write one-rack");
    expect(titles("a+".repeat(1_000_000))).toEqual(["Remove the comment"]);
  });

  it("M9 the backslashes of a value are looked for once", () => {
    const findings = ofRule(`a=${"\\uZZ".repeat(20_000)}\n`, "malformed-unicode-escape");
    expect(findings).toHaveLength(MOST_FINDINGS + 1);
    expect(findings[0]?.fixes[0]?.edits).toHaveLength(20_000);
    expect(findings[1]?.fixes).toEqual([]);
  });

  it.each([
    [
      "a key store",
      `ssl.keystore.key=-----BEGIN PRIVATE KEY-----${"abcdEFGH12 ".repeat(20_000)}-----END PRIVATE KEY-----`,
    ],
    ["a JAAS text", `sasl.jaas.config=a.LoginModule required ${'password="abcdEFGH12" '.repeat(20_000)};`],
    ["no known form", `db.password=${"abcdEFGH12".repeat(20_000)}`],
  ])("M9 a secret of any length is hidden and no crash: %s", (_, text) => {
    const document = lintDocument(`${text}\n`, { fileName: "producer.properties" });
    expect(JSON.stringify(document.findings.map(({ message }) => message))).not.toContain("abcdEFGH12");
    const secrets = secretsOf(document.document);
    const value = document.document.settings[0]?.value ?? "";
    expect(secrets.hide(`before ${value} after`)).toBe("before [hidden] after");
  });

  it("M9 unknown names of a scenario are looked at as far as they are told", () => {
    const check = new SchemaCheck({ type: "object", properties: {} });
    const names = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, 1]));
    let looks = 0;
    const counted = new Proxy(names, {
      get: (target, name): unknown => {
        looks++;
        return Reflect.get(target, name);
      },
    });
    check.check({ type: "object", properties: {} }, counted, "");
    expect(check.mistakes).toHaveLength(100);
    expect(looks).toBeLessThan(1_000);
  });
});
