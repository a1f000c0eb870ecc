import { keysIgnored } from "../../server/src/core/rules/all/keys-ignored.js";
import { testRule } from "../support/rule-tester.js";

testRule(keysIgnored, {
  accept: [
    { text: "partitioner.ignore.keys=false" },
    { text: "partitioner.ignore.keys=true\npartitioner.class=com.example.P" },
    { text: "partitioner.class=org.apache.kafka.clients.producer.UniformStickyPartitioner", version: "3.9" },
    { text: "partitioner.ignore.keys=true", version: "3.2" },
  ],
  reject: [
    {
      text: "partitioner.ignore.keys=[[true]]\n",
      message:
        "partitioner.ignore.keys true (line 1): records with the same key spread over partitions and have no order, and compaction keeps several of them.",
      fixes: [{ title: "Remove partitioner.ignore.keys (the default is false)", result: "" }],
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.RoundRobinPartitioner]]\n",
      message:
        "RoundRobinPartitioner ignores keys: records with the same key spread over partitions and have no order, and compaction keeps several of them.",
      fixes: [{ title: "Remove partitioner.class", result: "" }],
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.UniformStickyPartitioner]]\n",
      version: "2.8",
      profile: "durability",
      message:
        "UniformStickyPartitioner ignores keys: records with the same key spread over partitions and have no order, and compaction keeps several of them.",
      fixes: [
        {
          title:
            "Remove partitioner.class (the default is org.apache.kafka.clients.producer.internals.DefaultPartitioner)",
          result: "",
        },
      ],
    },
  ],
});
