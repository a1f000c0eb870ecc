import { trailingSemicolon } from "../../server/src/core/rules/all/trailing-semicolon.js";
import { testRule } from "../support/rule-tester.js";

testRule(trailingSemicolon, {
  accept: [{ text: "acks=all" }, { text: "client.id=a;" }],
  reject: [
    {
      text: "acks=all[[;]]\n",
      message:
        "The semicolon is part of the value of acks: a .properties line needs no end mark.\nKafka: ConfigException: Invalid value all; for configuration acks: String must be one of: all, -1, 0, 1",
      fixes: [{ title: "Remove the semicolon", result: "acks=all\n" }],
    },
    {
      text: "linger.ms=5[[;]] \n",
      message:
        "The semicolon is part of the value of linger.ms: a .properties line needs no end mark.\nKafka: ConfigException: Invalid value 5;  for configuration linger.ms: Not a number of type LONG",
      fixes: [{ title: "Remove the semicolon", result: "linger.ms=5 \n" }],
    },
  ],
});
