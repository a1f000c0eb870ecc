import { describe, expect, test } from "vitest";
import { englishIn } from "../support/english-runs.js";
import { ackwise, BAD, GOOD } from "./memory-io.js";

const COMMANDS = [
  "lint",
  "effective",
  "explain",
  "fix",
  "upgrade",
  "simulate",
  "what-if",
  "sweep",
  "tune",
  "matrix",
  "merge",
  "lsp",
];
const SHORT = { "short.ackwise.yaml": "durationMs: 300\nworkload: { arrivals: { kind: constant, perSecond: 100 } }\n" };
const files = {
  ...SHORT,
  "good.properties": GOOD,
  "bad.properties": `${BAD}acks=1\nretries=3\nssl.protocol=TLSv1.2\nmax.block.ms=3600000\nreconnect.backoff.ms=500\n`,
  "own.properties": GOOD.replace("org.apache.kafka.common.serialization.StringSerializer", "com.example.OwnSerializer"),
  "old.properties": `${GOOD}# ackwise-kafka-version: 2.8\nfoo.bar=1\nauto.include.jmx.reporter=true\n`,
  "wrong.ackwise.yaml":
    "durationMs: soon\nspeed: 3\ntopic: []\nfaults: [7, { kind: crash, atMs: -1 }]\nworkload: { valueBytes: { min: 2, max: 1 } }\n",
  "together.ackwise.yaml":
    "topic: { replicationFactor: 4 }\nworkload: { valueBytes: { min: 2, max: 1 } }\nfaults: [{ kind: reset, atMs: 0, broker: 9 }]\n",
  "named.properties": `${GOOD}# ackwise-scenario: no-such-place\n`,
  "empty.properties": "",
  "note.txt": "Dear reader\n",
  "binary.properties": "a\0b",
};

/** What the client says and logs. */
const CLIENT = /^\s*(?:Kafka: |\w+Exception: )|(?:WARN|INFO): |delivery\.timeout\.ms should be/;

/** English that a help page and a report have on purpose: names of options, formats and commands. */
function prose(text: string): string {
  return text
    .replace(/<[a-z-/=.]+>|\[(?:options|command)\]|(?<![\w-])--?[\w-]+/g, "·")
    .replace(
      /^ {2}(?:file|files|parts|key-or-rule|lint|effective|explain|fix|upgrade|simulate|sweep|tune|matrix|merge|lsp)\b/gm,
      " · ",
    )
    .replace(/(?:ackwise|Kafka|Apache|Chrome) (?:·|[a-z]+)\b(?: [a-z]+)?/gi, "·")
    .replace(/\(choices?: .*/g, "");
}

async function korean(argv: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return ackwise([...argv, "--lang", "ko"], { files });
}

describe("help", () => {
  test.each(["", ...COMMANDS])("%s", async (command) => {
    const { stdout } = await korean([...(command === "" ? [] : [command]), "--help"]);
    expect(stdout).toMatch(/^사용법: ackwise/);
    expect(stdout).toContain("도움말 표시");
    expect(englishIn(prose(stdout))).toEqual([]);
  });

  test("the language of the environment counts, an option is stronger", async () => {
    const env = { LANG: "ko_KR.UTF-8" };
    expect((await ackwise(["--help"], { files, env })).stdout).toContain("옵션:");
    expect((await ackwise(["--help", "--lang=en"], { files, env })).stdout).toContain("Options:");
  });
});

test.each([
  [["lint", "--foo", "a"], "ackwise: 알 수 없는 옵션 '--foo'\n--help로 사용법을 확인하십시오.\n"],
  [["lnt"], "ackwise: 알 수 없는 명령 'lnt'\n(혹시 lint입니까?)\n--help로 사용법을 확인하십시오.\n"],
  [["lint"], "ackwise: 필수 인수 'files' 누락\n--help로 사용법을 확인하십시오.\n"],
  [
    ["effective", "a", "b"],
    "ackwise: 'effective'의 인수가 너무 많음. 1개여야 하는데 2개임\n--help로 사용법을 확인하십시오.\n",
  ],
  [["upgrade", "a", "--from", "2.8"], "ackwise: 필수 옵션 '--to <version>' 누락\n--help로 사용법을 확인하십시오.\n"],
  [["upgrade", "a", "--from"], "ackwise: 옵션 '--from <version>'에 값이 없음\n--help로 사용법을 확인하십시오.\n"],
])("a usage error: %j", async (argv, expected) => {
  expect((await ackwise(argv, { files, env: { LC_ALL: "ko_KR" } })).stderr).toBe(expected);
});

const RUN = ["--scenario", "short.ackwise.yaml", "--seeds", "1"];

test.each([
  [["lint", "bad.properties", "wrong.ackwise.yaml"]],
  [["lint", "missing.properties", "note.txt", "binary.properties", "empty.properties"]],
  [["effective", "good.properties"]],
  [["effective", "bad.properties", "--format", "properties"]],
  [["effective", "own.properties"]],
  [["upgrade", "old.properties", "--from", "2.8", "--to", "4.1"]],
  [["upgrade", "bad.properties", "--from", "3.3", "--to", "4.1"]],
  [["explain", "linger.mss"]],
  [["explain", "linger.ms"]],
  [["fix", "bad.properties", "--check"]],
  [["simulate", "good.properties", "--scenario", "together.ackwise.yaml"]],
  [["simulate", "good.properties", "--scenario", "wrong.ackwise.yaml"]],
  [["simulate", "named.properties"]],
  [["simulate", "good.properties", "--scenario", "nowhere"]],
  [["simulate", "good.properties", "--scenario", "short.ackwise.yaml"]],
  [["simulate", "good.properties", "--scenario", "short.ackwise.yaml", "--format", "md"]],
  [["what-if", "good.properties", "--set", "acks=1", ...RUN]],
  [["what-if", "good.properties", "--set", "acks", "--require", "p98<1", ...RUN]],
  [["sweep", "good.properties", "--vary", "linger.ms=0,5", ...RUN]],
  [["matrix", "good.properties", "--scenario", "short.ackwise.yaml"]],
  [["sweep", "good.properties", "--vary", "linger.ms", ...RUN]],
  [["sweep", "good.properties", "--vary", "linger.ms=0", "--shard", "1/2", ...RUN]],
  [["tune", "good.properties", "--goal", "fun", ...RUN]],
  [["tune", "good.properties", "--goal", "p99", "--seed", "x", ...RUN]],
  [["merge", "good.properties"]],
])("%j speaks Korean", async ([...argv]) => {
  const { stdout, stderr } = await korean(argv);
  const said = (stdout + stderr).split("\n").filter((line) => !CLIENT.test(line));
  expect(said.join("\n")).toMatch(/[가-힣]/);
  expect(said.flatMap((line) => englishIn(prose(line)).map((english) => `${english}: ${line}`))).toEqual([]);
});
