// No text of a file steers a terminal, commands a workflow runner, or becomes markup: M4 and M5 of the break report.
import { describe, expect, it } from "vitest";
import { codeSpan, inTerminal, shellWord } from "../../server/src/core/text/shown.js";
import { ackwise, GOOD } from "../cli/memory-io.js";
import { hoverText, open, service } from "../service/harness.js";

const ESCAPE = "\u001B]0;title\u0007";
/** As text of the file; `properties` writes them down with the escapes of a `.properties` file. */
const HOSTILE = [
  "\n\n::error::owned",
  "\r::set-output name=x::y",
  "::error::owned",
  " \u2028::warning::owned",
  "x##[error]owned",
  "##vso[task.setvariable variable=x]y",
  `${ESCAPE}5`,
  "\u001B[2J\u001B[1;1H",
  "\u009B31mred\u0085",
  "\u202Eabc\u2066\u200F",
  "a\bb\u0000\u007F",
];
/** Messages quote the values of these. */
const KEYS = [
  "linger.ms",
  "acks",
  "client.id",
  "bootstrap.servers",
  "sasl.jaas.config",
  "compression.type",
  "batch.sise",
  "x.y",
];

const escaped = (text: string): string =>
  text.replace(/[\\:= #!\u0000-\u001F\u007F-\uFFFF]/g, (one) =>
    /[\\:= #!]/.test(one) ? `\\${one}` : `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const TEXTS: readonly (readonly [string, string])[] = HOSTILE.flatMap((hostile) => {
  const values = KEYS.map((key): readonly [string, string] => [
    `value of ${key}: ${JSON.stringify(hostile)}`,
    `${GOOD}${key}=${escaped(hostile)}\n`,
  ]);
  return [[`key: ${JSON.stringify(hostile)}`, `${GOOD}${escaped(hostile)}=1\nacks${escaped(hostile)}=1\n`], ...values];
});

const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F]/;

