import { transactionTimeoutRefused } from "../../server/src/core/rules/all/transaction-timeout-refused.js";
import { testRule } from "../support/rule-tester.js";

testRule(transactionTimeoutRefused, {
  accept: [
    { text: "transactional.id=t\ntransaction.timeout.ms=900000" },
    { text: "transaction.timeout.ms=0" },
    { text: "transactional.id=t\ntransaction.timeout.ms=x" },
  ],
  reject: [
    {
      text: "transactional.id=t\ntransaction.timeout.ms=[[0]]\n",
      message:
        "transaction.timeout.ms 0 (line 2) is not above 0: the producer starts, but initTransactions() fails with an InvalidTxnTimeoutException.",
      fixes: [{ title: "Remove transaction.timeout.ms (the default is 60000)", result: "transactional.id=t\n" }],
    },
    {
      text: "transactional.id=t\ntransaction.timeout.ms=[[3600000]]\n",
      severity: "information",
      message:
        "transaction.timeout.ms 3600000 (line 2) is above 900000, the default of the broker's transaction.max.timeout.ms: unless that is raised, initTransactions() fails.",
      fixes: [
        {
          title: "Set transaction.timeout.ms to 900000",
          result: "transactional.id=t\ntransaction.timeout.ms=900000\n",
        },
      ],
    },
  ],
});
