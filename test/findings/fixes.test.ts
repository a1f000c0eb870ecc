import { describe, expect, it } from "vitest";
import { fixText } from "../../server/src/core/report/fix.js";
import { lintDocument } from "../../server/src/core/report/lint.js";
import { applyEdits } from "../../server/src/core/text/span.js";

const STRING = "org.apache.kafka.common.serialization.StringSerializer";
const BASE = `bootstrap.servers=kafka-1:9092,kafka-2:9092\nkey.serializer=${STRING}\nvalue.serializer=${STRING}\n`;
const PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
const SASL = `${BASE}security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n`;

const rulesOf = (text: string): readonly string[] => lintDocument(text).findings.map(({ rule }) => rule);

/** The texts that the fixes of a rule lead to, the preferred one first. */
function fixed(text: string, rule: string): readonly string[] {
  const finding = lintDocument(text).findings.find((one) => one.rule === rule);
  expect(finding, rule).toBeDefined();
  return (finding?.fixes ?? []).map(({ edits }) => applyEdits(text, edits));
}

describe("fixes keep security", () => {
  it("Q1 a key store without its password gets one to fill in, and stays", () => {
    const text = `${BASE}security.protocol=SSL\nssl.keystore.location=/k.jks\n`;
    expect(fixed(text, "ssl-store")).toEqual([`${text}ssl.keystore.password=\${KEYSTORE_PASSWORD}\n`]);
  });

  it("Q7 no fix takes security.protocol out, and none guesses a protocol without TLS", () => {
    const sasl = fixed(`${BASE}security.protocol=PLAINTEXTSASL\n`, "invalid-choice");
    expect(sasl).toEqual([`${BASE}security.protocol=SASL_PLAINTEXT\n`]);
    expect(fixed(`${BASE}security.protocol=FOO\n`, "invalid-choice")).toEqual([
      `${BASE}security.protocol=SASL_SSL\n`,
      `${BASE}security.protocol=SSL\n`,
    ]);
    expect(fixed(`${BASE}security.protocol=FOO\nsasl.mechanism=PLAIN\n`, "invalid-choice")).toEqual([
      `${BASE}security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n`,
    ]);
  });

  it("M11 asking for TLS brings the password that the key store needs", () => {
    const [text = ""] = fixed(`${BASE}ssl.keystore.location=/k.jks\n`, "unused-security-settings");
    expect(text).toContain("security.protocol=SSL\n");
    expect(text).toContain("ssl.keystore.password=\${KEYSTORE_PASSWORD}\n");
    expect(lintDocument(text).context.evaluation.verdict).not.toBe("throws");
  });
});

it("Q2 a login is written with marks to fill in, not with a name and a password that look real", () => {
  for (const [text, rule] of [
    [`${SASL}sasl.jaas.config=\n`, "jaas-syntax"],
    [SASL, "jaas-missing"],
    [`${SASL}sasl.jaas.config=${PLAIN};\n`, "jaas-credentials-missing"],
  ] as const) {
    const [login = ""] = fixed(text, rule);
    expect(login).toContain('username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}"');
    expect(rulesOf(login)).not.toContain(rule);
  }
});

describe("a fix does not lead to the next finding", () => {
  it("Q4 a delivery timeout that is too short goes, or leaves time for a retry", () => {
    const texts = fixed(`${BASE}delivery.timeout.ms=30000\n`, "delivery-timeout-too-short");
    expect(texts).toEqual([BASE, `${BASE}delivery.timeout.ms=120000\n`]);
    for (const text of texts) expect(rulesOf(text)).toEqual(rulesOf(BASE));
  });

  it("Q5 the wait of the Scala producer does not become a linger of seconds", () => {
    const texts = fixed(
      "metadata.broker.list=a:9092,b:9092\nproducer.type=async\nqueue.buffering.max.ms=5000\n",
      "old-producer-key",
    );
    expect(texts[0]).toContain("linger.ms=100\n");
    expect(rulesOf(texts[0] ?? "")).not.toContain("linger-too-long");
  });

  it("Q6 memory for the largest record is memory for more than one", () => {
    const [text = ""] = fixed(`${BASE}max.request.size=99999999\n`, "record-above-buffer");
    expect(text).toContain("buffer.memory=249999998\n");
  });
});

it("Q8 the preferred fix of retries-without-acks takes retries out and leaves acks alone", () => {
  const [text] = fixed(`${BASE}acks=0\nretries=5\n`, "retries-without-acks");
  expect(text).toBe(`${BASE}acks=0\n`);
});

it("M1 a number that is above a limit of the same file is not written without asking", () => {
  const text = `${BASE}linger.ms=20\nbatch.size=16MB\n`;
  expect(fixText(text).text).toBe(text);
  expect(fixText(`${BASE}linger.ms=20\nbatch.size=64KB\n`).text).toBe(`${BASE}linger.ms=20\nbatch.size=65536\n`);
});

