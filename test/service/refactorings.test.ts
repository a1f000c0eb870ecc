import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeActionTriggerKind } from "vscode-languageserver-types";
import { loadsTheSame } from "../../server/src/core/dialects/properties-meaning.js";
import { comparableText } from "../../server/src/service/comparable-text.js";
import { propertiesText } from "../support/arbitraries.js";
import { analysed } from "./glance.js";
import { actions, applied, hoverText, open, service, START } from "./harness.js";
import { NEWEST, NEWEST_LINE } from "../support/newest.js";

const titles = (text: string, only?: string[]): string[] => actions(text, only).map(({ title }) => title);

/** The text after the only action of a kind. */
function taken(text: string, kind: string): string {
  const [title, ...others] = titles(text, [kind]);
  expect(others).toEqual([]);
  return title === undefined ? text : applied(text, title, [kind]);
}

const TOPIC = "# The topic needs replication.factor=3, min.insync.replicas=2 and unclean.leader.election.enable=false.";

describe("presets", () => {
  const durable = "refactor.rewrite.ackwise.preset.durable";

  test("are one edit with a title that tells what changes", () => {
    expect(titles(`${START}acks=1\n`, [durable])).toEqual([
      "Apply preset “durable”: acks=all, enable.idempotence=true",
    ]);
    expect(taken(`${START}acks=1\nlinger.ms=5\n`, durable)).toBe(
      `# ackwise-preset: durable 2\n${TOPIC}\n${START}acks=all\nenable.idempotence=true\nlinger.ms=5\n`,
    );
  });

  test("take the place of another preset, in the spelling of the file", () => {
    const text = `# mine\r\n# ackwise-preset: low-latency 1\r\nbootstrap.servers = a:1\r\nacks = 1`;
    expect(taken(text, durable)).toBe(
      "# mine\r\n# ackwise-preset: durable 2\r\nbootstrap.servers = a:1\r\nacks = all\r\nenable.idempotence = true",
    );
  });

  test("are not offered when nothing is missing", () => {
    expect(titles(`${START}acks=all\nenable.idempotence=true\n`, [durable])).toEqual([]);
  });

  test("are explained on the comment", () => {
    const text = hoverText(`# ackwise-preset: dur|able 2\n${START}`);
    expect(text).toContain("is stored once, in order");
    expect(text).toContain("- `retries ≥ 2147483647`");
    expect(text).not.toContain("was made with version");
    expect(hoverText(`# ackwise-preset: dur|able 1\n${START}`)).toContain("was made with version 1");
    expect(hoverText(`# ackwise-preset: no|thing\n${START}`)).toBeUndefined();
  });

  test("a transactional id is made of the client's name, else of the file's", () => {
    const kind = "refactor.rewrite.ackwise.preset.exactly-once";
    expect(taken(`${START}client.id=orders\n`, kind)).toContain("transactional.id=orders-${env:HOSTNAME}\n");
    expect(taken(START, kind)).toContain("transactional.id=producer-${env:HOSTNAME}\n");
  });
});

test("an idempotent producer", () => {
  const kind = "refactor.rewrite.ackwise.idempotent";
  expect(titles(`${START}acks=1\nretries=0\n`, [kind])).toEqual([
    "Make this an idempotent producer: acks=all, without retries",
  ]);
  expect(taken(`${START}acks=1\nretries=0\n`, kind)).toBe(`${START}acks=all\n`);
  expect(titles(START, [kind])).toEqual([]);
});

test("sort and group by topic", () => {
  const text = "linger.ms=5\nmy.key=1\n# where\nbootstrap.servers=a:1\nacks=all\nbatch.size=1\n";
  expect(taken(text, "source.sort.ackwise")).toBe(
    "# where\nbootstrap.servers=a:1\n\nacks=all\n\nbatch.size=1\nlinger.ms=5\n\nmy.key=1\n",
  );
});

