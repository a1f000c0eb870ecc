import { unknownVersionComment } from "../../server/src/core/rules/all/unknown-version-comment.js";
import { testRule } from "../support/rule-tester.js";
import { NEWEST, NEWEST_LINE } from "../support/newest.js";

testRule(unknownVersionComment, {
  accept: [{ text: "# ackwise-kafka-version: 3.9" }, { text: "# ackwise-kafka-version 4.1.0" }],
  reject: [
    {
      text: "[[# ackwise-kafka-version: 2.0]]\nacks=nonsense",
      severity: "error",
      message:
        /^Kafka 2\.0\.0 is not supported: Ackwise knows the client releases 2\.1 to \d\.\d, so this file is not checked\.$/,
    },
    {
      text: "acks=all\n[[! ackwise-kafka-version 3.99 or 4 -- see pom.xml]]\nlinger.ms=5",
      message: /^"3.99 or 4" is no client release/,
      fixes: [
        {
          title: `Write ${NEWEST_LINE}`,
          result: `acks=all\n! ackwise-kafka-version: ${NEWEST_LINE} -- see pom.xml\nlinger.ms=5`,
        },
        { title: "Remove the comment", result: "acks=all\nlinger.ms=5" },
      ],
    },
    {
      text: "[[# ackwise-kafka-version: 9.1]]\nacks=all",
      message: `"9.1" is no client release that Ackwise knows: expected 2.1 to ${NEWEST_LINE}, such as 3.9 or 3.9.1. ${NEWEST} is used.`,
      fixes: [
        { title: `Write ${NEWEST_LINE}`, result: `# ackwise-kafka-version: ${NEWEST_LINE}\nacks=all` },
        { title: "Remove the comment", result: "acks=all" },
      ],
    },
    {
      text: "[[# ackwise-kafka-version:]]",
      message: `"" is no client release that Ackwise knows: expected 2.1 to ${NEWEST_LINE}, such as 3.9 or 3.9.1. ${NEWEST} is used.`,
      fixes: [
        { title: `Write ${NEWEST_LINE}`, result: `# ackwise-kafka-version: ${NEWEST_LINE}` },
        { title: "Remove the comment", result: "" },
      ],
    },
  ],
});