describe("M1 whack-a-mole", () => {
  const text = `${BASE}linger.ms=500ms\nrequest.timeout.ms=60000\ndelivery.timeout.ms=30000\n`;

  it("M1 (1) no time is negative", () => {
    expect(rulesOf(text)).not.toContain("no-time-for-retry");
  });

  it("M1 (2) an error that is certain is shown beside a broken value", () => {
    const finding = lintDocument(text).findings.find(({ rule }) => rule === "delivery-timeout-too-short");
    expect(finding?.message).toContain(
      "request.timeout.ms 60000 (line 5) alone is more than delivery.timeout.ms 30000",
    );
  });

  it("M1 (3) fixing everything leaves no time that is too short for a retry", () => {
    const once = fixText(text, {}, "suggestions");
    expect(once.settled).toBe(true);
    expect(rulesOf(once.text)).not.toContain("no-time-for-retry");
    expect(fixText(once.text, {}, "suggestions").text).toBe(once.text);
  });
});

it("K4a an option without a value is not given the next option as its value", () => {
  const jaas =
    'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId= clientSecret="x";';
  expect(
    fixed(`${BASE}security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=${jaas}\n`, "jaas-syntax"),
  ).toEqual([]);
});

it("K4b a login that goes on in the lines below gets its backslashes", () => {
  const lines = [`sasl.jaas.config=${PLAIN}`, 'username="u"', 'password="p";', ""];
  const text = `${SASL}${lines.join("\n")}`;
  const finding = lintDocument(text).findings.find(({ rule }) => rule === "jaas-syntax");
  expect(finding?.messageId).toBe("continues");
  expect(fixed(text, "jaas-syntax")).toEqual([`${SASL}${lines.slice(0, 3).join(" \\\n")}\n`]);
  const [mended = ""] = fixed(text, "jaas-syntax");
  expect(rulesOf(mended)).toEqual(rulesOf(`${SASL}sasl.jaas.config=${PLAIN} username="u" password="p";\n`));
});

it.each([
  ["a setting of the producer in between", 'linger.ms=5\nusername="u"\npassword="p";\n'],
  ["an empty line in between", '\nusername="u"\npassword="p";\n'],
])("K4b not with %s", (_what, rest) => {
  const text = `${SASL}sasl.jaas.config=${PLAIN}\n${rest}`;
  expect(lintDocument(text).findings.map(({ messageId }) => messageId)).not.toContain("continues");
});

it("K4c a quote within a value is escaped, in the way of the file", () => {
  const text = `${SASL}sasl.jaas.config=${PLAIN} username="u" password="XX"YY";\n`;
  const finding = lintDocument(text).findings.find(({ rule }) => rule === "jaas-syntax");
  expect(finding?.message).toContain('there it is written \\\\" in a .properties file');
  expect(fixed(text, "jaas-syntax")).toEqual([text.replace('XX"YY', 'XX\\\\"YY')]);
});

it("K4c commas between options are no quotes within a value", () => {
  const text = `${SASL}sasl.jaas.config=${PLAIN} username="u",password="p";\n`;
  expect(fixed(text, "jaas-syntax")).toEqual([text.replace('",', '"')]);
});

it("M11 no fix stops a producer that starts", () => {
  for (const text of [
    `${BASE}Acks=1\ntransactional.id=t\n`,
    `${BASE}security.protocol=SASL_SSL\n`,
    `${BASE}ssl.keystore.location=/k.jks\n`,
    `${BASE}deliveryTimeoutMs=1000\n`,
  ]) {
    const { findings, context } = lintDocument(text);
    expect(context.evaluation.verdict, text).not.toBe("throws");
    for (const { edits, title } of findings.flatMap(({ fixes }) => fixes))
      expect(lintDocument(applyEdits(text, edits)).context.evaluation.verdict, title).not.toBe("throws");
  }
});

it("K6e advice is applied where it is asked for, and only there", () => {
  const text = `${BASE}acks=0\nretries=5\n`;
  expect(fixText(text, {}, "suggestions").text).toBe(text);
  expect(fixText(text, {}, { from: "information" }).text).not.toContain("retries=5");
});

it("minor 4 a misspelled key says where the right one is set", () => {
  const { findings } = lintDocument(`${BASE}linger.ms=10\nligner.ms=5\n`);
  const finding = findings.find(({ rule }) => rule === "unknown-key");
  expect(finding?.message).toContain("Did you mean linger.ms? It is already set in line 4.");
});

it("minor 1 what is missing is shown at a setting, where a comment can switch it off", () => {
  const text = "# first\n\nlinger.ms=5\nbootstrap.servers=kafka-1:9092,kafka-2:9092\n";
  const missing = lintDocument(text).findings.find(({ rule }) => rule === "missing-required-setting");
  expect(text.slice(missing?.span.start, missing?.span.end)).toBe("linger.ms=5");
  const off = text.replace("linger", "# ackwise-disable-next-line missing-required-setting\nlinger");
  expect(rulesOf(off)).toEqual(rulesOf(text).filter((rule) => rule !== "missing-required-setting"));
});
