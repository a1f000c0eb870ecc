import { expect, test } from "vitest";
import { evaluated, underlined, verdictTable } from "../evaluation-tables.js";

const SECURITY = "org.apache.kafka.common.security";
const PLAIN_MODULE = `${SECURITY}.plain.PlainLoginModule`;
const SASL = "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n";
const PLAIN = `${SASL}sasl.jaas.config=${PLAIN_MODULE} required username="u" password="p";\n`;
const KERBEROS = `security.protocol=SASL_PLAINTEXT\nsasl.jaas.config=${PLAIN_MODULE} required;`;

verdictTable("SASL", {
  accepts: [
    [PLAIN],
    [PLAIN.replace("sasl.mechanism=PLAIN", "sasl.mechanism=SCRAM-SHA-512")],
    [PLAIN.replace("=PLAIN\n", "=plain\n")],
    [`${PLAIN}sasl.login.class=${SECURITY}.authenticator.DefaultLogin`],
    [`${KERBEROS}\nsasl.kerberos.service.name=kafka`],
    ["sasl.mechanism=PLAIN\nsasl.jaas.config=nonsense"],
  ],
  rejects: [
    [`${SASL}sasl.jaas.config=x`, "Login module control flag not specified in JAAS config"],
    [`${SASL}sasl.mechanism=\n`, /mechanism must be non-null and non-empty string/, "3.3.2"],
    [`${SASL}sasl.jaas.config=PlainLoginModule required;`, "No LoginModule found for PlainLoginModule"],
    [`${SASL}sasl.jaas.config=java.lang.String required;`, /^java.lang.ClassCastException: class java.lang.String/],
    [
      `${SASL}sasl.jaas.config=com.sun.security.auth.module.JndiLoginModule required;`,
      /^com.sun.security.auth.module.JndiLoginModule is not allowed. Update System property/,
      "3.4.1",
    ],
    [`${SASL}sasl.jaas.config=com.sun.security.auth.module.LdapLoginModule required;`, /is deprecated. Use the org/],
    [`${PLAIN}sasl.login.class=java.lang.String`, /^class java.lang.String cannot be cast to class org.*auth.Login /],
    [`${PLAIN}sasl.login.callback.handler.class=${SECURITY}.auth.Login`, /^Could not find a public no-argument/],
    [
      `${PLAIN}sasl.client.callback.handler.class=${SECURITY}.kerberos.KerberosClientCallbackHandler`,
      "Kerberos callback handler should only be used with GSSAPI",
    ],
    [
      `${PLAIN}sasl.login.callback.handler.class=${SECURITY}.oauthbearer.OAuthBearerLoginCallbackHandler`,
      "Unexpected SASL mechanism: PLAIN",
    ],
    [KERBEROS, "No serviceName defined in either JAAS or Kafka config"],
    [
      `${KERBEROS.replace("required", "required serviceName=a")}\nsasl.kerberos.service.name=b`,
      /^Conflicting serviceName values/,
    ],
  ],
  leavesOpen: [
    [SASL, "jaas-missing"],
    [`${SASL}sasl.jaas.config=com.example.Module required;`, "login-module"],
    [`${SASL}sasl.jaas.config=com.sun.security.auth.module.LdapLoginModule required;`, "login-module", "3.9.0"],
    [`${PLAIN}sasl.login.class=com.example.Login`, "class-not-found"],
  ],
});

test("a JAAS failure points at its part of the value and is wrapped as the release wraps it", () => {
  const text = `${SASL}sasl.jaas.config=\\ ${PLAIN_MODULE} required password=1;`;
  expect(underlined(text)).toBe("password=1");
  expect(evaluated(text, "3.5.2").error?.exception.map((part) => part.message)).toEqual([
    "Failed to construct kafka producer",
    "Value not specified for key 'password' in JAAS config",
  ]);
  expect(evaluated(text, "3.6.2").error?.exception[1]?.message).toBe("Failed to create new NetworkClient");
  expect(evaluated(text).error?.data).toEqual({ problem: "no-value", about: "password" });
});
