import { oldProducerKey } from "../../server/src/core/rules/all/old-producer-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(oldProducerKey, {
  accept: [{ text: "acks=all" }],
  reject: [
    {
      text: "[[metadata.broker.list]]=a:9092\n",
      message:
        "metadata.broker.list is a setting of producers before 2.0 and is ignored today: bootstrap.servers has taken its place.",
      fixes: [{ title: "Replace with bootstrap.servers", result: "bootstrap.servers=a:9092\n" }],
    },
    {
      text: "acks=1\n[[queue.buffering.max.ms]]=5000\n",
      message:
        "queue.buffering.max.ms is a setting of producers before 2.0 and is ignored today: linger.ms has taken its place.",
      fixes: [{ title: "Replace with linger.ms=100", result: "acks=1\nlinger.ms=100\n" }],
    },
    {
      text: "[[producer.type]]=async\n",
      severity: "information",
      message: "producer.type is a setting of producers before 2.0 and is ignored today; nothing has taken its place.",
      fixes: [{ title: "Remove producer.type", result: "" }],
    },
    {
      text: "acks=all\n[[producer.type]]=sync\n",
      message: "producer.type is a setting of producers before 2.0 and is ignored today; nothing has taken its place.",
      fixes: [{ title: "Remove producer.type", result: "acks=all\n" }],
    },
    {
      text: "acks=all\n[[request.required.acks]]=-1\n",
      severity: "information",
      message:
        "request.required.acks is a setting of producers before 2.0 and is ignored today: acks has taken its place.",
      fixes: [{ title: "Remove request.required.acks", result: "acks=all\n" }],
    },
    {
      text: "acks=all\n[[batch.num.messages]]=200\n",
      message:
        "batch.num.messages is a setting of producers before 2.0 and is ignored today: batch.size has taken its place.",
      fixes: [{ title: "Remove batch.num.messages", result: "acks=all\n" }],
    },
    {
      text: "# 0.8\nclient.id=a\n[[metadata.broker.list]]=a:9092\nproducer.type=async\ncompression.codec=snappy\nserializer.class=kafka.serializer.StringEncoder\nqueue.enqueue.timeout.ms=-1\nbatch.num.messages=200",
      message:
        "This file is for the Scala producer, which is gone since 2.0: today's client ignores metadata.broker.list, producer.type, compression.codec, serializer.class, queue.enqueue.timeout.ms, batch.num.messages.",
      fixes: [
        {
          title: "Rewrite for today's client",
          result:
            "# 0.8\nclient.id=a\nbootstrap.servers=a:9092\ncompression.type=snappy\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "[[metadata.broker.list]]=a:9092\nrequest.required.acks=1\nserializer.class=com.example.Encoder\nkey.serializer.class=kafka.serializer.LongEncoder\nmy.key=1\n",
      message:
        "This file is for the Scala producer, which is gone since 2.0: today's client ignores metadata.broker.list, request.required.acks, serializer.class, key.serializer.class.",
      fixes: [
        {
          title: "Rewrite for today's client",
          result:
            "bootstrap.servers=a:9092\nacks=1\nvalue.serializer=com.example.Encoder\nkey.serializer=org.apache.kafka.common.serialization.LongSerializer\nmy.key=1\n",
        },
      ],
    },
    {
      text: "acks=all\n[[request.required.acks]]=1\n",
      message:
        "request.required.acks is a setting of producers before 2.0 and is ignored today: acks has taken its place.",
      fixes: [{ title: "Remove request.required.acks", result: "acks=all\n" }],
    },
    {
      text: "[[block.on.buffer.full]]=true",
      message:
        "block.on.buffer.full is a setting of producers before 0.11 and is ignored today: max.block.ms has taken its place.",
      fixes: [{ title: "Remove block.on.buffer.full", result: "" }],
    },
  ],
});