describe("values equal to the default", () => {
  const kind = "source.removeDefaults.ackwise";

  test("are removed, of the release in use", () => {
    expect(titles(`${START}linger.ms=5\nbatch.size=16384\n`, [kind])).toEqual([
      `Remove 2 setting(s) equal to the default of Kafka ${NEWEST_LINE}`,
    ]);
    expect(taken(`${START}linger.ms=5\nacks=1\nbatch.size=16384\n`, kind)).toBe(`${START}acks=1\n`);
  });

  test("stay with a comment of their own", () => {
    const text = `${START}# measured\nlinger.ms=5\n`;
    expect(taken(text, kind)).toBe(text);
  });

  test("of a key that is set twice, all are removed or none", () => {
    expect(taken(`${START}linger.ms=7\nlinger.ms=5\n`, kind)).toBe(START);
  });

  test("at the end of a file without a last line end", () => {
    expect(taken(`${START}linger.ms=5\nbatch.size=16384`, kind)).toBe(START.trimEnd());
    expect(taken(`${START}linger.ms=5\nacks=1\nbatch.size=16384`, kind)).toBe(`${START}acks=1`);
  });
});

test("missing comments, suppressions staying where they are", () => {
  const kind = "source.addComments.ackwise";
  const text = "# mine\nacks=all\n\n# ackwise-disable-next-line linger-zero\n  linger.ms=0\nmy.key=1\n";
  const result = taken(text, kind);
  expect(result).toMatch(
    /^# mine\nacks=all\n\n {2}# .+\n# ackwise-disable-next-line linger-zero\n {2}linger\.ms=0\nmy/,
  );
  expect(titles(result, [kind])).toEqual([]);
});

test("nothing while the cursor just moves, everything when a person asks", () => {
  const { document, context, position } = open(`${START}acks=1\n`);
  const ask = (triggerKind: CodeActionTriggerKind): number =>
    service
      .codeActions(document, { start: position, end: position }, { diagnostics: [], triggerKind }, context)
      .filter(({ kind }) => kind?.startsWith("refactor") === true).length;
  expect(ask(CodeActionTriggerKind.Automatic)).toBe(0);
  expect(ask(CodeActionTriggerKind.Invoked)).toBeGreaterThan(3);
});

test("any text: sorting and comments keep what is loaded", () => {
  fc.assert(
    fc.property(propertiesText, (piece) => {
      const text = piece.replaceAll("|", "");
      for (const kind of ["source.sort.ackwise", "source.addComments.ackwise"]) {
        expect(loadsTheSame(text, taken(text, kind))).toBe(true);
      }
    }),
  );
});

test("any text: presets write what they want and keep every other setting", () => {
  fc.assert(
    fc.property(propertiesText, (piece) => {
      const text = piece.replaceAll("|", "");
      const before = analysed(text).document.byKey;
      const after = analysed(taken(text, "refactor.rewrite.ackwise.preset.durable")).document.byKey;
      const own = ["acks", "enable.idempotence", "retries", "delivery.timeout.ms"];
      if (after.get("acks")?.value.trim() !== "all") {
        expect(after.get("acks")?.value).toBe(before.get("acks")?.value); // Not offered.
      } else {
        expect(after.get("enable.idempotence")?.value.trim()).toBe("true");
      }
      for (const [key, { value }] of before) if (!own.includes(key)) expect(after.get(key)?.value).toBe(value);
    }),
    { numRuns: 500 },
  );
});

describe("effective configurations to compare", () => {
  const analysis = analysed(`${START}acks=1\nssl.key.password=hunter2\n`);

  test("every setting on a line of its own, secrets hidden", () => {
    const text = comparableText(analysis, {}) ?? "";
    expect(text).toContain(`# Kafka ${NEWEST}\n# Whether the producer starts depends on the machine.\n\nacks=1\n`);
    expect(text).toContain("\nenable.idempotence=false\n");
    expect(text).not.toContain("hunter2");
  });

  test("under another release", () => {
    expect(comparableText(analysis, { kafkaVersion: "2.8" })).toContain("\nlinger.ms=0\n");
    expect(comparableText(analysis, { kafkaVersion: "1.0" })).toBeUndefined();
  });

  test("with a preset", () => {
    expect(comparableText(analysis, { preset: "durable" })).toContain("\nenable.idempotence=true\n");
  });
});
