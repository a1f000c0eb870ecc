import { retriesTooFew } from "../../server/src/core/rules/all/retries-too-few.js";
import { testRule } from "../support/rule-tester.js";

testRule(retriesTooFew, {
  accept: [
    { text: "retries=10" },
    { text: "retries=2147483647" },
    { text: "retries=0" },
    { text: "retries=3\nacks=0" },
    { text: "retries=3\ndelivery.timeout.ms=60000" },
    { text: "retries=3\nretry.backoff.ms=1000" },
  ],
  reject: [
    {
      text: "retries=[[3]]\n",
      message:
        "retries 3 (line 1) with short waits between them may be used up before a new leader is elected. Leave retries out, and let delivery.timeout.ms end them.",
      fixes: [{ title: "Remove retries (the default is 2147483647)", result: "" }],
    },
    {
      text: "retries=[[3]]\nacks=all\n",
      profile: "durability",
      message:
        "retries 3 (line 1) with short waits between them may be used up before a new leader is elected. Leave retries out, and let delivery.timeout.ms end them.",
      fixes: [{ title: "Remove retries (the default is 2147483647)", result: "acks=all\n" }],
    },
    {
      text: "retries=[[0]]\nenable.idempotence=false\n",
      message:
        "retries 0 (line 1): every change of a leader fails records. Leave retries out, and let delivery.timeout.ms end them.",
      fixes: [{ title: "Remove retries (the default is 2147483647)", result: "enable.idempotence=false\n" }],
    },
    {
      text: "retries=[[0]]\n",
      version: "2.8",
      profile: "strict",
      message:
        "retries 0 (line 1): every change of a leader fails records. Leave retries out, and let delivery.timeout.ms end them.",
      fixes: [{ title: "Remove retries (the default is 2147483647)", result: "" }],
    },
  ],
});
