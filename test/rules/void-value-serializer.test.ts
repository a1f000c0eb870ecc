import { voidValueSerializer } from "../../server/src/core/rules/all/void-value-serializer.js";
import { testRule } from "../support/rule-tester.js";

testRule(voidValueSerializer, {
  accept: [
    { text: "value.serializer=org.apache.kafka.common.serialization.StringSerializer" },
    { text: "key.serializer=org.apache.kafka.common.serialization.VoidSerializer" },
  ],
  reject: [
    {
      text: "value.serializer=[[org.apache.kafka.common.serialization.VoidSerializer]]\n",
      message:
        "VoidSerializer takes null and nothing else: the producer starts, but every send() of a record with a value fails with a SerializationException.",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "value.serializer=org.apache.kafka.common.serialization.StringSerializer\n",
        },
        {
          title: "Replace with org.apache.kafka.common.serialization.ByteArraySerializer",
          result: "value.serializer=org.apache.kafka.common.serialization.ByteArraySerializer\n",
        },
      ],
    },
  ],
});
