import { unknownSaslMechanism } from "../../server/src/core/rules/all/unknown-sasl-mechanism.js";
import { testRule } from "../support/rule-tester.js";

testRule(unknownSaslMechanism, {
  accept: [
    { text: "sasl.mechanism=plain" },
    { text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n" },
    { text: "security.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\n" },
    { text: "security.protocol=SASL_SSL\nsasl.mechanism=EXTERNAL\n" },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=plain\nsasl.client.callback.handler.class=com.example.Handler",
    },
  ],
  reject: [
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=[[plain]]\n",
      message:
        '"plain" is no mechanism, PLAIN is: the producer starts, but every connection fails.\nKafka: Failed to create SaslClient with mechanism plain',
      fixes: [{ title: "Set sasl.mechanism to PLAIN", result: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n" }],
    },
    {
      text: "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=[[SCRAM-SHA256]]\n",
      message:
        '"SCRAM-SHA256" is no mechanism, SCRAM-SHA-256 is: the producer starts, but every connection fails.\nKafka: Failed to create SaslClient with mechanism SCRAM-SHA256',
      fixes: [
        {
          title: "Set sasl.mechanism to SCRAM-SHA-256",
          result: "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=SCRAM-SHA-256\n",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=[[SCRAM]]\n",
      message:
        '"SCRAM" is no mechanism, SCRAM-SHA-256 and SCRAM-SHA-512 are: the producer starts, but every connection fails.\nKafka: Failed to create SaslClient with mechanism SCRAM',
      fixes: [
        {
          title: "Set sasl.mechanism to SCRAM-SHA-256",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\n",
        },
        {
          title: "Set sasl.mechanism to SCRAM-SHA-512",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\n",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=[[Kerberos]]\n",
      message:
        '"Kerberos" is no mechanism, GSSAPI is: the producer starts, but every connection fails.\nKafka: Failed to create SaslClient with mechanism Kerberos',
      fixes: [{ title: "Set sasl.mechanism to GSSAPI", result: "security.protocol=SASL_SSL\nsasl.mechanism=GSSAPI\n" }],
    },
  ],
});
