import { expect, test } from "vitest";
import { catalogData } from "../../server/src/core/catalog/catalog.js";
import { runRules } from "../../server/src/core/rules/run.js";
import { contextOfText } from "../support/context-of-text.js";

const SECRET = "hunter2secret";
const MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

/** Ways to get a JAAS text wrong with a secret near the mistake. */
const JAAS = [
  `${MODULE} required username=a password=${SECRET}`,
  `${MODULE} required username=a password=12${SECRET};`,
  `${MODULE} required username=a password=x ${SECRET};`,
  `${MODULE} required username=a password=x ${SECRET}=y;`,
  `${MODULE} required username=a password=x;${SECRET} ${SECRET};`,
  `${MODULE} required username=a password="${SECRET};`,
  `${MODULE} ${SECRET} username=a;`,
  `"${MODULE} required password=" ${SECRET} ";"`,
  `"${MODULE} required password=${SECRET};"`,
  `${SECRET} required;`,
  `"a ${SECRET}" required;`,
  `KafkaClient { ${MODULE} required password=${SECRET} };`,
];

const sensitive = Object.keys(catalogData.keys).filter((key) => catalogData.keys[key]?.sensitive);

const texts = [
  ...JAAS.map((jaas) => `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${jaas}`),
  ...sensitive.flatMap((key) => [
    `security.protocol=SASL_SSL\n${key}=${SECRET}`,
    `security.protocol=SSL\n${key}="${SECRET}"`,
    `security.protocol=SSL\n${key}=${SECRET} # ${SECRET}\n${key}=${SECRET}`,
    `security.protocol=SSL\nssl.keystore.type=PEM\nssl.truststore.type=PEM\n${key}=${SECRET};`,
  ]),
];

test.each(texts)("no finding tells the secret: %j", (text) => {
  for (const release of ["2.6", "3.9", "4.3"]) {
    for (const { rule, message, data, related, fixes } of runRules(contextOfText(text, release))) {
      const told = JSON.stringify([message, data, related, fixes.map((fix) => fix.title)]);
      expect(told.includes(SECRET), `${rule}: ${told}`).toBe(false);
    }
  }
});
