// No secret of a file stands in any output: C4, M1, M2, M3 of the break report.
import { describe, expect, it } from "vitest";
import { effectiveConfig, lintText, simulate, sweep, whatIf } from "../../server/src/library/index.js";
import { comparableText } from "../../server/src/service/comparable-text.js";
import { inlayHints } from "../../server/src/service/inlay-hints.js";
import { neighboursAt } from "../../server/src/service/neighbours.js";
import { ackwise, GOOD } from "../cli/memory-io.js";
import { open, service } from "../service/harness.js";
import { CANARY, CANARY_FILES } from "./secret-canaries.js";

const SHORT = { durationMs: 50, workload: { arrivals: { kind: "constant" as const, perSecond: 100 } } };
const PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
const RELEASE = ["--kafka-version", "3.9"];

/** Pieces as well: half a password is half as hard to guess. */
function expectHidden(output: unknown, door: string): void {
  const text = typeof output === "string" ? output : JSON.stringify(output ?? null);
  for (const piece of [CANARY, CANARY.slice(0, 7), CANARY.slice(4)])
    expect(text.includes(piece), `${door}:\n${text}`).toBe(false);
}

const FILES = Object.entries(CANARY_FILES).map(([name, lines]): readonly [string, string] => {
  const good = lines.includes("bootstrap.servers") ? GOOD.replace(/^bootstrap.*\n/, "") : GOOD;
  return [name, `${good}${lines}\n`];
});

/** Everything that the language server says about a text, but for the text of edits, which must be real. */
function saidByTheServer(text: string): Record<string, unknown> {
  const { document, context } = open(text);
  const analysis = service.configurationOf(document, context)!;
  const end = document.positionAt(text.length);
  const whole = { start: { line: 0, character: 0 }, end };
  const actions = service.codeActions(document, whole, { diagnostics: [], only: [""] }, context);
  const offsets = Array.from({ length: Math.ceil(text.length / 5) }, (_, index) => document.positionAt(index * 5));
  return {
    diagnostics: service.diagnostics(document, context),
    titles: actions.map(({ title, diagnostics }) => [title, diagnostics]),
    symbols: service.documentSymbols(document, context),
    effective: service.effectiveText(document, context),
    status: service.status(document, context),
    form: service.whatIfForm(document, context),
    upgrade: service.upgrade(document, "2.1", context)?.text,
    comparable: [comparableText(analysis, {}), comparableText(analysis, { kafkaVersion: "2.1" })],
    preset: comparableText(analysis, { preset: "durable" }),
    hints: inlayHints(analysis, whole, { units: true, adjusted: true, defaults: true }),
    hovers: offsets.map((position) => service.hover(document, position, context)),
    neighbours: offsets.map((position) => neighboursAt(analysis, position)),
    completion: offsets
      .filter((_, index) => index % 20 === 0)
      .map((position) =>
        service
          .completion(document, position, context)
          .map(({ label, detail, documentation }) => [label, detail, documentation]),
      ),
  };
}

describe("C4 and M1 to M3: no secret of a file in any output", () => {
  it("has enough of them", () => expect(FILES.length).toBeGreaterThanOrEqual(60));

  it.each(FILES)("C4 library: %s", (name, text) => {
    for (const kafkaVersion of ["2.1", "4.3"]) {
      expectHidden(lintText(text, { kafkaVersion, profile: "strict" }), "lintText");
      expectHidden(effectiveConfig(text, { kafkaVersion }), "effectiveConfig");
    }
    expectHidden(simulate(text, SHORT), "simulate");
    if (name !== "malformed escape")
      expect(JSON.stringify(effectiveConfig(text, { showSecrets: true }))).toContain(CANARY);
  });

  it.each(FILES)("M3 language server: %s", (_, text) => {
    for (const [door, said] of Object.entries(saidByTheServer(text))) expectHidden(said, door);
  });

  it.each(FILES)("C4, M1 and M3 command line: %s", async (_, text) => {
    const files = { "a.properties": text, "s.json": JSON.stringify(SHORT) };
    const commands = [
      ["lint", "a.properties", "--frame"],
      ...["json", "sarif", "github"].map((format) => ["lint", "a.properties", "--format", format]),
      ["lint", "a.properties", "--baseline", "b.json", "--update-baseline"],
      ...["table", "json", "properties"].map((format) => ["effective", "a.properties", "--format", format]),
      ...["text", "json"].map((format) => [
        "upgrade",
        "a.properties",
        "--from",
        "2.1",
        "--to",
        "4.3",
        "--format",
        format,
      ]),
      ["fix", "a.properties", "--check", "--suggestions"],
      ["simulate", "a.properties", "--scenario", "s.json", "--format", "html"],
    ];
    for (const argv of commands) {
      const { stdout, stderr, written } = await ackwise([...argv, ...(argv[0] === "upgrade" ? [] : RELEASE)], {
        files,
      });
      expectHidden(stdout + stderr, argv.join(" "));
      for (const [path, bytes] of written)
        expectHidden(Buffer.from(bytes).toString("utf8"), `${argv.join(" ")} ${path}`);
    }
  });
});

