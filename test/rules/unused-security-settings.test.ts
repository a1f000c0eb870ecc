import { unusedSecuritySettings } from "../../server/src/core/rules/all/unused-security-settings.js";
import { testRule } from "../support/rule-tester.js";

testRule(unusedSecuritySettings, {
  accept: [
    {
      text: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nssl.truststore.location=/a",
    },
    {
      text: "ssl.truststore.location=",
    },
    {
      text: "sasl.mechanism=GSSAPI",
    },
    {
      text: "ssl.endpoint.identification.algorithm=https\nssl.protocol=TLSv1.3",
    },
    {
      text: "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=OAUTHBEARER\nssl.truststore.location=/a",
    },
    {
      text: "security.protocol=TYPO\nsasl.mechanism=PLAIN",
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nsecurity.protocol=${env:P}\nsasl.mechanism=PLAIN",
    },
  ],
  reject: [
    {
      text: "bootstrap.servers=a:9092\n[[ssl.keystore.location]]=/a\n",
      message:
        "The client does not encrypt: with security.protocol PLAINTEXT (default) it ignores the ssl.* settings of this file.",
      fixes: [
        {
          title: "Write security.protocol=SSL and ssl.keystore.password=${KEYSTORE_PASSWORD}",
          result:
            "bootstrap.servers=a:9092\nssl.keystore.location=/a\nsecurity.protocol=SSL\nssl.keystore.password=${KEYSTORE_PASSWORD}\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=a:9092\n[[sasl.mechanism]]=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;\n",
      message:
        "The client does not log in: with security.protocol PLAINTEXT (default) it ignores the sasl.* settings of this file.",
      fixes: [
        {
          title: "Write security.protocol=SASL_SSL",
          result:
            "bootstrap.servers=a:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;\n",
        },
      ],
    },
    {
      text: "[[ssl.truststore.location]]=/a\n",
      severity: "information",
      message:
        "The client does not encrypt: with security.protocol PLAINTEXT (default) it ignores the ssl.* settings of this file.",
      fixes: [
        {
          title: "Write security.protocol=SSL",
          result: "ssl.truststore.location=/a\nsecurity.protocol=SSL\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=a:9092\n[[ssl.keystore.location]]=/a\nssl.keystore.password=b\n",
      message:
        "The client does not encrypt: with security.protocol PLAINTEXT (default) it ignores the ssl.* settings of this file.",
      fixes: [
        {
          title: "Write security.protocol=SSL",
          result:
            "bootstrap.servers=a:9092\nsecurity.protocol=SSL\nssl.keystore.location=/a\nssl.keystore.password=b\n",
        },
      ],
    },
    {
      text: "security.protocol=SSL\n[[sasl.mechanism]]=PLAIN\n",
      message:
        "The client does not log in: with security.protocol SSL (line 1) it ignores the sasl.* settings of this file.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n",
        },
      ],
    },
    {
      text: "security.protocol=PLAINTEXT\n[[sasl.mechanism]]=PLAIN\nssl.truststore.location=/a\n",
      severity: "information",
      message:
        "The client neither encrypts nor logs in: with security.protocol PLAINTEXT (line 1) it ignores the ssl.* and sasl.* settings of this file.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nssl.truststore.location=/a\n",
        },
      ],
    },
    {
      text: "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n[[ssl.truststore.location]]=/a\n",
      severity: "information",
      message:
        "The client does not encrypt: with security.protocol SASL_PLAINTEXT (line 1) it ignores the ssl.* settings of this file.",
      fixes: [
        {
          title: "Set security.protocol to SASL_SSL",
          result: "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nssl.truststore.location=/a\n",
        },
      ],
    },
  ],
});
