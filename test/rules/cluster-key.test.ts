import { clusterKey } from "../../server/src/core/rules/all/cluster-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(clusterKey, {
  accept: [
    { text: "acks=all\nmy.own.key=1\n" },
    { text: "acks=all\ncompression.type=gzip\ntransaction.timeout.ms=1000\nmetadata.max.age.ms=1\n" },
    // A broker's own file.
    { text: "broker.id=1\nlog.dirs=/data\nnum.partitions=3\n" },
  ],
  reject: [
    {
      text: "acks=all\n[[min.insync.replicas]]=2\n",
      severity: "warning",
      message:
        "A producer ignores settings of topics: min.insync.replicas. Set it on the topic, with kafka-configs.sh --alter --entity-type topics.",
      fixes: [{ title: "Remove min.insync.replicas", result: "acks=all\n" }],
    },
    {
      text: "acks=all\n[[message.max.bytes]]=2000000\n",
      message:
        "A producer ignores settings of brokers: message.max.bytes. It belongs in the broker's configuration file.",
      fixes: [{ title: "Remove message.max.bytes", result: "acks=all\n" }],
    },
    {
      text: "[[replication.factor]]=3\nacks=all\nlog.retention.hours=24\nlisteners=PLAINTEXT://:9092\n",
      message:
        "A producer ignores settings of topics and brokers: replication.factor, log.retention.hours, listeners. Set them on the topic, or in the broker's configuration file.",
      fixes: [{ title: "Remove all 3", result: "acks=all\n" }],
    },
  ],
});
