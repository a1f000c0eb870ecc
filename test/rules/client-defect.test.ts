import { clientDefect } from "../../server/src/core/rules/all/client-defect.js";
import { testRule } from "../support/rule-tester.js";

const CORRUPTION =
  "KAFKA-19012: A batch that expires while its request is being written gives its memory back too early: records of one topic may be stored in another, with valid checksums and no error. Upgrade to 3.9.2, 4.0.2, 4.1.2, 4.2 or later; until then leave delivery.timeout.ms at 120000 or more.";

testRule(clientDefect, {
  accept: [
    { text: "acks=all\ndelivery.timeout.ms=20000" },
    { text: "acks=all", version: "2.7" },
    { text: "acks=all", version: "3.9.2" },
    { text: "acks=all", version: "4.0.2" },
    { text: "acks=all", version: "4.1.2" },
    { text: "# nothing", version: "3.9.1" },
    // Without a time limit nothing expires.
    { text: "delivery.timeout.ms=2147483647", version: "3.9.1" },
    { text: "partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner", version: "3.9.2" },
  ],
  reject: [
    {
      text: "[[acks=all]]",
      version: "3.9.1",
      severity: "information",
      message: `Known defects of Kafka 3.9.1 that this file can meet: ${CORRUPTION}`,
    },
    {
      text: "acks=all\n[[# ackwise-kafka-version: 4.1.1]]",
      version: "4.1.1",
      severity: "information",
      message: `Known defects of Kafka 4.1.1 that this file can meet: ${CORRUPTION}`,
    },
    {
      text: "acks=all\ndelivery.timeout.ms=[[40000]]",
      version: "2.8.0",
      severity: "warning",
      message: `Known defects of Kafka 2.8.0 that this file makes likely: ${CORRUPTION}`,
    },
    {
      text: "delivery.timeout.ms=[[40000]]\nenable.idempotence=true\nacks=all",
      version: "2.7",
      severity: "warning",
      message: /KAFKA-13794: Batches in flight are told apart by their sequence number alone/,
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.RoundRobinPartitioner]]",
      version: "2.4",
      severity: "warning",
      message: /KAFKA-9965: RoundRobinPartitioner is asked twice/,
    },
  ],
});
