import { unknownVersionComment } from "../../server/src/core/rules/all/unknown-version-comment.js";
import { testRule } from "../support/rule-tester.js";

testRule(unknownVersionComment, {
  accept: [{ text: "# ackwise-kafka-version: 3.9" }, { text: "# ackwise-kafka-version 4.1.0" }],
  reject: [
    {
      text: "[[# ackwise-kafka-version: 9.1]]\nacks=all",
      message:
        '"9.1" is no client release that Ackwise knows: expected 2.1 to 4.3, such as 3.9 or 3.9.1. 4.3.1 is used.',
    },
    {
      text: "[[# ackwise-kafka-version:]]",
      message: '"" is no client release that Ackwise knows: expected 2.1 to 4.3, such as 3.9 or 3.9.1. 4.3.1 is used.',
    },
  ],
});
