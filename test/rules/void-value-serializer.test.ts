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
    },
  ],
});
