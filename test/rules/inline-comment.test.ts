import { inlineComment } from "../../server/src/core/rules/all/inline-comment.js";
import { testRule } from "../support/rule-tester.js";

testRule(inlineComment, {
  accept: [{ text: "acks=all\n# a comment" }, { text: "ssl.key.password=a # b" }, { text: "client.id=c#1" }],
  reject: [
    {
      text: "acks=all [[# wait for all]]\n",
      message:
        "This comment is part of the value of acks: in a .properties file a comment needs a line of its own.\nKafka: ConfigException: Invalid value all # wait for all for configuration acks: String must be one of: all, -1, 0, 1",
      fixes: [
        { title: "Move the comment to the line above", result: "# wait for all\nacks=all\n" },
        { title: "Remove the comment", result: "acks=all\n" },
      ],
    },
    {
      text: "retries=3 [[// few]]\nlinger.ms=5",
      message:
        "This comment is part of the value of retries: in a .properties file a comment needs a line of its own.\nKafka: ConfigException: Invalid value 3 // few for configuration retries: Not a number of type INT",
      fixes: [
        { title: "Move the comment to the line above", result: "# few\nretries=3\nlinger.ms=5" },
        { title: "Remove the comment", result: "retries=3\nlinger.ms=5" },
      ],
    },
    {
      text: "client.id=app [[# name]]",
      severity: "warning",
      message:
        "This comment is part of the value of client.id: in a .properties file a comment needs a line of its own.",
      fixes: [
        { title: "Move the comment to the line above", result: "# name\nclient.id=app" },
        { title: "Remove the comment", result: "client.id=app" },
      ],
    },
  ],
});
