import { expect, test } from "vitest";
import { urlProblem } from "../../../server/src/core/config/checks/oauth-url.js";
import { verdictTable } from "../evaluation-tables.js";

const OAUTH = "org.apache.kafka.common.security.oauthbearer";
const SASL = "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=OAUTHBEARER\n";
const jaas = (options: string): string => `sasl.jaas.config=${OAUTH}.OAuthBearerLoginModule required ${options};\n`;
const HANDLER = `${SASL}sasl.login.callback.handler.class=${OAUTH}.OAuthBearerLoginCallbackHandler\n`;
const URL = "sasl.oauthbearer.token.endpoint.url=https://example.com/token\n";
const TOKEN = "An internal error occurred while retrieving token from callback handler";
const EXTENSIONS = "An internal error occurred while retrieving SASL extensions from callback handler";

verdictTable("unsecured tokens", {
  accepts: [
    [SASL + jaas("")],
    [SASL + jaas('unsecuredLoginStringClaim_sub="a"')],
    [SASL + jaas('unsecuredLoginStringClaim_sub="a" unsecuredLoginLifetimeSeconds="60"')],
    [SASL + jaas('unsecuredLoginPrincipalClaimName="me" unsecuredLoginStringClaim_me="a"')],
    [SASL + jaas('unsecuredLoginStringClaim_sub="a" unsecuredLoginExtension_tenant="x"')],
  ],
  rejects: [
    [SASL + jaas('clientId="a" clientSecret="b"'), TOKEN],
    [SASL + jaas('unsecuredLoginStringClaim_sub=" "'), TOKEN],
    [SASL + jaas('unsecuredLoginStringClaim_sub="a" unsecuredLoginLifetimeSeconds="1h"'), TOKEN],
    [SASL + jaas('unsecuredLoginStringClaim_sub="a" unsecuredLoginExtension_auth="x"'), EXTENSIONS],
  ],
  leavesOpen: [[SASL + jaas('unsecuredLoginStringClaim_sub="a" unsecuredLoginStringClaim_exp="1"'), "login"]],
});

verdictTable("token endpoint", {
  rejects: [
    [HANDLER + jaas("clientId=a clientSecret=b"), /token.endpoint.url value is required$/],
    [HANDLER + jaas("clientId=a clientSecret=b"), /token.endpoint.url value must be non-null$/, "4.0.2"],
    [`${HANDLER}${jaas("")}sasl.oauthbearer.token.endpoint.url=foo`, /malformed: no protocol: foo$/, "3.9.2"],
    [`${HANDLER}${jaas("")}sasl.oauthbearer.token.endpoint.url=foo`, /^Invalid value foo for configuration/, "3.8.1"],
    [HANDLER + URL + jaas(""), "The OAuth configuration option clientId value must be non-null", "3.9.2"],
    [HANDLER + URL + jaas("clientId=a"), /^The class .*: Invalid value null for configuration .*client.secret$/],
    [
      `${HANDLER}${URL}${jaas("clientId=a clientSecret=b")}sasl.login.retry.backoff.max.ms=10`,
      /retryBackoffMaxMs value \(10\) is less than retryBackoffMs value \(100\)$/,
    ],
    [HANDLER + URL + jaas("clientId=a clientSecret=b"), /Class .* could not be found\.$/, "3.3.2"],
  ],
  leavesOpen: [
    [HANDLER + URL + jaas("clientId=a clientSecret=b"), "oauth-setting"],
    [HANDLER + URL + jaas("clientId=a clientSecret=b"), "login", "3.9.2"],
    [`${HANDLER}${jaas("")}sasl.oauthbearer.token.endpoint.url=file:///token`, "oauth-setting", "3.9.2"],
  ],
});

test.each([
  ["https://example.com/t", undefined],
  ["FILE:/x", undefined],
  ["url:http:/x", undefined],
  ["example.com:80/t", "is malformed: unknown protocol: example.com"],
  ["127.0.0.1:80/t", "is malformed: no protocol: 127.0.0.1:80/t"],
  ["/a:b", "is malformed: no protocol: /a:b"],
  ["ftp://x", 'contains an invalid protocol (ftp); only "http", "https", and "file" protocol are supported'],
])("the URL %s", (url, problem) => {
  expect(urlProblem(url)).toBe(problem);
});