function expectHarmless(output: string, isAnnotations = false): void {
  expect(output).not.toMatch(CONTROLS);
  expect(output).not.toMatch(/##(?:\[|vso\[)/);
  const commands = output.split("\n").filter((line) => line.trimStart().startsWith("::"));
  const own =
    /^::(?:error|warning|notice) file=[^:]*,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=ackwise [a-z-]+::/;
  expect(commands.filter((line) => !(isAnnotations && own.test(line)))).toEqual([]);
}

const COMMANDS: readonly (readonly string[])[] = [
  ...["pretty", "json", "sarif", "github"].map((format) => ["lint", "FILE", "--frame", "--format", format]),
  ...["table", "json", "properties"].map((format) => ["effective", "FILE", "--format", format]),
  ...["text", "json"].map((format) => ["upgrade", "FILE", "--from", "2.1", "--to", "4.3", "--format", format]),
  ["fix", "FILE", "--check", "--suggestions"],
];
const REPORTS: readonly (readonly string[])[] = ["text", "json", "md", "html"].flatMap((format) => [
  ["simulate", "FILE", "--format", format],
  ["what-if", "FILE", "--format", format, "--set", "linger.ms=5", "--seeds", "1"],
]);

async function run(
  argv: readonly string[],
  file: string,
  text: string,
  more: Record<string, string> = {},
): Promise<void> {
  const files = { [file]: text, ...more };
  const { stdout, stderr } = await ackwise(
    argv.map((word) => (word === "FILE" ? file : word)),
    { files },
  );
  expectHarmless(stdout, argv.includes("github"));
  expectHarmless(stderr);
}

describe("M4: terminal, annotations, SARIF, reports", () => {
  it.each(TEXTS)("M4 %s", async (_, text) => {
    for (const argv of COMMANDS) await run(argv, "a.properties", text);
  });

  it.each(HOSTILE)("M4 file and scenario names: %j", async (hostile) => {
    const file = `${hostile.replaceAll("/", "")}.properties`;
    const scenario = { "s.json": JSON.stringify({ durationMs: 50, name: hostile, topic: { name: hostile } }) };
    for (const argv of COMMANDS) await run(argv, file, `${GOOD}acks=7\n`);
    for (const argv of REPORTS) await run([...argv, "--scenario", "s.json"], file, GOOD, scenario);
    for (const argv of [
      ["explain", hostile],
      ["lint", hostile],
      [hostile],
      ["lint", `--${hostile}`],
      ["effective", hostile],
    ]) {
      await run(argv, "a.properties", GOOD);
    }
    await run(
      ["lint", "s.ackwise.yaml", "--frame"],
      "s.ackwise.yaml",
      JSON.stringify({ [hostile]: 1, durationMs: hostile }),
    );
  });

  it("M4 what a terminal gets are the looks of the program's own style only", async () => {
    for (const hostile of HOSTILE) {
      const files = { "a.properties": `${GOOD}linger.ms=${escaped(hostile)}\n${escaped(hostile)}=1\n` };
      for (const argv of COMMANDS.filter((words) => !words.includes("github"))) {
        const words = argv.map((word) => (word === "FILE" ? "a.properties" : word));
        const { stdout } = await ackwise(words, { files, isTty: true, env: { FORCE_COLOR: "1" } });
        const plain = stdout.replace(/\u001B\[\d{1,2}m/g, "");
        expectHarmless(plain);
        expect(plain).not.toContain("\u001B");
      }
    }
    expect(inTerminal("\u001B[1m::error::x\u001B[0m\na ::b")).toBe("\u001B[1m: :error::x\u001B[0m\na ::b");
  });

  it("M4 JSON and properties still say what the file says", async () => {
    const value = "\u009B##[x]\u202E";
    const files = { "a.properties": GOOD.replace("client.id=test", `client.id=${escaped(value)}`) };
    const json = await ackwise(["effective", "a.properties", "--format", "json"], { files });
    expect(JSON.parse(json.stdout)).toMatchObject({ raw: { "client.id": value } });
    const written = (await ackwise(["effective", "a.properties", "--format", "properties"], { files })).stdout;
    const again = await ackwise(["effective", "a.properties", "--format", "json"], {
      files: { "a.properties": written },
    });
    expect(JSON.parse(again.stdout)).toMatchObject({ raw: { "client.id": value } });
  });

  it("M4 words of a command are quoted for a shell, in one line", () => {
    expect(shellWord("a-b.c=1")).toBe("a-b.c=1");
    expect(shellWord("it's $x")).toBe("'it'\\''s $x'");
    expect(shellWord("a\n::error::'\\x\u202E")).toBe("$'a\\x0a::error::\\'\\\\x\\u202e'");
  });
});

describe("M5: keys in hovers", () => {
  const MARKUP = [
    "x![i](https://evil.example/x.png)",
    "[click](https://evil.example)",
    "[click](command:evil)",
    "a\n\n# Heading",
    "`x`![i](https://evil.example/x.png)",
    "``` ![i](https://evil.example/x.png)",
    "<img src=https://evil.example/x.png>",
    "a`b``c![i](y)",
    "acks![i](https://evil.example/x.png)",
    "https://evil.example",
  ];

  /** Markdown without its code spans: a run of backticks up to the next run of the same length (CommonMark 6.1). */
  const outsideCode = (markdown: string): string => markdown.replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");

  it.each(MARKUP)("M5 %j is code", (key) => {
    const text = `|${escaped(key)}=1\n${GOOD}`;
    const shown = hoverText(text) ?? "";
    expect(shown).toContain(codeSpan(key));
    expect(outsideCode(shown)).not.toMatch(/evil|\]\(y\)|^# Heading/m);
    const { document, context } = open(`${escaped(key)}=1\nclient.id=${escaped(key)}\n${GOOD}`);
    const upgrade = service.upgrade(document, "2.1", context)?.text ?? "";
    expect(outsideCode(upgrade)).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)<img/);
  });

  it("M5 code spans hold any text", () => {
    expect(codeSpan("a")).toBe("`a`");
    expect(codeSpan("a`b")).toBe("`` a`b ``");
    expect(codeSpan("a\n``b")).toBe("``` a ``b ```");
    expect(codeSpan("\u001B\u202E")).toBe("` \uFFFD`");
  });
});
