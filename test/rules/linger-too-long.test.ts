import { lingerTooLong } from "../../server/src/core/rules/all/linger-too-long.js";
import { testRule } from "../support/rule-tester.js";

testRule(lingerTooLong, {
  accept: [{ text: "linger.ms=1000" }, { text: "linger.ms=0" }],
  reject: [
    {
      text: "linger.ms=[[5000]]\n",
      severity: "warning",
      message:
        "linger.ms 5000 (line 1) delays records by many seconds whenever the load does not fill a batch. The unit is milliseconds; a few give most of the gain.",
      fixes: [{ title: "Set linger.ms to 100", result: "linger.ms=100\n" }],
    },
    {
      text: "linger.ms=[[2000]]\n",
      message:
        "linger.ms 2000 (line 1) delays records by more than a second whenever the load does not fill a batch; a few milliseconds give most of the gain.",
      fixes: [{ title: "Set linger.ms to 100", result: "linger.ms=100\n" }],
    },
    {
      text: "linger.ms=[[2000]]\n",
      profile: "latency",
      message:
        "linger.ms 2000 (line 1) delays records by more than a second whenever the load does not fill a batch; a few milliseconds give most of the gain.",
      fixes: [{ title: "Set linger.ms to 100", result: "linger.ms=100\n" }],
    },
    {
      text: "linger.ms=[[2000]]\n",
      profile: "throughput",
      message:
        "linger.ms 2000 (line 1) delays records by more than a second whenever the load does not fill a batch; a few milliseconds give most of the gain.",
      fixes: [{ title: "Set linger.ms to 100", result: "linger.ms=100\n" }],
    },
  ],
});
