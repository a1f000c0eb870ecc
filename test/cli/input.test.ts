import { describe, expect, test } from "vitest";
import { parseGlob } from "../../server/src/cli/input/glob.js";
import { ackwise, BAD, GOOD } from "./memory-io.js";
import { NEWEST_LINE } from "../support/newest.js";

const files = {
  "conf/producer.properties": GOOD,
  "conf/deep/orders.properties": GOOD,
  "conf/deep/log4j.properties": "log4j.rootLogger=INFO\n",
  "conf/deep/consumer.properties": "bootstrap.servers=a:1\ngroup.id=g\n",
  "conf/notes.txt": "hello\n",
  "node_modules/x/producer.properties": BAD,
  ".git/producer.properties": BAD,
  "empty/readme.txt": "hello\n",
};

async function linted(...names: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await ackwise(["lint", "--format", "json", ...names], { files });
  return (JSON.parse(stdout) as { files: { file: string }[] }).files.map(({ file }) => file);
}

describe("what is read", () => {
  test("directories: recognised files, without node_modules and .git", async () => {
    expect(await linted(".")).toEqual(["conf/deep/orders.properties", "conf/producer.properties"]);
    expect(await linted("conf/deep/")).toEqual(["conf/deep/orders.properties"]);
  });

  test("a .properties file somebody names, whatever it holds; each file once", async () => {
    expect(await linted("conf/deep/log4j.properties", "./conf/deep/log4j.properties")).toEqual([
      "conf/deep/log4j.properties",
    ]);
  });

  test("patterns", async () => {
    expect(await linted("conf/**/*.properties")).toEqual([
      "conf/deep/consumer.properties",
      "conf/deep/log4j.properties",
      "conf/deep/orders.properties",
      "conf/producer.properties",
    ]);
    expect(await linted("**/{orders,producer}.properties")).toEqual([
      "conf/deep/orders.properties",
      "conf/producer.properties",
    ]);
  });

  test("standard input", async () => {
    const { stdout, code } = await ackwise(["lint", "-"], { stdin: BAD });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<stdin>\n {2}6:21 {2}error/);
  });

  test("any file with --dialect", async () => {
    const { code } = await ackwise(["lint", "conf/notes.txt", "--dialect", "properties"], { files });
    expect(code).toBe(0);
  });
});

describe("bad input: one line, exit code 2", () => {
  const bad = {
    ...files,
    "nul.properties": "acks=all\nclient.id=a\u0000b\n",
    "utf16.properties": Buffer.from("\uFEFFacks=all", "utf16le"),
    "big.properties": Buffer.alloc(10_485_760, "a=b\n"),
    "secret.properties": GOOD,
  };

  test.each([
    [["lint", "none.properties"], "none.properties: no such file, expected a file, a directory or a pattern"],
    [["lint", "*.nothing"], "*.nothing: no file matches, expected a file, a directory or a pattern"],
    [
      ["lint", "empty"],
      "empty: no producer configuration in this directory, expected *producer*.properties, or .properties files with producer settings",
    ],
    [
      ["lint", "conf/notes.txt"],
      "conf/notes.txt: no kind of file that Ackwise recognises, expected a .properties file, or --dialect to say how to read it",
    ],
    [["lint", "nul.properties"], "nul.properties:2: a NUL byte, expected text (is this a binary file?)"],
    [["lint", "utf16.properties"], "utf16.properties:1: UTF-16 text, expected UTF-8 or ISO-8859-1"],
    [["lint", "big.properties"], "big.properties: 10.5 MB, expected a configuration of at most 5 MB"],
    [["lint", "secret.properties"], "secret.properties: cannot be read (permission denied), expected a readable file"],
    [
      ["lint", ".", "--kafka-version", "9.9"],
      `--kafka-version 9.9: no Kafka client release that Ackwise knows, expected 2.1 to ${NEWEST_LINE}, such as 3.9 or 3.9.1`,
    ],
    [["lint", ".", "--dialect", "toml"], /^--dialect toml: no dialect that Ackwise knows, expected properties/],
    [["effective", "conf"], /^conf: 2 files, expected one$/],
    [["upgrade", "nul.properties", "--from", "2.8", "--to", "12"], /^--to 12: no Kafka client release/],
    [["explain", "no-such-rule"], /^no-such-rule: no producer setting and no rule, expected a name such as /],
    [["explain", "lingr.ms"], /^lingr\.ms: no producer setting and no rule \(did you mean linger\.ms\?\)/],
    [["explain", "delivery-timeout-to-short"], /did you mean delivery-timeout-too-short\?/],
    [["lsp", "--stdio"], /^language-server\.js: not found/],
  ])("%s", async (argv, message) => {
    const { code, stdout, stderr } = await ackwise(argv, { files: bad, denied: ["secret.properties"] });
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.split("\n")).toHaveLength(2);
    const said = stderr.replace(/^ackwise: /, "").trimEnd();
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test.each([
    [[]],
    [["lint"]],
    [["lnt"]],
    [["lint", "--format", "xml", "."]],
    [["upgrade", "x"]],
    [["lint", "--nope"]],
  ])("usage %s", async (argv) => {
    const { code, stderr } = await ackwise(argv, { files });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^(ackwise: |Usage: )/);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
  });

  test("help and version are no mistakes", async () => {
    expect(await ackwise(["--help"])).toMatchObject({ code: 0, stderr: "" });
    expect(await ackwise(["lint", "--help"])).toMatchObject({ code: 0, stderr: "" });
    expect((await ackwise(["--version"])).stdout).toMatch(/^ackwise \d+\.\d+\.\d+ /);
  });
});

