import { describe, expect, test } from "vitest";
import { CodeActionTriggerKind } from "vscode-languageserver-types";
import { actions, applied, open, service, START } from "./harness.js";

const TOO_SHORT = `${START}linger.ms=20\nrequest.timeout.ms=60000\ndelivery.timeout.ms=6|0000\n`;
const WRONG_CASE = `${START}acks=A|LL\n`;
const FIX_ALL = "Fix all Ackwise findings that are safe to fix";

describe("quick fixes", () => {
  test("with concrete values, exactly one preferred", () => {
    const found = actions(TOO_SHORT, ["quickfix"]).filter(({ title }) => !title.startsWith("Disable"));
    expect(found.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ["Remove delivery.timeout.ms (the default is 120000)", true],
      ["Set request.timeout.ms to 30000", undefined],
      ["Set delivery.timeout.ms to 240000", undefined],
    ]);
    expect(found.every(({ diagnostics }) => diagnostics?.[0]?.code === "delivery-timeout-too-short")).toBe(true);
  });

  test("the edit is tied to the version of the document", () => {
    const [first] = actions(TOO_SHORT, ["quickfix"]);
    expect(first?.edit?.documentChanges?.[0]).toMatchObject({
      textDocument: { version: expect.any(Number) as number },
    });
  });

  test("applied", () => {
    expect(applied(TOO_SHORT, "Set delivery.timeout.ms to 240000")).toContain("\ndelivery.timeout.ms=240000\n");
  });

  test("none where nothing was found", () => {
    expect(actions(`|${START}`)).toEqual([]);
  });

  test("only what was asked for", () => {
    expect(actions(TOO_SHORT, ["refactor.extract"])).toEqual([]);
    expect(actions(WRONG_CASE, ["source"]).map(({ kind }) => kind)).toEqual([
      "source.fixAll.ackwise",
      "source.sort.ackwise",
      "source.addComments.ackwise",
    ]);
    expect(actions(WRONG_CASE, ["source.fixAll"]).map(({ title }) => title)).toEqual([FIX_ALL]);
    expect(actions(TOO_SHORT, ["source.fixAll.eslint"])).toEqual([]);
    expect(actions(TOO_SHORT, ["quick"])).toEqual([]);
  });
});

describe("switching a rule off", () => {
  const LINE = "Disable invalid-choice for this line";
  const FILE = "Disable invalid-choice for this file";

  test.each([
    [`${START}acks=so|me\n`, `${START}# ackwise-disable-next-line invalid-choice\nacks=some\n`],
    [`${START}  acks=so|me\n`, `${START}  # ackwise-disable-next-line invalid-choice\n  acks=some\n`],
    ["linger.ms=1\r\nacks=so|me", "linger.ms=1\r\n# ackwise-disable-next-line invalid-choice\r\nacks=some"],
    [
      `# ackwise-disable-next-line unknown-key\nacks=so|me\n`,
      `# ackwise-disable-next-line unknown-key, invalid-choice\nacks=some\n`,
    ],
    [
      `# ackwise-disable-next-line unknown-key -- see OPS-1\nacks=so|me\n`,
      `# ackwise-disable-next-line unknown-key -- see OPS-1\n# ackwise-disable-next-line invalid-choice\nacks=some\n`,
    ],
    [
      `# ackwise-disable-next-line unknown-key --\nacks=so|me\n`,
      `# ackwise-disable-next-line unknown-key --\n# ackwise-disable-next-line invalid-choice\nacks=some\n`,
    ],
  ])("for a line: %j", (before, after) => {
    expect(applied(before, LINE)).toBe(after);
    expect(actions(after.replace("acks=some", "acks=so|me")).filter(({ title }) => title === LINE)).toEqual([]);
  });

  test("for a file", () => {
    expect(applied("acks=so|me\n", FILE)).toBe("# ackwise-disable-file invalid-choice\nacks=some\n");
    expect(applied("# ackwise-disable-file unknown-key\nacks=so|me\n", FILE)).toBe(
      "# ackwise-disable-file unknown-key, invalid-choice\nacks=some\n",
    );
    expect(applied("# ackwise-disable-file unknown-key\t-- generated\nacks=so|me\n", FILE)).toBe(
      "# ackwise-disable-file invalid-choice\n# ackwise-disable-file unknown-key\t-- generated\nacks=some\n",
    );
  });
});

describe("fix all", () => {
  test("applies every safe fix and nothing else", () => {
    const text = `${START}acks=1\nacks=all\nlinger.ms=20\ncompression.type=ZSTD\ndelivery.timeout.ms=20000\n`;
    expect(applied(text, FIX_ALL, ["source.fixAll.ackwise"])).toBe(
      `${START}acks=all\nlinger.ms=20\ncompression.type=zstd\ndelivery.timeout.ms=20000\n`,
    );
  });

  test("is not offered while the cursor just moves: nobody sees it there", () => {
    const titles = (triggerKind: CodeActionTriggerKind): readonly string[] => {
      const { document, context, position } = open(WRONG_CASE);
      const asked = { diagnostics: [], triggerKind };
      return service
        .codeActions(document, { start: position, end: position }, asked, context)
        .map(({ title }) => title);
    };
    expect(titles(CodeActionTriggerKind.Automatic)).not.toContain(FIX_ALL);
    expect(titles(CodeActionTriggerKind.Invoked)).toContain(FIX_ALL);
  });

  test("a second time there is nothing to do", () => {
    const once = applied(WRONG_CASE, FIX_ALL);
    expect(actions(once, ["source.fixAll"])).toEqual([]);
  });

  test("fixes that make room for others take several rounds", () => {
    const text = `${START}acks=1\nacks="ALL"\n`;
    const once = applied(text, FIX_ALL, ["source.fixAll.ackwise"]);
    expect(once).toContain("\nacks=all\n");
    expect(actions(once, ["source.fixAll"])).toEqual([]);
  });
});
