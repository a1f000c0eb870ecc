import { describe, expect, it } from "vitest";
import { recogniseDialect } from "../../server/src/core/dialects/dialects.js";
import { effectiveConfig, lintText } from "../../server/src/library/index.js";
import { lintDocument } from "../../server/src/core/report/lint.js";
import { applyEdits } from "../../server/src/core/text/span.js";

const WORKER = `bootstrap.servers=10.0.0.1:9092
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
offset.storage.file.filename=/var/lib/connect/offsets
plugin.path=/usr/local/share/java
`;

const found = (text: string): readonly string[] =>
  lintText(text).findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe("K5b a Connect worker", () => {
  it("K5b its producer. settings are checked as producer settings", () => {
    const rules = found(`${WORKER}producer.buffer.memory=200\n`);
    expect(rules).toContain("other-dialect information");
    expect(rules.join()).toContain("batch-size-above-buffer-memory");
    expect(rules).not.toContain("prefixed-key warning");
  });

  it("K5b nothing is said of its other settings, right or wrong", () => {
    expect(found(`${WORKER}acks=seven\nlinger.ms=5ms\ngroup.id=g\nrest.port=8083\ntopic=x\n`)).toEqual([
      "other-dialect information",
    ]);
  });

  it("K5b what Connect sets for its producers counts", () => {
    expect(effectiveConfig(WORKER, { kafkaVersion: "4.1" })).toMatchObject({
      verdict: "ok",
      settings: {
        "enable.idempotence": { value: "false", source: "framework" },
        "max.in.flight.requests.per.connection": { value: "1", source: "framework" },
        "delivery.timeout.ms": { value: "2147483647", source: "framework" },
      },
    });
    const id = `${WORKER}producer.transactional.id=t\n`;
    expect(effectiveConfig(id, { kafkaVersion: "3.0.1" }).verdict).toBe("ok");
    expect(effectiveConfig(id, { kafkaVersion: "3.6" })).toMatchObject({
      verdict: "throws",
      error: { message: "Cannot set a transactional.id without also enabling idempotence." },
    });
    expect(effectiveConfig(`${WORKER}producer.acks=seven\n`).verdict).toBe("throws");
    expect(effectiveConfig(`${WORKER}producer.enable.idempotence=true\n`).verdict).toBe("ok");
  });

  it("K5b fixes keep the prefix", () => {
    const text = `${WORKER}producer.ack=all\n`;
    const { findings } = lintDocument(text);
    const fix = findings.find(({ rule }) => rule === "unknown-key")?.fixes[0];
    expect(applyEdits(text, fix?.edits ?? [])).toBe(`${WORKER}producer.acks=all\n`);
  });

  it("K5b is read where it sets something for producers, and left alone elsewhere", () => {
    const recognised = (text: string): string | undefined =>
      recogniseDialect("connect-distributed.properties", text)?.id;
    expect(recognised(WORKER)).toBeUndefined();
    expect(recognised(`${WORKER}producer.acks=1\n`)).toBe("properties");
    expect(recognised(`connector.class=X\n${WORKER}producer.acks=1\n`)).toBeUndefined();
  });
});

describe.each([
  ["K5c", "kafka.bootstrap.servers=h1:9092\nkafka.acks=1\nkafka.retries=0\n", "prefix kafka."],
  ["K5c", "app.kafka.producer.batch-size=5\napp.kafka.producer.acks=0\n", "prefix app.kafka.producer."],
  ["K5d", "spring.kafka.producer.properties.max.request.size=10485760\n", "Spring Boot"],
  ["K5d", "mp.messaging.outgoing.a.acks=1\n", "Quarkus"],
  ["K5d", "spring.cloud.stream.kafka.binder.required-acks=1\n", "Spring Cloud Stream"],
])("%s %j", (id, text, named) => {
  it(`${id} lint says once what it looks like, and that it was not checked`, () => {
    const { findings } = lintText(text);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["other-dialect information"]);
    expect(findings[0]?.message).toContain(named);
    expect(findings[0]?.message).toContain("not checked");
  });

  it(`${id} effective does not say that the producer does not start`, () => {
    const { verdict, error, dependsOn } = effectiveConfig(text);
    expect({ verdict, error }).toEqual({ verdict: "unknown", error: undefined });
    expect(dependsOn[0]?.reason).toContain(named);
    expect(dependsOn[0]?.reason).toContain("not checked");
  });
});

it("K5d settings of a framework beside the client's own are no unknown ones", () => {
  const text = "acks=all\nspring.kafka.producer.batch-size=5\nspring.kafka.bootstrap-servers=a:1\n";
  expect(found(text)).toEqual(["other-dialect information"]);
});

it("K5b Kafka Streams takes the prefix producer. off", () => {
  expect(found("application.id=a\nproducer.linger.ms=5\n")).toEqual(["other-dialect information"]);
});
