import { sslStore } from "../../server/src/core/rules/all/ssl-store.js";
import { testRule } from "../support/rule-tester.js";

testRule(sslStore, {
  accept: [
    { text: "ssl.truststore.password=unused without SSL" },
    {
      text: "security.protocol=SSL\nssl.truststore.location=/etc/kafka/trust.jks\nssl.keystore.location=/etc/kafka/key.jks\nssl.keystore.password=secret",
    },
    { text: "security.protocol=SSL\nssl.truststore.certificates=not a setting before 2.7", version: "2.6" },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.truststore.password=[[hunter2]]",
      version: "2.6",
      message:
        "ssl.truststore.password is set without ssl.truststore.location: the producer does not start.\nKafka: KafkaException: SSL trust store is not specified, but trust store password is specified.",
      fixes: [{ title: "Remove ssl.truststore.password", result: "security.protocol=SSL" }],
    },
    {
      text: "security.protocol=SSL\nssl.truststore.password=[[secret]]",
      message:
        "ssl.truststore.password is set without ssl.truststore.location: the producer does not start.\nKafka: InvalidConfigurationException: SSL trust store is not specified, but trust store password is specified.",
      fixes: [{ title: "Remove ssl.truststore.password", result: "security.protocol=SSL" }],
    },
    {
      text: "security.protocol=SSL\nssl.keystore.location=[[/a.jks]]",
      message:
        "ssl.keystore.location is set without ssl.keystore.password: the producer does not start.\nKafka: InvalidConfigurationException: SSL key store is specified, but key store password is not specified.",
      fixes: [
        {
          title: "Add ssl.keystore.password=${KEYSTORE_PASSWORD}",
          result: "security.protocol=SSL\nssl.keystore.location=/a.jks\nssl.keystore.password=${KEYSTORE_PASSWORD}",
        },
      ],
    },
    {
      text: "security.protocol=SSL\n[[ssl.truststore.location]]=",
      message:
        "ssl.truststore.location has no value and names no file: the producer does not start.\nKafka: KafkaException: Failed to load SSL keystore  of type JKS",
      fixes: [{ title: "Remove ssl.truststore.location", result: "security.protocol=SSL" }],
    },
    {
      text: "security.protocol=SSL\nssl.truststore.certificates=[[-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----]]",
      message:
        "ssl.truststore.certificates is for PEM texts only, which needs ssl.truststore.type=PEM: the producer does not start.\nKafka: InvalidConfigurationException: SSL trust store certs can be specified only for PEM, but trust store type is JKS.",
      fixes: [
        {
          title: "Add ssl.truststore.type=PEM",
          result:
            "security.protocol=SSL\nssl.truststore.certificates=-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\nssl.truststore.type=PEM",
        },
        { title: "Remove ssl.truststore.certificates", result: "security.protocol=SSL" },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.certificates=[[-----BEGIN CERTIFICATE-----]]",
      message:
        "ssl.truststore.certificates must be PEM text with a CERTIFICATE entry, line breaks included: the producer does not start.\nKafka: InvalidConfigurationException: No matching CERTIFICATE entries in PEM file",
    },
    {
      text: "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/a.pem\nssl.truststore.password=[[x]]",
      message:
        "ssl.truststore.password is not for PEM, which has no store password: the producer does not start.\nKafka: InvalidConfigurationException: SSL trust store password cannot be specified for PEM format.",
      fixes: [
        {
          title: "Remove ssl.truststore.password",
          result: "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/a.pem",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=[[/a.pem]]\nssl.truststore.certificates=-----BEGIN CERTIFICATE-----\\n...-----END CERTIFICATE-----",
      message:
        "ssl.truststore.location and ssl.truststore.certificates are two ways to say the same; only one may be set: the producer does not start.\nKafka: InvalidConfigurationException: Both SSL trust store location and separate trust certificates are specified.",
      fixes: [
        {
          title: "Remove ssl.truststore.location",
          result:
            "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.certificates=-----BEGIN CERTIFICATE-----\\n...-----END CERTIFICATE-----",
        },
        {
          title: "Remove ssl.truststore.certificates",
          result: "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/a.pem",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.keystore.type=PEM\nssl.keystore.certificate.chain=[[x]]",
      message:
        "ssl.keystore.certificate.chain is set without ssl.keystore.key: the producer does not start.\nKafka: InvalidConfigurationException: SSL certificate chain is specified, but private key is not specified",
      fixes: [
        { title: "Remove ssl.keystore.certificate.chain", result: "security.protocol=SSL\nssl.keystore.type=PEM" },
      ],
    },
  ],
});
