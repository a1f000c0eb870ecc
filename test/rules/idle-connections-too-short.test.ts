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
    {
      text: "connections.max.idle.ms=[[0]]\n",
      severity: "warning",
      message:
        "connections.max.idle.ms 0 (line 1) closes connections even while requests wait for their answer: their batches are sent again, and with idempotence records fail after delivery.timeout.ms.",
      fixes: [{ title: "Remove connections.max.idle.ms (the default is 540000)", result: "" }],
    },
    {
      text: "connections.max.idle.ms=[[999]]\n",
      severity: "warning",
      message: /even while requests wait for their answer/,
      fixes: [{ title: "Remove connections.max.idle.ms (the default is 540000)", result: "" }],
    },
  ],
});
