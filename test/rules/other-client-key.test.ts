import { otherClientKey } from "../../server/src/core/rules/all/other-client-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(otherClientKey, {
  accept: [{ text: "acks=all" }, { text: "debug=all" }],
  reject: [
    {
      text: "[[message.timeout.ms]]=200000\n",
      message:
        "message.timeout.ms is a setting of librdkafka and is ignored by the Java producer: its counterpart is delivery.timeout.ms.",
      fixes: [{ title: "Replace with delivery.timeout.ms", result: "delivery.timeout.ms=200000\n" }],
    },
    {
      text: "[[ssl.ca.location]]=/ca.pem\n",
      message:
        "ssl.ca.location is a setting of librdkafka and is ignored by the Java producer: its counterpart is ssl.truststore.location.",
      fixes: [{ title: "Replace with ssl.truststore.location", result: "ssl.truststore.location=/ca.pem\n" }],
    },
    {
      text: "[[broker.address.ttl]]=1\n",
      message: "broker.address.ttl is a setting of librdkafka and is ignored by the Java producer.",
      fixes: [{ title: "Remove broker.address.ttl", result: "" }],
    },
  ],
});
