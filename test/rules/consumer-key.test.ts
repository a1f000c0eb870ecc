import { consumerKey } from "../../server/src/core/rules/all/consumer-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(consumerKey, {
  accept: [{ text: "acks=all" }],
  reject: [
    {
      text: "acks=all\n[[group.id]]=g\nlinger.ms=5\nauto.offset.reset=latest\nbootstrap.controllers=a:1\n",
      message:
        "group.id, auto.offset.reset, bootstrap.controllers are settings of consumers or of the admin client: a producer ignores them.",
      fixes: [{ title: "Remove all 3", result: "acks=all\nlinger.ms=5\n" }],
    },
    {
      text: "acks=all\n[[group.id]]=g\n",
      message: "group.id is a consumer setting: a producer ignores it.",
      fixes: [{ title: "Remove group.id", result: "acks=all\n" }],
    },
    {
      text: "[[bootstrap.controllers]]=a:1",
      message: "bootstrap.controllers is a setting of the admin client: a producer ignores it.",
      fixes: [{ title: "Remove bootstrap.controllers", result: "" }],
    },
  ],
});
