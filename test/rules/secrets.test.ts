import { expect, test } from "vitest";
import { catalogData } from "../../server/src/core/catalog/catalog.js";
import { runRules } from "../../server/src/core/rules/run.js";
import { contextOfText } from "../support/context-of-text.js";

const SECRET = "hunter2secret";
const MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";
const OAUTH = "org.apache.kafka.common.security.oauthbearer.";

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

/** JAAS texts that are right: the secret stands where it belongs. */
const LOGINS = [
  `${MODULE} required username="a" password="${SECRET}";`,
  `${MODULE} required username="a" password='${SECRET}';`,
  `${OAUTH}OAuthBearerLoginModule required clientId="a" clientSecret="${SECRET}" scope="s";`,
  `${OAUTH}OAuthBearerLoginModule required clientId="a" clientSecret="x" ssl.truststore.password="${SECRET}";`,
];
const HANDLER = `sasl.login.callback.handler.class=${OAUTH}OAuthBearerLoginCallbackHandler`;

/** Settings of plugins that are secrets, too. */
const PLUGIN_KEYS = [
  "schema.registry.ssl.key.password",
  "schema.registry.basic.auth.user.info",
  "basic.auth.user.info",
];

const sensitive = Object.keys(catalogData.keys).filter((key) => catalogData.keys[key]?.sensitive);

const texts = [
  ...JAAS.map((jaas) => `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${jaas}`),
  ...LOGINS.map(
    (jaas) => `security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n${HANDLER}\nsasl.jaas.config=${jaas}`,
  ),
  ...LOGINS.map((jaas) => `bootstrap.servers=a:9092\nsasl.jaas.config=${jaas}`),
  ...[...sensitive, ...PLUGIN_KEYS].flatMap((key) => [
    `${key}=${SECRET}`,
    `${key}=\${${SECRET}}`,
    `${key}=\${${SECRET}:x}`,
    `config.providers=a\nconfig.providers.a.class=com.example.A\n${key}=${SECRET}\${b:${SECRET}}`,
  ]),
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

test("secrets in clear text are found wherever they stand", () => {
  const found = [...LOGINS.map((jaas) => `sasl.jaas.config=${jaas}`), ...PLUGIN_KEYS.map((key) => `${key}=${SECRET}`)];
  for (const text of found) {
    const findings = runRules(contextOfText(text)).filter(({ rule }) => rule === "clear-text-secret");
    expect([text, findings.length > 0]).toEqual([text, true]);
    for (const { span } of findings) expect(text.slice(span.start, span.end)).toMatch(/hunter2secret|"x"/);
  }
});
