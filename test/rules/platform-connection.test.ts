import { platformConnection } from "../../server/src/core/rules/all/platform-connection.js";
import { testRule } from "../support/rule-tester.js";

const S =
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\n";
const MSK = "b-1.shop.x1.c2.kafka.eu-west-1.amazonaws.com";
const PLAIN = "sasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required";
const EVENT_HUBS_LINES = `security.protocol=SASL_SSL\n${PLAIN} username="$ConnectionString" password="\${EVENT_HUBS_CONNECTION_STRING}";\n`;

testRule(platformConnection, {
  accept: [
    { text: `bootstrap.servers=a:9092\n${S}` },
    { text: `bootstrap.servers=ns.servicebus.windows.net:9093\n${S}${EVENT_HUBS_LINES}` },
    {
      text: `bootstrap.servers=pkc-1.eu-west-1.aws.confluent.cloud:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n`,
    },
    {
      text: "bootstrap.servers=pkc-1.eu.aws.confluent.cloud:9092\nsecurity.protocol=SSL\nssl.keystore.location=/k.p12\nssl.keystore.password=x\n",
    },
    { text: `bootstrap.servers=${MSK}:9092\n${S}` },
    { text: `bootstrap.servers=${MSK}:9094\nsecurity.protocol=ssl\n`, version: "3.3.0" },
    { text: `bootstrap.servers=${MSK}:14001\n${S}` },
    { text: `bootstrap.servers=${MSK}:9096\nsecurity.protocol=\${PROTOCOL}\n` },
    { text: "bootstrap.servers=x.aivencloud.com:16480\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n" },
    { text: `bootstrap.servers=\${NAMESPACE}.servicebus.windows.net:9093\n${S}` },
    // Names that only look alike.
    {
      text: `bootstrap.servers=evilconfluent.cloud:9092,a.confluent.cloud.example.com:9092,confluent.cloud:9092\n${S}`,
    },
    { text: `bootstrap.servers=my-cluster-kafka-bootstrap.kafka.svc:9092\n${S}` },
    // unused-security-settings speaks of it.
    { text: `bootstrap.servers=pkc-1.eu.aws.confluent.cloud:9092\n${PLAIN} username="a" password="b";\n${S}` },
  ],
  reject: [
    {
      text: `bootstrap.servers=[[ns.servicebus.windows.net:9093]]\n${S}`,
      message:
        "Azure Event Hubs takes SASL_SSL on port 9093, not security.protocol PLAINTEXT (default): the producer never connects.",
      fixes: [
        {
          title: "Write what Azure Event Hubs needs on port 9093",
          result: `bootstrap.servers=ns.servicebus.windows.net:9093\n${EVENT_HUBS_LINES}${S}`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[ns.servicebus.chinacloudapi.cn:9092]]\n${S}${EVENT_HUBS_LINES}`,
      message: "Azure Event Hubs does not listen on port 9092, only on 9093: the producer never connects.",
      fixes: [
        {
          title: "Use port 9093, which takes SASL_SSL",
          result: `bootstrap.servers=ns.servicebus.chinacloudapi.cn:9093\n${S}${EVENT_HUBS_LINES}`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[pkc-1.eu.aws.confluent.cloud:9092]]\nsecurity.protocol=SASL_PLAINTEXT\n${PLAIN} username="a" password="b";\n`,
      message:
        "Confluent Cloud takes SASL_SSL on port 9092, not security.protocol SASL_PLAINTEXT (line 2): the producer never connects.",
      fixes: [
        {
          title: "Write what Confluent Cloud needs on port 9092",
          result: `bootstrap.servers=pkc-1.eu.aws.confluent.cloud:9092\nsecurity.protocol=SASL_SSL\n${PLAIN} username="a" password="b";\n`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[${MSK}:9094]],${MSK}:9094\n${S}`,
      message:
        "Amazon MSK takes SSL on port 9094, not security.protocol PLAINTEXT (default): the producer never connects.",
      fixes: [
        {
          title: "Write what Amazon MSK needs on port 9094",
          result: `bootstrap.servers=${MSK}:9094,${MSK}:9094\nsecurity.protocol=SSL\n${S}`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[${MSK}:9092]],${MSK}:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\n`,
      message:
        "Amazon MSK takes PLAINTEXT on port 9092, not security.protocol SASL_SSL (line 2): the producer never connects.",
      fixes: [
        {
          title: "Use port 9098, which takes SASL_SSL",
          result: `bootstrap.servers=${MSK}:9098,${MSK}:9098\nsecurity.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\n`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[${MSK}:9196]]\nsecurity.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="a" password="b";\n`,
      message:
        "Amazon MSK takes SCRAM-SHA-512 on port 9196, not sasl.mechanism SCRAM-SHA-256 (line 3): the login fails.",
      fixes: [
        {
          title: "Write what Amazon MSK needs on port 9196",
          result: `bootstrap.servers=${MSK}:9196\nsecurity.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="a" password="b";\n`,
        },
      ],
    },
    {
      text: "acks=all\nbootstrap.servers=[[kafka-1.x.aivencloud.com:16480]]\n",
      severity: "information",
      message:
        /^Aiven for Apache Kafka takes SASL_SSL, SSL on port 16480, not security\.protocol PLAINTEXT \(default\)/,
      fixes: [
        {
          title: "Write what Aiven for Apache Kafka needs on port 16480",
          result:
            'acks=all\nbootstrap.servers=kafka-1.x.aivencloud.com:16480\nsecurity.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="${AIVEN_USERNAME}" password="${AIVEN_PASSWORD}";\nssl.truststore.type=PEM\nssl.truststore.location=${AIVEN_CA_PEM_FILE}\n',
        },
      ],
    },
    {
      text: `bootstrap.servers=[[my-cluster-kafka-bootstrap:9093]]\n${S}`,
      version: "2.6.0", // Without PEM trust stores.
      severity: "information",
      message: "Strimzi usually takes SSL, SASL_SSL on port 9093, not security.protocol PLAINTEXT (default).",
      fixes: [
        {
          title: "Write what Strimzi needs on port 9093",
          result: `bootstrap.servers=my-cluster-kafka-bootstrap:9093\nsecurity.protocol=SSL\n${S}`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[my-cluster-kafka-bootstrap:9093]]\n${S}`,
      severity: "information",
      message: "Strimzi usually takes SSL, SASL_SSL on port 9093, not security.protocol PLAINTEXT (default).",
      fixes: [
        {
          title: "Write what Strimzi needs on port 9093",
          result: `bootstrap.servers=my-cluster-kafka-bootstrap:9093\nsecurity.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=\${CLUSTER_CA_CERTIFICATE_FILE}\n${S}`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[${MSK}:9092]]\nsecurity.protocol=SASL_SSL\nsasl.mechanism=GSSAPI\n`,
      message: /^Amazon MSK takes PLAINTEXT on port 9092/,
    },
  ],
});
