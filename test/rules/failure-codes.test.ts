import { describe, expect, test } from "vitest";
import type { FailureCode } from "../../server/src/core/config/evaluation.js";
import { runRules } from "../../server/src/core/rules/run.js";
import { contextOfText } from "../support/context-of-text.js";

const SERIALIZER = "key.serializer=org.apache.kafka.common.serialization";
const SASL = "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=";

/** A text for every reason why the client certainly refuses a configuration; the compiler notices a new one. */
const SAMPLES: Readonly<Record<Exclude<FailureCode, NeverCertain>, readonly [text: string, version?: string]>> = {
  "not-a-number": ["linger.ms=soon"],
  "not-a-boolean": ["enable.idempotence=maybe"],
  "out-of-range": ["linger.ms=-1"],
  "not-a-choice": ["acks=some"],
  "empty-string": ["transactional.id="],
  "empty-list": ["bootstrap.servers="],
  "empty-list-element": ["interceptor.classes=,"],
  "class-not-found": ["key.serializer=StringSerializer"],
  "class-wrong-role": [`${SERIALIZER}.StringDeserializer`],
  "config-provider": ["config.providers=a\nconfig.providers.a.class=FileConfigProvider"],
  "idempotence-conflict": ["enable.idempotence=true\nacks=1"],
  "transactional-id-without-idempotence": ["transactional.id=t\nenable.idempotence=false"],
  "two-phase-commit-timeout": ["transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=1000"],
  "delivery-timeout": ["delivery.timeout.ms=1"],
  "bootstrap-address": ["bootstrap.servers=localhost"],
  "bootstrap-port": ["bootstrap.servers=localhost:70000"],
  "bootstrap-none": ["bootstrap.servers=", "4.1"],
  "serializer-setting": [`${SERIALIZER}.ListSerializer`],
  "metrics-filter": ["metrics.jmx.include=*"],
  "incremental-buffer": ["buffer.memory.allocation.strategy=incremental\ncompression.type=lz4", "4.4"],
  "rack-missing": ["partitioner.rack.aware=true", "4.4"],
  "sasl-mechanism": ["security.protocol=SASL_SSL\nsasl.mechanism="],
  "jaas-syntax": [`${SASL}X`],
  "login-module": [`${SASL}PlainLoginModule required;`],
  login: [`${SASL}org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;`],
  "oauth-setting": [
    "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n" +
      "sasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\n" +
      "sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
  ],
  "ssl-store": ["security.protocol=SSL\nssl.truststore.password=x"],
  "ssl-algorithm": ["security.protocol=SSL\nssl.protocol="],
};

/** What depends on the machine, and what the application may supply in code (a hint). */
type NeverCertain = "missing-setting" | "placeholder" | "template" | "bootstrap-unresolvable" | "jaas-missing";

describe("every certain failure is an error of some rule", () => {
  test.each(Object.entries(SAMPLES))("%s", (code, [text, release]) => {
    const context = contextOfText(text, release);
    const failure = context.evaluation.failures.find((entry) => entry.code === code);
    expect(failure?.certainty).toBe("certain");
    const keys = [failure?.key, ...(failure?.relatedKeys ?? [])];
    const errors = runRules(context).filter((finding) => finding.severity === "error" && keys.includes(finding.key));
    expect(errors.length).toBeGreaterThan(0);
  });
});
