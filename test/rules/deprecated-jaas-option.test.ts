import { deprecatedJaasOption } from "../../server/src/core/rules/all/deprecated-jaas-option.js";
import { testRule } from "../support/rule-tester.js";

testRule(deprecatedJaasOption, {
  accept: [
    {
      text: "sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a;",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a;",
      version: "4.0",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=a",
    },
  ],
  reject: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.client.credentials.client.id=x\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required [[clientId]]="a" clientSecret="b";\n',
      message: "clientId, clientSecret in sasl.jaas.config: deprecated since 4.1, where settings of their own exist.",
      fixes: [
        {
          title: "Move to sasl.oauthbearer.* settings",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.client.credentials.client.id=x\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;\nsasl.oauthbearer.client.credentials.client.secret=b\n",
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required [[clientId]]="a" clientSecret="b";\n',
      message: "clientId, clientSecret in sasl.jaas.config: deprecated since 4.1, where settings of their own exist.",
      fixes: [
        {
          title: "Move to sasl.oauthbearer.* settings",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;\nsasl.oauthbearer.client.credentials.client.id=a\nsasl.oauthbearer.client.credentials.client.secret=b\n",
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required extension_x="1" [[scope]]="s" ssl.truststore.type="PEM";\n',
      message: "scope in sasl.jaas.config: deprecated since 4.1, where settings of their own exist.",
      fixes: [
        {
          title: "Move to sasl.oauthbearer.* settings",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required extension_x="1" ssl.truststore.type="PEM";\nsasl.oauthbearer.scope=s\n',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.client.credentials.client.id=x\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required [[clientId]]="a";\n',
      message:
        "clientId in sasl.jaas.config: the client takes the settings of their own, which are there, and ignores this.",
      fixes: [
        {
          title: "Remove what the settings replace",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler\nsasl.oauthbearer.client.credentials.client.id=x\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;\n",
        },
      ],
    },
  ],
});
