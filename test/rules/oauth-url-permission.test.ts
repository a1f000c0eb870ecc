import { oauthUrlPermission } from "../../server/src/core/rules/all/oauth-url-permission.js";
import { testRule } from "../support/rule-tester.js";

testRule(oauthUrlPermission, {
  accept: [
    {
      text: "sasl.oauthbearer.token.endpoint.url=https://example.org/token",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=https://example.org/token\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;",
      version: "3.9",
    },
  ],
  reject: [
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.token.endpoint.url=[[https://example.org/token]]\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a clientSecret=b;\n",
      message:
        "The producer starts only if the JVM allows this URL: -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=<the URL>.",
    },
  ],
});
