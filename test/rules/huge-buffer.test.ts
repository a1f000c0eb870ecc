import { hugeBuffer } from "../../server/src/core/rules/all/huge-buffer.js";
import { testRule } from "../support/rule-tester.js";

testRule(hugeBuffer, {
  accept: [
    {
      text: "buffer.memory=1073741824",
    },
    {
      text: "buffer.memory=2GB",
    },
  ],
  reject: [
    {
      text: "buffer.memory=[[4294967296]]\n",
      message:
        "More than 1 GiB of unsent records: the Java heap must hold them, and a crash loses them. Size it by the rate and the outage to bridge.",
      fixes: [
        {
          title: "Remove buffer.memory (the default is 33554432)",
          result: "",
        },
      ],
    },
  ],
});