describe("M2: values that are tried", () => {
  const TRIED = ["ssl.key.password", "sasl.jaas.config", "basic.auth.user.info", "ssl.key.pasword"];
  const files = { "a.properties": GOOD, "s.json": JSON.stringify(SHORT) };

  it.each(TRIED)("M2 what-if and sweep of %s show [hidden]", async (key) => {
    for (const format of ["text", "json", "md", "html"]) {
      const about = ["a.properties", "--scenario", "s.json", "--seeds", "1", "--format", format];
      const tried = await ackwise(["what-if", ...about, "--set", `${key}=${CANARY}`], { files });
      const swept = await ackwise(["sweep", ...about, "--vary", `${key}=${CANARY},x${CANARY}`], { files });
      for (const { stdout, stderr } of [tried, swept]) {
        expectHidden(stdout + stderr, format);
        expect(stdout).toMatch(/\\?\[hidden\\?\]/);
      }
    }
  });

  it("M2 parts of a sweep, the library and files with secrets hide them too, and run with them", async () => {
    const text = `${GOOD}ssl.key.password=${CANARY}\n`;
    const part = await ackwise(
      [
        "sweep",
        "a.properties",
        "--scenario",
        "s.json",
        "--seeds",
        "1",
        "--vary",
        `linger.ms=0,5`,
        "--shard",
        "1/2",
        "--output",
        "p.json",
      ],
      { files: { ...files, "a.properties": text } },
    );
    for (const [path, bytes] of part.written) expectHidden(Buffer.from(bytes).toString("utf8"), path);
    expect(part.written.size).toBe(1);
    const settings = { scenario: SHORT, seeds: 1 };
    const result = await whatIf(
      text,
      {
        "sasl.jaas.config": `${PLAIN} required username="u" password="${CANARY}";`,
        "security.protocol": "SASL_PLAINTEXT",
        "sasl.mechanism": "PLAIN",
      },
      settings,
    );
    expectHidden(result, "whatIf");
    // A producer with the text [hidden] as its login would be refused.
    expect(result).toMatchObject({
      variants: [{ outcome: "simulated" }, { changes: [{ value: "[hidden]" }, {}, {}] }],
    });
    expectHidden(await sweep(text, { "ssl.key.password": [CANARY, 1] }, settings), "sweep");
  });

  it("C4 --show-secrets and showSecrets show them", async () => {
    const text = `${GOOD}ssl.key.password=${CANARY}\n`;
    const world = { files: { "a.properties": text } };
    for (const format of ["table", "json", "properties"]) {
      const { stdout } = await ackwise(["effective", "a.properties", "--format", format, "--show-secrets"], world);
      expect(stdout).toContain(CANARY);
    }
    expect(effectiveConfig(text, { showSecrets: true })).toMatchObject({
      raw: { "ssl.key.password": CANARY },
      settings: { "ssl.key.password": { value: CANARY } },
    });
    expect(effectiveConfig(text)).toMatchObject({
      raw: { "ssl.key.password": "[hidden]", "client.id": "test" },
      settings: { "ssl.key.password": { value: "[hidden]" } },
    });
  });
});

describe("M3: what is left is useful", () => {
  it.each([
    ["bootstrap.servers", `user:${CANARY}@host:9092,b:9092`, "[hidden]@host:9092,b:9092"],
    [
      "bootstrap.servers",
      "token-service:9092,password.example.com:9093",
      "token-service:9092,password.example.com:9093",
    ],
    ["sasl.oauthbearer.token.endpoint.url", `https://u:${CANARY}@h/t?key=${CANARY}`, "https://[hidden]@h/t?[hidden]"],
    ["sasl.oauthbearer.token.endpoint.url", "https://host:8443/token", "https://host:8443/token"],
    ["basic.auth.credentials.source", "USER_INFO", "USER_INFO"],
    ["ssl.truststore.location", "/etc/secret/password.jks", "/etc/secret/password.jks"],
    ["client.id", "token-producer@host", "token-producer@host"],
    ["interceptor.classes", "com.example.SecretInterceptor", "com.example.SecretInterceptor"],
    ["security.auth.enabled", "true", "true"],
  ])("M3 %s=%s is shown as %s", (key, value, shown) => {
    expect(effectiveConfig(`${key}=${value}\n`).raw).toEqual({ [key]: shown });
  });

  it("M3 fixes that write a secret are left out of printed output; the editor has them", () => {
    const text = `${GOOD}ssl.key.password="${CANARY}"\nssl.truststore.type= jks\n`;
    const { document, context } = open(text);
    const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
    const edits = JSON.stringify(service.codeActions(document, whole, { diagnostics: [] }, context));
    expect(edits).toContain(CANARY);
    const rules = lintText(text).findings.filter(({ key }) => key === "ssl.key.password");
    expect(rules.length).toBeGreaterThan(0);
  });
});
