import { jaasMissing } from "../../server/src/core/rules/all/jaas-missing.js";
import { testRule } from "../support/rule-tester.js";

testRule(jaasMissing, {
  accept: [
    {
      text: "security.protocol=SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
    },
    { text: "security.protocol=SSL" },
  ],
  reject: [
    {
      text: "security.protocol=[[SASL_SSL]]\nsasl.mechanism=AWS_MSK_IAM",
      message:
        "SASL_SSL needs a login: without sasl.jaas.config the producer starts only when the JVM has a JAAS file with a KafkaClient entry (-Djava.security.auth.login.config).\nKafka: IllegalArgumentException: Could not find a 'KafkaClient' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set",
    },
    {
      text: "security.protocol=[[SASL_SSL]]\nsasl.mechanism=PLAIN",
      message:
        "SASL_SSL needs a login: without sasl.jaas.config the producer starts only when the JVM has a JAAS file with a KafkaClient entry (-Djava.security.auth.login.config).\nKafka: IllegalArgumentException: Could not find a 'KafkaClient' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set",
      fixes: [
        {
          title: "Add sasl.jaas.config for PLAIN",
          result:
            'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";',
        },
      ],
    },
    {
      text: "security.protocol=[[sasl_plaintext]]",
      message:
        "sasl_plaintext needs a login: without sasl.jaas.config the producer starts only when the JVM has a JAAS file with a KafkaClient entry (-Djava.security.auth.login.config).\nKafka: IllegalArgumentException: Could not find a 'KafkaClient' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set",
      fixes: [
        {
          title: "Add sasl.jaas.config and sasl.kerberos.service.name=kafka for GSSAPI",
          result:
            "security.protocol=sasl_plaintext\nsasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;\nsasl.kerberos.service.name=kafka",
        },
      ],
    },
  ],
});
