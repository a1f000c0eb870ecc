import { expect, test } from "vitest";
import { useSession } from "./harness/session.js";
import { CLEAN, MISSPELLED, NOT_KAFKA, QUOTED, START, TOO_SHORT, TOO_SHORT_SINCE_4_0, UNQUOTED } from "./samples.js";

const session = useSession("node-host");
const FILE = "producer.properties";

test("a mistake has a squiggle and a row in Problems with message, source and rule", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  const sum = /linger\.ms 20 .*request\.timeout\.ms 60000 .*60020 .*delivery\.timeout\.ms 60000/;
  await expect
    .poll(() => window.problems())
    .toEqual([
      { message: expect.stringMatching(sum) as string, source: "ackwise", code: "delivery-timeout-too-short" },
    ]);
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
  await expect.poll(() => window.filesWithProblems()).toEqual([FILE]);
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
  await window.hover("linger.ms");
  await expect.poll(() => window.hoverText()).toMatch(/linger\.ms[^]*batch[^]*Default in Kafka/);
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

/** Advice about times, which these tests are not about. */
const NO_ADVICE = { "ackwise.rules": { "no-time-for-retry": "off" } };

test("a quick fix mends the file on disk and the squiggle goes", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT });
  await window.waitForSquiggle("error");
  await window.cursorBehind(FILE, "delivery.timeout.ms=6");
  await window.quickFix("Set delivery.timeout.ms to 240000");
  await window.waitForDirty();
  await window.save();
  await expect
    .poll(() => window.read(FILE))
    .toBe(TOO_SHORT.replace("delivery.timeout.ms=60000", "delivery.timeout.ms=240000"));
  await window.waitForNoSquiggle("error");
  await expect.poll(() => window.problems()).toEqual([]);
});

test("saving fixes what is safe to fix, when asked to", async () => {
  const window = await session.open({
    [FILE]: QUOTED,
    ".vscode/settings.json": JSON.stringify({ "editor.codeActionsOnSave": { "source.fixAll.ackwise": "explicit" } }),
  });
  await window.waitForSquiggle("error");
  await window.cursorBehind(FILE, QUOTED);
  await window.page.keyboard.type("# end");
  await window.waitForDirty();
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(`${UNQUOTED}# end`);
  await window.waitForNoSquiggle("error");
  await window.waitForSquiggle("warning");
});

test("the command Fix All fixes what is safe to fix", async () => {
  const window = await session.open({ [FILE]: QUOTED });
  await window.waitForSquiggle("error");
  await window.command("Fix All");
  await window.waitForNoSquiggle("error");
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(UNQUOTED);
});

test("a misspelled key is replaced by its quick fix", async () => {
  const window = await session.open({ [FILE]: MISSPELLED });
  await window.waitForSquiggle("warning");
  await window.cursorBehind(FILE, "max.in.flight.request");
  await window.quickFix("Replace with max.in.flight.requests.per.connection");
  await window.waitForNoSquiggle("warning");
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(MISSPELLED.replace("request.per", "requests.per"));
});

test("the outline lists the keys", async () => {
  const window = await session.open({ [FILE]: "acks=all\nlinger.ms=20\n" });
  await expect.poll(() => window.outline()).toEqual(expect.arrayContaining(["acks", "linger.ms"]));
});

test("ackwise.kafkaVersion decides what is found", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT_SINCE_4_0, ".vscode/settings.json": "{}" });
  await window.waitForSquiggle("error");
  await window.writeSettings({ ...NO_ADVICE, "ackwise.kafkaVersion": "3.9" });
  await window.waitForNoSquiggle("error");
  await expect.poll(() => window.problems()).toEqual([]);
  await window.writeSettings({ "ackwise.kafkaVersion": "4.0" });
  await window.waitForSquiggle("error");
});

test("the release chosen for a file is written into it", async () => {
  const window = await session.open({ [FILE]: TOO_SHORT_SINCE_4_0 });
  await window.waitForSquiggle("error");
  await window.command("Ackwise: Select Kafka Client Version");
  await window.pick("Kafka 3.9");
  await window.pick("For this file");
  await window.waitForNoSquiggle("error");
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(`# ackwise-kafka-version: 3.9\n${TOO_SHORT_SINCE_4_0}`);
});

test("findings speak Korean when asked to", async () => {
  const settings = JSON.stringify({ "ackwise.language": "ko" });
  const window = await session.open({ [FILE]: MISSPELLED, ".vscode/settings.json": settings });
  await window.waitForSquiggle("warning");
  const messages = async (): Promise<string> => (await window.problems()).map(({ message }) => message).join("\n");
  await expect.poll(messages).toContain("프로듀서 설정이 아니므로 무시됩니다");
});

test("the scenario chosen for a file is written into it", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  await window.cursorBehind(FILE, "linger.ms=20");
  await window.command("Ackwise: Select Scenario");
  await window.pick("three-zones");
  await window.pick("payments");
  await window.pick("leader-crash");
  await window.pick("For this file");
  await window.waitForDirty();
  await window.save();
  await expect.poll(() => window.read(FILE)).toBe(`# ackwise-scenario: three-zones+payments+leader-crash\n${CLEAN}`);
});

test("the effective configuration opens beside the file and follows it", async () => {
  const window = await session.open({ [FILE]: CLEAN });
  await window.cursorBehind(FILE, "linger.ms=20");
  await window.command("Ackwise: Show Effective Configuration");
  await expect.poll(() => window.textBeside()).toMatch(/as the producer of Kafka [^]*^linger\.ms=20$/m);
  await window.page.keyboard.type("0");
  await expect.poll(() => window.textBeside()).toMatch(/^linger\.ms=200$/m);
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
