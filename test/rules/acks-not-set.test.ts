import { acksNotSet } from "../../server/src/core/rules/all/acks-not-set.js";
import { testRule } from "../support/rule-tester.js";

testRule(acksNotSet, {
  accept: [
    { text: "linger.ms=1", version: "3.0" },
    { text: "acks=1", version: "2.8" },
    { text: "enable.idempotence=true", version: "2.8" },
    { text: "", version: "2.8" },
    { text: "linger.ms=1", version: "2.8", profile: "default" },
  ],
  reject: [
    {
      text: "[[linger.ms=1]]\n",
      version: "2.8",
      message:
        "acks is not set, and its default in release 2.8.2 is 1: a crash of the leader loses records that were reported as sent.",
      fixes: [{ title: "Write acks=all", result: "linger.ms=1\nacks=all\n" }],
    },
    {
      text: "[[linger.ms=1]]",
      version: "2.1",
      profile: "durability",
      message:
        "acks is not set, and its default in release 2.1.1 is 1: a crash of the leader loses records that were reported as sent.",
      fixes: [{ title: "Write acks=all", result: "linger.ms=1\nacks=all" }],
    },
  ],
});
