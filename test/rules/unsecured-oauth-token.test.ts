import { unsecuredOauthToken } from "../../server/src/core/rules/all/unsecured-oauth-token.js";
import { testRule } from "../support/rule-tester.js";

testRule(unsecuredOauthToken, {
  accept: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="a";',
    },
    {
      text: 'sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="a";',
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
    },
  ],
  reject: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required [[unsecuredLoginStringClaim_sub]]="a";\n',
      message:
        "unsecuredLogin options make a token that nobody has signed, for development only: a real login needs sasl.login.callback.handler.class.",
    },
  ],
});
