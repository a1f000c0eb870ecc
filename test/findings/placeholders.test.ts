import { describe, expect, it } from "vitest";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { placeholdersIn } from "../../server/src/core/config/placeholders/placeholder.js";
import { compareReleases } from "../../server/src/core/report/upgrade.js";
import { effectiveConfig, lintText, simulate, sweep, tune, whatIf } from "../../server/src/library/index.js";

const STRING = "org.apache.kafka.common.serialization.StringSerializer";
const SERIALIZERS = `key.serializer=${STRING}\nvalue.serializer=${STRING}\n`;
const BASE = `bootstrap.servers=127.0.0.1:9092\n${SERIALIZERS}`;
const SASL = `${BASE}security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n`;
const PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
const SHORT = {
  extends: "one-rack",
  durationMs: 200,
  workload: { arrivals: { kind: "constant", perSecond: 50 } },
} as const;
const TRIAL = { scenario: SHORT, seeds: 1 };

/** One text for each way of marking what is filled in. */
const MARKS = [
  "${x}",
  "${kafka.linger}",
  "${env:LINGER}",
  "${ENV:LINGER}",
  "${vault:secret/kafka:linger}",
  "${{ vars.LINGER }}",
  "${outer:${inner}}",
  "$LINGER",
  "$linger",
  "$(LINGER)",
  "@kafka.linger@",
  "{{x}}",
  "{{ kafka.linger }}",
  "{{ .Values.kafka.linger }}",
  "{% if a %}5{% endif %}",
  "<%= linger %>",
  "%LINGER%",
  "%(linger)s",
  "%d",
  "__LINGER__",
  "__KAFKA_LINGER_MS__",
  "<your-linger>",
  "<linger in ms>",
  "{YOUR.LINGER}",
  "#{linger}#",
  "#{linger}",
  "#LINGER#",
  "@{linger}",
  "[[ linger ]]",
  "YOUR_LINGER",
];

const severitiesOf = (text: string): readonly string[] => [
  ...new Set(lintText(text).findings.map(({ severity }) => severity)),
];
const rulesOf = (text: string): readonly string[] => lintText(text).findings.map(({ rule }) => rule);

