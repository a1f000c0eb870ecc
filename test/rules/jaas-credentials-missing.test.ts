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
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config= [[org.apache.kafka.common.security.plain.PlainLoginModule]] \\\n  required;\n",
      message: /^PlainLoginModule has no option username and no option password: /,
      fixes: [
        {
          title: "Add username, password, to be filled in",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config= org.apache.kafka.common.security.plain.PlainLoginModule \\\n  required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";\n',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[org.apache.kafka.common.security.plain.PlainLoginModule]] required \\\n  UserName="a\\\\"b" \\\n  debug="true" ;\n',
      message: /^PlainLoginModule has no option username and no option password: /,
      fixes: [
        {
          title: "Rename to username, and add password, to be filled in",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username="a\\\\"b" \\\n  debug="true" password="${KAFKA_PASSWORD}" ;\n',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=[[org.apache.kafka.common.security.plain.PlainLoginModule]] required username="u";\n',
      message:
        "PlainLoginModule has no option password: the producer starts, but every connection fails.\nKafka: Cannot get userid/password",
      fixes: [
        {
          title: "Add password, to be filled in",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="${KAFKA_PASSWORD}";\n',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=[[org.apache.kafka.common.security.scram.ScramLoginModule]] required user="u" pass="p";\n',
      message:
        "ScramLoginModule has no option username and no option password: the producer starts, but every connection fails.\nKafka: Cannot get userid/password",
      fixes: [
        {
          title: "Rename to username, password",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p";\n',
        },
      ],
    },
  ],
});
