import { reconnectBackoffTooShort } from "../../server/src/core/rules/all/reconnect-backoff-too-short.js";
import { testRule } from "../support/rule-tester.js";

testRule(reconnectBackoffTooShort, {
  accept: [{ text: "reconnect.backoff.ms=50\nreconnect.backoff.max.ms=100" }, { text: "reconnect.backoff.ms=10" }],
  reject: [
    {
      text: "reconnect.backoff.ms=[[0]]\n",
      message: "reconnect.backoff.ms 0 (line 1) tries to connect without a pause as long as a broker is away.",
      fixes: [{ title: "Remove reconnect.backoff.ms (the default is 50)", result: "" }],
    },
    {
      text: "reconnect.backoff.ms=10\nreconnect.backoff.max.ms=[[50]]\n",
      message:
        "reconnect.backoff.max.ms 50 (line 2) lets the pause between attempts to connect never grow to more, as long as a broker is away.",
      fixes: [{ title: "Remove reconnect.backoff.max.ms (the default is 1000)", result: "reconnect.backoff.ms=10\n" }],
    },
    {
      text: "reconnect.backoff.ms=[[0]]\nreconnect.backoff.max.ms=1000\n",
      message: "reconnect.backoff.ms 0 (line 1) tries to connect without a pause as long as a broker is away.",
      fixes: [{ title: "Remove reconnect.backoff.ms (the default is 50)", result: "reconnect.backoff.max.ms=1000\n" }],
    },
  ],
});
