import { batchAboveBrokerLimit } from "../../server/src/core/rules/all/batch-above-broker-limit.js";
import { testRule } from "../support/rule-tester.js";

const LARGE = "max.request.size=2097152\n";
const fixes = [{ title: "Set batch.size to 524288", result: `${LARGE}batch.size=524288` }];
const NEVER =
  "batch.size 2097152 (line 2) is above the broker's message.max.bytes (1048588 by default): a full batch is refused, and this release splits it into the same batch again until delivery.timeout.ms is over (KAFKA-8350, fixed in 4.2). Its records are never stored.";

testRule(batchAboveBrokerLimit, {
  accept: [
    { text: `${LARGE}batch.size=1048588` },
    { text: LARGE },
    // Those are the business of other rules.
    { text: "batch.size=2097152" },
    { text: `${LARGE}batch.size=2097152\nbuffer.memory=1000000` },
  ],
  reject: [
    { text: `${LARGE}batch.size=[[2097152]]`, version: "3.9", severity: "warning", message: NEVER, fixes },
    { text: `${LARGE}batch.size=[[2097152]]`, version: "4.1", severity: "warning", message: NEVER, fixes },
    {
      text: `${LARGE}batch.size=[[2097152]]`,
      version: "4.2",
      severity: "information",
      message:
        "batch.size 2097152 (line 2) is above the broker's message.max.bytes (1048588 by default): a full batch is refused, split and sent again unless that limit was raised.",
      fixes,
    },
    {
      text: `${LARGE}batch.size=[[2097152]]\ncompression.type=lz4`,
      version: "3.9",
      severity: "information",
      message: /refused, split and sent again/,
      fixes: [{ title: "Set batch.size to 524288", result: `${LARGE}batch.size=524288\ncompression.type=lz4` }],
    },
  ],
});
