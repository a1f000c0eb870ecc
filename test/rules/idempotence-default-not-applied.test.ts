import { idempotenceDefaultNotApplied } from "../../server/src/core/rules/all/idempotence-default-not-applied.js";
import { testRule } from "../support/rule-tester.js";

testRule(idempotenceDefaultNotApplied, {
  accept: [
    { text: "acks=all" },
    { text: "acks=all", version: "3.1.1" },
    { text: "enable.idempotence=true", version: "3.1.0" },
    { text: "", version: "3.0.0" },
  ],
  reject: [
    {
      text: "[[acks=all]]\n",
      version: "3.0.0",
      message:
        "Release 3.0.0 says that idempotence is on by default but does not apply it: it is off unless the file sets it.",
      fixes: [{ title: "Write enable.idempotence=true", result: "acks=all\nenable.idempotence=true\n" }],
    },
    {
      text: "[[acks=all]]",
      version: "3.1.0",
      message:
        "Release 3.1.0 says that idempotence is on by default but does not apply it: it is off unless the file sets it.",
      fixes: [{ title: "Write enable.idempotence=true", result: "acks=all\nenable.idempotence=true" }],
    },
  ],
});
