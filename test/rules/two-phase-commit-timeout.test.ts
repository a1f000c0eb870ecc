import { twoPhaseCommitTimeout } from "../../server/src/core/rules/all/two-phase-commit-timeout.js";
import { testRule } from "../support/rule-tester.js";

testRule(twoPhaseCommitTimeout, {
  accept: [
    { text: "transaction.two.phase.commit.enable=true" },
    { text: "transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=1", version: "4.0" },
  ],
  reject: [
    {
      text: "transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=[[60000]]\n",
      message:
        "transaction.timeout.ms cannot be set while transaction.two.phase.commit.enable is true: such transactions do not expire.\nKafka: ConfigException: Cannot set transaction.timeout.ms when transaction.two.phase.commit.enable is set to true. Transactions will not expire with two-phase commit enabled.",
      fixes: [
        { title: "Remove transaction.timeout.ms", result: "transaction.two.phase.commit.enable=true\n" },
        {
          title: "Set transaction.two.phase.commit.enable to false",
          result: "transaction.two.phase.commit.enable=false\ntransaction.timeout.ms=60000\n",
        },
      ],
    },
  ],
});
