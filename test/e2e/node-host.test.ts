import { expect, test } from "vitest";
import { useSession } from "./harness/session.js";
import { CLEAN, MISSPELLED, NOT_KAFKA, START, TOO_SHORT, TOO_SHORT_SINCE_4_0 } from "./samples.js";

const session = useSession("node-host");
const FILE = "producer.properties";

test("a mistake has a squiggle and a row in Problems with message, source and rule", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  const problems = await window.problems();
  expect(problems).toEqual([
    { message: expect.stringContaining("60020") as string, source: "ackwise", code: "delivery-timeout-too-short" },
  ]);
  for (const fact of ["linger.ms", "request.timeout.ms", "delivery.timeout.ms", "60000"]) {
    expect(problems[0]?.message).toContain(fact);
  }
});

test("a clean file and a file that is not Kafka's show nothing", async () => {
  const window = await session.open({
    "clean.producer.properties": CLEAN,
    "application.properties": NOT_KAFKA,
    [FILE]: TOO_SHORT,
  });
  await window.openFile("application.properties");
  await window.openFile(FILE); // The one with a mistake comes last: its squiggle says that the others have been checked.
  await window.waitForSquiggle("error");
  expect(await window.filesWithProblems()).toEqual([FILE]);
});

test("a mistake shows while it is typed, and goes when it is corrected", async () => {
  const window = await session.open({ [FILE]: START });
  await window.cursorBehind(FILE, START);
  await window.page.keyboard.type("acks=some");
  await window.waitForSquiggle("error");
  for (let i = 0; i < "some".length; i += 1) await window.page.keyboard.press("Backspace");
  await window.page.keyboard.type("all");
  await window.waitForNoSquiggle("error");
});

test("hovering a key shows what it does", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  const hover = await window.hover("linger.ms");
  expect(hover).toContain("linger.ms");
  expect(hover).toMatch(/default/i);
  expect(hover).toMatch(/batch/i);
});

test("key completion offers what is missing and inserts it", async () => {
  const window = await session.open({ [FILE]: START });
  await window.cursorBehind(FILE, START);
  const keys = await window.complete();
  expect(keys).not.toContain("bootstrap.servers");
  await window.accept("linger", "linger.ms");
  await window.waitForDirty();
  expect(await window.visibleText()).toContain("\nlinger.ms=");
});

test("value completion offers the values of acks", async () => {
  const window = await session.open({ [FILE]: `${START}acks=` });
  await window.cursorBehind(FILE, "acks=");
  const values = await window.complete();
  expect(values).toEqual(expect.arrayContaining(["all", "1", "0"]));
  await window.accept("al", "all");
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(`${START}acks=all`);
});

test("a quick fix mends the file on disk and the squiggle goes", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  await window.cursorBehind(FILE, "delivery.timeout.ms=6");
  await window.quickFix("Set delivery.timeout.ms to 60020");
  await window.waitForDirty();
  await window.save();
  await expect
    .poll(() => window.read(FILE))
    .toBe(TOO_SHORT.replace("delivery.timeout.ms=60000", "delivery.timeout.ms=60020"));
  await window.waitForNoSquiggle("error");
  expect(await window.problems()).toEqual([]);
});

test("fix all on save", async () => {
  const window = await session.open({
    [FILE]: MISSPELLED,
    ".vscode/settings.json": JSON.stringify({ "editor.codeActionsOnSave": { "source.fixAll.ackwise": "explicit" } }),
  });
  await window.waitForSquiggle("warning");
  await window.cursorBehind(FILE, MISSPELLED);
  await window.page.keyboard.type("acks=all");
  await window.waitForDirty();
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(`${START}max.in.flight.requests.per.connection=1\nacks=all`);
  await window.waitForNoSquiggle("warning");
});

test("the command Fix All", async () => {
  const window = await session.open({ [FILE]: MISSPELLED });
  await window.waitForSquiggle("warning");
  await window.command("Fix All");
  await window.waitForNoSquiggle("warning");
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(`${START}max.in.flight.requests.per.connection=1\n`);
});

test("the outline lists the keys", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  const names = await window.outline();
  for (const key of ["bootstrap.servers", "key.serializer", "acks", "linger.ms"]) {
    expect(
      names.some((name) => name.startsWith(key)),
      `${key} in ${names.join(" | ")}`,
    ).toBe(true);
  }
});

test("ackwise.kafkaVersion decides what is found", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT_SINCE_4_0 });
  await window.waitForSquiggle("error");
  await window.changeSetting("ackwise.kafkaVersion", "3.9");
  await window.openFile(FILE);
  await window.waitForNoSquiggle("error");
  expect(await window.problems()).toEqual([]);
  await window.changeSetting("ackwise.kafkaVersion", "4.0");
  await window.openFile(FILE);
  await window.waitForSquiggle("error");
});

test("a .properties file keeps its language", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT, "application.properties": NOT_KAFKA });
  await window.waitForSquiggle("error");
  expect(await window.languageName()).toBe("Properties");
  await window.openFile("application.properties");
  expect(await window.languageName()).toBe("Properties");
});

test("the extension has logged no error", () => {
  expect(session.errors()).toEqual([]);
});
