import { oldProducerKey } from "../../server/src/core/rules/all/old-producer-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(oldProducerKey, {
  accept: [{ text: "acks=all" }],
  reject: [
    {
      text: "[[metadata.broker.list]]=a:9092\n",
      message:
        "metadata.broker.list is a setting of producers before 0.9 and is ignored today: bootstrap.servers has taken its place.",
      fixes: [{ title: "Replace with bootstrap.servers", result: "bootstrap.servers=a:9092\n" }],
    },
    {
      text: "[[producer.type]]=async\n",
      message: "producer.type is a setting of producers before 0.9 and is ignored today; nothing has taken its place.",
      fixes: [{ title: "Remove producer.type", result: "" }],
    },
    {
      text: "acks=all\n[[request.required.acks]]=1\n",
      message:
        "request.required.acks is a setting of producers before 0.9 and is ignored today: acks has taken its place.",
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
