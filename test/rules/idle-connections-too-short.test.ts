import { idleConnectionsTooShort } from "../../server/src/core/rules/all/idle-connections-too-short.js";
import { testRule } from "../support/rule-tester.js";

testRule(idleConnectionsTooShort, {
  accept: [{ text: "connections.max.idle.ms=10000" }, { text: "connections.max.idle.ms=-1" }],
  reject: [
    {
      text: "connections.max.idle.ms=[[5000]]\n",
      message:
        "connections.max.idle.ms 5000 (line 1) closes connections in the pauses between batches: the next records wait for a new one, login included.",
      fixes: [{ title: "Remove connections.max.idle.ms (the default is 540000)", result: "" }],
    },
  ],
});