describe("odd but readable input", () => {
  test("an empty file is said to be empty", async () => {
    const { code, stderr } = await ackwise(["lint", "p.properties"], { files: { "p.properties": "" } });
    expect(code).toBe(0);
    expect(stderr).toBe(
      "ackwise: p.properties:1: an empty file, expected settings such as bootstrap.servers=kafka1:9092\n",
    );
  });

  test("a byte order mark belongs to the first key, as in the JDK", async () => {
    const { stdout } = await ackwise(["effective", "p.properties", "--format", "json"], {
      files: { "p.properties": `\uFEFFacks=0\n${GOOD}` },
    });
    const { raw } = JSON.parse(stdout) as { raw: object };
    expect(Object.keys(raw)[0]).toBe("\uFEFFacks");
  });

  test("CR LF and CR line ends", async () => {
    for (const end of ["\r\n", "\r"]) {
      const { stdout } = await ackwise(["lint", "p.properties"], {
        files: { "p.properties": BAD.replaceAll("\n", end) },
      });
      expect(stdout).toContain("  6:21  error");
    }
  });

  test("bytes that are no UTF-8 count as ISO-8859-1, also when written back", async () => {
    const latin = Buffer.from(`# caf\u00e9\n${GOOD}acks=all;\n`, "latin1");
    const { written, code } = await ackwise(["fix", "--suggestions", "p.properties"], {
      files: { "p.properties": latin },
    });
    expect(code).toBe(0);
    const [bytes] = [...written.values()];
    expect(Buffer.from(bytes!).toString("latin1")).toBe(`# caf\u00e9\n${GOOD}acks=all\n`);
  });
});

test("of hundreds of thousands of findings the first are printed, and how many there are", async () => {
  const { code, stdout } = await ackwise(["lint", "p.properties"], {
    files: { "p.properties": "a=1\n".repeat(150_000) },
  });
  expect(code).toBe(0);
  expect(stdout).toContain("148999 more findings of duplicate-key from here on are not listed.");
  expect(stdout).toMatch(/in 1 file \(Kafka /);
});

test("a pattern that matches unknown files only", async () => {
  const { code, stderr } = await ackwise(["lint", "conf/*.txt"], { files });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^ackwise: conf\/\*\.txt: no matching file is of a kind that Ackwise recognises, expected /);
});

test("a crash is one message; ACKWISE_DEBUG shows the stack", async () => {
  const world = { files: { "p.properties": GOOD }, isTty: true };
  const env = new Proxy({}, { get: (_target, name) => (name === "NO_COLOR" ? fail() : undefined) });
  const quiet = await ackwise(["lint", "p.properties"], { ...world, env });
  expect(quiet.code).toBe(3);
  expect(quiet.stderr).toBe("ackwise: crashed: boom. This is a bug in Ackwise; ACKWISE_DEBUG=1 shows where.\n");
  const debug = new Proxy({}, { get: (_target, name) => (name === "NO_COLOR" ? fail() : "1") });
  expect((await ackwise(["lint", "p.properties"], { ...world, env: debug })).stderr).toMatch(/boom\n +at /);
});

function fail(): never {
  throw new Error("boom");
}

test.each([
  ["*.properties", "a.properties", true],
  ["*.properties", "a/b.properties", false],
  ["a/**/b", "a/b", true],
  ["a/**", "a/b/c", true],
  ["a/b?[0-9].{x,y}", "a/bc1.y", true],
  ["a/[!a]", "a/a", false],
  ["a+(b).*", "a+(b).c", true],
  ["a/[", "a/[", true],
])("pattern %s on %s", (pattern, path, expected) => {
  const { base, matches } = parseGlob(pattern);
  const relative = base === "." ? path : path.slice(base.length + 1);
  expect(matches(relative)).toBe(expected);
});
