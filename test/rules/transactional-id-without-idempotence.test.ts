import { transactionalIdWithoutIdempotence } from "../../server/src/core/rules/all/transactional-id-without-idempotence.js";
import { testRule } from "../support/rule-tester.js";

testRule(transactionalIdWithoutIdempotence, {
  accept: [{ text: "transactional.id=t" }, { text: "transactional.id=t\nacks=1", version: "2.8" }],
  reject: [
    {
      text: "enable.idempotence=false\ntransactional.id=[[t]]\n",
      message:
        "transactional.id needs idempotence, which is off because of enable.idempotence false (line 1): the producer does not start.\nKafka: ConfigException: Cannot set a transactional.id without also enabling idempotence.",
      fixes: [
        { title: "Set enable.idempotence to true", result: "enable.idempotence=true\ntransactional.id=t\n" },
        { title: "Remove transactional.id", result: "enable.idempotence=false\n" },
      ],
    },
    {
      text: "transactional.id=[[t]]\nacks=1\n",
      message:
        "transactional.id needs idempotence, which is off because of acks 1 (line 2): the producer does not start.\nKafka: ConfigException: Cannot set a transactional.id without also enabling idempotence.",
      fixes: [
        { title: "Set acks to all", result: "transactional.id=t\nacks=all\n" },
        { title: "Remove transactional.id", result: "acks=1\n" },
      ],
    },
    {
      text: "transactional.id=[[t]]\nacks=1\nretries=0\n",
      message:
        "transactional.id needs idempotence, which is off because of retries 0 (line 3) and acks 1 (line 2): the producer does not start.\nKafka: ConfigException: Cannot set a transactional.id without also enabling idempotence.",
      fixes: [
        {
          title: "Make this an idempotent producer: set retries and acks",
          result: "transactional.id=t\nacks=all\nretries=2147483647\n",
        },
        { title: "Remove transactional.id", result: "acks=1\nretries=0\n" },
      ],
    },
    {
      text: "enable.idempotence=false\ntransactional.id=[[t]]\n",
      version: "2.3",
      message:
        "transactional.id needs idempotence, which is off because of enable.idempotence false (line 1): the producer does not start.\nKafka: ConfigException: Cannot set a transactional.id without also enabling idempotence.",
      fixes: [
        { title: "Set enable.idempotence to true", result: "enable.idempotence=true\ntransactional.id=t\n" },
        { title: "Remove transactional.id", result: "enable.idempotence=false\n" },
      ],
    },
  ],
});