describe("N5 marks of any engine", () => {
  it.each(MARKS)("N5 linger.ms=%s is unknown, and information at most", (mark) => {
    const text = `${BASE}linger.ms=${mark}\n`;
    expect(severitiesOf(text)).toEqual(["information"]);
    expect(rulesOf(text)).toEqual(["unresolved-placeholder"]);
    const { verdict, dependsOn, error, asItStands } = effectiveConfig(text);
    expect({ verdict, error }).toEqual({ verdict: "unknown", error: undefined });
    expect(dependsOn.map(({ key }) => key)).toContain("linger.ms");
    expect(asItStands?.exception).toEqual([
      `ConfigException: Invalid value ${mark} for configuration linger.ms: Not a number of type LONG`,
    ]);
  });

  it.each(MARKS)("N5 %s as addresses and as a part of one", (mark) => {
    for (const servers of [mark, `${mark}:9092`, `kafka-1:9092,${mark}`]) {
      const text = `${SERIALIZERS}bootstrap.servers=${servers}\n`;
      expect(severitiesOf(text), servers).not.toContain("error");
      expect(severitiesOf(text), servers).not.toContain("warning");
      expect(effectiveConfig(text).verdict, servers).toBe("unknown");
    }
  });

  it("Q3 no fix makes an address of a mark", () => {
    for (const mark of ["__KAFKA_BROKERS__", "<kafka-broker-fqdn>:9093", "${KAFKA_URL}"])
      expect(lintText(`${SERIALIZERS}bootstrap.servers=${mark}\n`).findings.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it("N5 what stands beside a mark is checked", () => {
    const text = `${SERIALIZERS}bootstrap.servers=kafka-1:\${PORT},kafka-2 9092\n`;
    expect(effectiveConfig(text)).toMatchObject({
      verdict: "throws",
      error: { message: "Invalid url in bootstrap.servers: kafka-2 9092" },
    });
    const [error] = lintText(text).findings.filter(({ severity }) => severity === "error");
    expect(error).toMatchObject({ rule: "invalid-bootstrap-address" });
  });

  it("N5 a release before 2.3, which has no config providers", () => {
    expect(effectiveConfig(`${BASE}linger.ms=\${env:X}\n`, { kafkaVersion: "2.2" }).verdict).toBe("unknown");
  });
});

describe("N5 defaults", () => {
  const DEFAULTS: readonly (readonly [string, string])[] = [
    ["${linger:5}", "5"],
    ["${LINGER:-5}", "5"],
    ["${env:LINGER:-5}", "5"],
    ["${env:LINGER:5}", "5"],
    ["${outer:${inner:5}}", "5"],
    ["{{ linger | default(5) }}", "5"],
    ["{{ .Values.linger | default 5 }}", "5"],
    ["{{ linger | default('5') }}", "5"],
    ["1${rest:5}", "15"],
  ];

  it.each(DEFAULTS)("N5 %s counts as %s", (mark, value) => {
    const config = effectiveConfig(`${BASE}linger.ms=${mark}\n`);
    expect(config).toMatchObject({ verdict: "unknown", settings: { "linger.ms": { value, source: "file", line: 4 } } });
    expect(config.settings["linger.ms"]?.note).toBe("the default in the file; what is filled in may differ");
  });

  it("N5 what only a default does wrong is information and says so", () => {
    const { findings } = lintText(`${BASE}delivery.timeout.ms=\${D:1000}\n`);
    expect(findings.map(({ rule, severity, fixes }) => [rule, severity, fixes.length])).toEqual([
      ["delivery-timeout-too-short", "information", 0],
      ["unresolved-placeholder", "information", 0],
    ]);
    expect(findings[0]?.message).toContain("This applies if the default of the placeholder is used.");
    expect(effectiveConfig(`${BASE}delivery.timeout.ms=\${D:1000}\n`).verdict).toBe("unknown");
  });

  it("N5 a profile does not make a warning of a default", () => {
    const { findings } = lintText(`${BASE}acks=\${ACKS:1}\n`, { profile: "durability" });
    expect(findings.filter(({ severity }) => severity === "warning" || severity === "error")).toEqual([]);
    expect(findings.length).toBeGreaterThan(1);
  });

  it("N5 a check of two settings is unknown where one of them is", () => {
    const text = `${BASE}delivery.timeout.ms=1000\nrequest.timeout.ms=\${R}\n`;
    expect(severitiesOf(text)).not.toContain("error");
    expect(effectiveConfig(text).verdict).toBe("unknown");
    const text2 = `${BASE}enable.idempotence=true\nacks=\${ACKS}\n`;
    expect(effectiveConfig(text2)).toMatchObject({ verdict: "unknown" });
  });

  it("N5 a mistake that stays whatever is filled in stays an error", () => {
    const text = `${BASE}retries=soon\nlinger.ms=\${L:5}\n`;
    expect(effectiveConfig(text)).toMatchObject({ verdict: "throws", error: { key: "retries" } });
    expect(rulesOf(text)).toContain("invalid-number");
    expect(severitiesOf(text)).toContain("error");
  });
});

describe("K9 credentials, addresses, URLs", () => {
  it.each([
    ["sasl.jaas.config", `${PLAIN} username='{{ CLUSTER_API_KEY }}' password='{{ CLUSTER_API_SECRET }}';`],
    ["sasl.jaas.config", `${PLAIN} username="<YOUR_API_KEY>" password="<YOUR_API_SECRET>";`],
    ["sasl.jaas.config", `${PLAIN} username="$ConnectionString" password="{YOUR.EVENTHUBS.CONNECTION.STRING}";`],
    ["sasl.jaas.config", `${PLAIN} username=\${USER} password=\${PASSWORD};`],
    ["sasl.jaas.config", "${KAFKA_JAAS}"],
    ["schema.registry.url", "https://{{ SR_ENDPOINT }}"],
    ["basic.auth.user.info", "{{ SR_API_KEY }}:{{ SR_API_SECRET }}"],
    ["bootstrap.servers", "{{ BROKER_ENDPOINT }}"],
    ["ssl.truststore.location", "%TRUSTSTORE%"],
  ])("K9 %s=%s", (key, value) => {
    const others = SASL.split("\n").filter((line) => !line.startsWith(key));
    const text = `${others.join("\n")}${key === "sasl.jaas.config" ? "" : `sasl.jaas.config=${PLAIN} username="u" password="\${P}";\n`}${key}=${value}\n`;
    const findings = lintText(text).findings;
    const [found] = findings.filter((one) => one.rule === "unresolved-placeholder" && one.key === key);
    expect(found?.severity).toBe("information");
    expect(findings.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
  });

  it("N5 the form of a login module's line is checked beside marks", () => {
    const text = `${SASL}sasl.jaas.config=${PLAIN} username="\${U}" password="\${P}"\n`;
    expect(rulesOf(text)).toContain("jaas-syntax");
    expect(effectiveConfig(text).verdict).toBe("throws");
    expect(effectiveConfig(text.replace('}"\n', '}";\n')).verdict).toBe("unknown");
  });

  it("N5 no secret beside a mark is shown", () => {
    const text = `${SASL}sasl.jaas.config=${PLAIN} username="\${U}" password="s3cret-word";\n`;
    expect(effectiveConfig(text).settings["sasl.jaas.config"]?.value).toBe("[hidden]");
  });
});

describe("N5 texts that only look like marks", () => {
  it.each(["$ecret", "a$b", "a$B", "$ecret$", "50%off%now", "x@y@z", "a<b>c", "pa{ss}word", "__a", "{cipher}AbC"])(
    "N5 the password %s is one",
    (password) => {
      expect(placeholdersIn(password, true)).toEqual([]);
      const text = `${SASL}sasl.jaas.config=${PLAIN} username="$ConnectionString" password="${password}";\n`;
      const { findings } = lintText(text, { profile: "strict" });
      expect(findings.map(({ rule }) => rule)).toContain("clear-text-secret");
    },
  );

  it.each([
    "com.acme.Outer$Inner",
    "RULE:[1:$1@$0](.*@EXAMPLE.COM)s/@.*//,DEFAULT",
    "kafka@REALM",
    "group__a__b",
    "a,b",
  ])("N5 %s is no template", (value) => expect(placeholdersIn(value, false)).toEqual([]));

  it("N5 what a declared config provider fills in is the client's own", () => {
    const providers =
      "config.providers=file\nconfig.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider\n";
    const text = `${BASE}${providers}linger.ms=\${file:/etc/k:linger}\n`;
    expect(rulesOf(text)).toEqual([]);
    expect(effectiveConfig(text).settings["linger.ms"]?.note).toBe(
      "resolved by a config provider when the client starts",
    );
  });

  it("N5 a number without a mark is no template", () => {
    expect(effectiveConfig(`${BASE}linger.ms=5%\n`).verdict).toBe("throws");
    expect(effectiveConfig(`${BASE}linger.ms=soon\n`).verdict).toBe("throws");
  });
});

describe("K5a what the program passes", () => {
  const FRAGMENT = "bootstrap.servers=k1:9092\nlinger.ms=20\nacks=all\n";

  it("K5a missing serializers are unknown, and the client's words are there", () => {
    for (const kafkaVersion of ["2.4", "3.9", "4.3"]) {
      const { verdict, dependsOn, asItStands } = effectiveConfig(FRAGMENT, { kafkaVersion });
      expect(verdict).toBe("unknown");
      expect(dependsOn).toContainEqual({
        key: "key.serializer",
        reason: "not in the file: the producer does not start unless the application passes it",
      });
      expect(asItStands?.message).toContain("key.serializer");
    }
  });

  it("K5a addresses too, with or without serializers in the file, unless the file says that there are none", () => {
    for (const kafkaVersion of ["2.4", "3.9", "4.3"]) {
      for (const text of ["linger.ms=20\n", `${SERIALIZERS}linger.ms=20\n`]) {
        const { verdict, dependsOn } = effectiveConfig(text, { kafkaVersion });
        expect(verdict).toBe("unknown");
        expect(dependsOn).toContainEqual({
          key: "bootstrap.servers",
          reason: "not in the file: the producer does not start unless the application passes it",
        });
      }
    }
    expect(effectiveConfig("bootstrap.servers=\nlinger.ms=20\n").verdict).toBe("throws");
  });

  it.each([
    FRAGMENT,
    "linger.ms=20\n",
    `${BASE}linger.ms=\${L}\n`,
    `${BASE}batch.size={{ size }}\nlinger.ms=\${L:7}\n`,
  ])("K5a %j is simulated", async (text) => {
    const result = simulate(text, SHORT);
    expect(result.outcome).toBe("simulated");
    expect(await whatIf(text, { "linger.ms": 3 }, TRIAL)).toMatchObject({
      outcome: "done",
      variants: [{ outcome: "simulated" }, { outcome: "simulated" }],
    });
    expect(await sweep(text, { "linger.ms": [1, 9] }, TRIAL)).toMatchObject({ outcome: "done" });
  });

  it("N5 a simulation says which values it assumed", () => {
    const result = simulate(`bootstrap.servers=k1:9092\nbatch.size={{ size }}\nlinger.ms=\${L:7}\n`, SHORT);
    if (result.outcome !== "simulated") throw new Error(result.outcome);
    expect(result.approximations).toEqual(
      expect.arrayContaining([
        { key: "batch.size", text: "a placeholder: the client's default was used" },
        { key: "linger.ms", text: "a placeholder: the default in the file was used" },
        { key: "key.serializer", text: "the application passes it: the class does not matter here" },
      ]),
    );
  });

  it("K5a tune goes on", async () => {
    expect(await tune(FRAGMENT, "p99", TRIAL)).toMatchObject({ outcome: "done" });
  });

  it("K5a an upgrade of a part of a configuration is no news", () => {
    const changes = compareReleases(FRAGMENT, parseVersion("3.9")!, parseVersion("4.2")!).changes;
    expect(changes.filter(({ kind }) => kind === "throws")).toEqual([]);
  });
});
