import { jaasCredentialsMissing } from "../../server/src/core/rules/all/jaas-credentials-missing.js";
import { testRule } from "../support/rule-tester.js";

testRule(jaasCredentialsMissing, {
  accept: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";',
    },
    { text: "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;" },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.login.callback.handler.class=com.example.H\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nconfig.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nsasl.jaas.config=${env:JAAS}",
    },
  ],
  reject: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[org.apache.kafka.common.security.plain.PlainLoginModule]] required username="u";\n',
      message:
        "PlainLoginModule has no option password: the producer starts, but every connection fails.\nKafka: Cannot get userid/password",
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=[[org.apache.kafka.common.security.scram.ScramLoginModule]] required user="u" pass="p";\n',
      message:
        "ScramLoginModule has no option username and no option password: the producer starts, but every connection fails.\nKafka: Cannot get userid/password",
    },
  ],
});
