import { saslWithoutTls } from "../../server/src/core/rules/all/sasl-without-tls.js";
import { testRule } from "../support/rule-tester.js";

testRule(saslWithoutTls, {
  accept: [
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN",
    },
    {
      text: "security.protocol=SASL_PLAINTEXT",
    },
    {
      text: "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nbootstrap.servers=localhost:9092",
    },
    {
      text: "sasl.mechanism=PLAIN",
    },
  ],
  reject: [
    {
      text: "security.protocol=[[SASL_PLAINTEXT]]\nsasl.mechanism=PLAIN\n",
      message: "PLAIN sends the password, and SASL_PLAINTEXT does not encrypt it: whoever sees the traffic has it.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=localhost:9092,kafka01:9092\nsecurity.protocol=[[sasl_plaintext]]\nsasl.mechanism=SCRAM-SHA-512\n",
      message: "Whoever sees this login can try out passwords offline until one fits: use SCRAM with TLS only.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result:
            "bootstrap.servers=localhost:9092,kafka01:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\n",
        },
      ],
    },
    {
      text: "security.protocol=[[SASL_PLAINTEXT]]\nsasl.mechanism=OAUTHBEARER\n",
      profile: "strict",
      message: "OAUTHBEARER sends the token, and SASL_PLAINTEXT does not encrypt it: whoever sees the traffic has it.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n",
        },
      ],
    },
  ],
});
