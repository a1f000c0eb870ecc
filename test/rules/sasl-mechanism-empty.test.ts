import { saslMechanismEmpty } from "../../server/src/core/rules/all/sasl-mechanism-empty.js";
import { testRule } from "../support/rule-tester.js";

testRule(saslMechanismEmpty, {
  accept: [{ text: "security.protocol=SASL_SSL\nsasl.mechanism=", version: "3.2" }, { text: "sasl.mechanism=" }],
  reject: [
    {
      text: "security.protocol=SASL_SSL\n[[sasl.mechanism]]=",
      message:
        "sasl.mechanism has no value, but security.protocol asks for SASL: the producer does not start.\nKafka: ConfigException: Invalid value null for configuration sasl.mechanism: When the security.protocol configuration enables SASL, mechanism must be non-null and non-empty string.",
      fixes: [{ title: "Remove sasl.mechanism (the default is GSSAPI)", result: "security.protocol=SASL_SSL" }],
    },
    {
      text: "security.protocol=SASL_SSL\n[[sasl.mechanism]]=\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;",
      message:
        "sasl.mechanism has no value, but security.protocol asks for SASL: the producer does not start.\nKafka: ConfigException: Invalid value null for configuration sasl.mechanism: When the security.protocol configuration enables SASL, mechanism must be non-null and non-empty string.",
      fixes: [
        {
          title: "Set sasl.mechanism to SCRAM-SHA-512",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;",
        },
        {
          title: "Set sasl.mechanism to SCRAM-SHA-256",
          result:
            "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;",
        },
      ],
    },
  ],
});
