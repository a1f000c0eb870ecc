import { transactionTimeoutTooShort } from "../../server/src/core/rules/all/transaction-timeout-too-short.js";
import { testRule } from "../support/rule-tester.js";

testRule(transactionTimeoutTooShort, {
  accept: [
    {
      text: "transactional.id=a",
    },
    {
      text: "transaction.timeout.ms=1000",
    },
    {
      text: "transactional.id=a\ntransaction.timeout.ms=120000",
    },
    {
      text: "transactional.id=a\ntransaction.timeout.ms=0",
    },
    {
      text: "transactional.id=a\ntransaction.two.phase.commit.enable=true\ndelivery.timeout.ms=300000",
    },
  ],
  reject: [
    {
      text: "transactional.id=a\ntransaction.timeout.ms=[[1000]]\n",
      severity: "warning",
      message:
        "transaction.timeout.ms 1000 (line 2) leaves a transaction no time for a slow request or a new leader: the coordinator aborts it and fences the producer. Kafka Streams works with 10000.",
      fixes: [
        {
          title: "Set transaction.timeout.ms to 120000",
          result: "transactional.id=a\ntransaction.timeout.ms=120000\n",
        },
      ],
    },
    {
      text: "transactional.id=a\ntransaction.timeout.ms=[[30000]]\n",
      message:
        "transaction.timeout.ms 30000 (line 2) is shorter than delivery.timeout.ms 120000 (default): in an outage the coordinator aborts the transaction while its records are still being retried.",
      fixes: [
        {
          title: "Set transaction.timeout.ms to 120000",
          result: "transactional.id=a\ntransaction.timeout.ms=120000\n",
        },
      ],
    },
    {
      text: "transactional.id=a\ndelivery.timeout.ms=[[300000]]\n",
      message:
        "transaction.timeout.ms 60000 (default) is shorter than delivery.timeout.ms 300000 (line 2): in an outage the coordinator aborts the transaction while its records are still being retried.",
      fixes: [
        {
          title: "Write transaction.timeout.ms=300000",
          result: "transactional.id=a\ndelivery.timeout.ms=300000\ntransaction.timeout.ms=300000\n",
        },
      ],
    },
    {
      text: "transactional.id=a\ndelivery.timeout.ms=[[2000000]]\n",
      message:
        "transaction.timeout.ms 60000 (default) is shorter than delivery.timeout.ms 2000000 (line 2): in an outage the coordinator aborts the transaction while its records are still being retried.",
    },
  ],
});
