import { loginModuleMismatch } from "../../server/src/core/rules/all/login-module-mismatch.js";
import { testRule } from "../support/rule-tester.js";

testRule(loginModuleMismatch, {
  accept: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p";',
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p";',
    },
    {
      text: 'sasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";',
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=com.example.LoginModule required;",
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.client.callback.handler.class=com.example.H\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";',
    },
  ],
  reject: [
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=[[org.apache.kafka.common.security.plain.PlainLoginModule]] required username="u" password="p";\n',
      message: "PlainLoginModule does not serve SCRAM-SHA-512: the producer starts, but every connection fails.",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.scram.ScramLoginModule",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p";\n',
        },
        {
          title: "Set sasl.mechanism to PLAIN",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";\n',
        },
      ],
    },
    {
      text: 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.jaas.config=[[org.apache.kafka.common.security.scram.ScramLoginModule]] required username="u" password="p";\n',
      message: "ScramLoginModule does not serve OAUTHBEARER: the producer starts, but every connection fails.",
    },
  ],
});
