import { internalKey } from "../../server/src/core/rules/all/internal-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(internalKey, {
  accept: [
    {
      text: "acks=all",
    },
    {
      text: "buffer.memory.allocation.strategy=full",
      version: "4.3",
    },
  ],
  reject: [
    {
      text: "[[buffer.memory.allocation.strategy]]=full\n",
      version: "4.4",
      message:
        "buffer.memory.allocation.strategy is internal to Kafka: it is not documented and may change or go with any release.",
      fixes: [
        {
          title: "Remove buffer.memory.allocation.strategy",
          result: "",
        },
      ],
    },
    {
      text: "[[internal.auto.downgrade.txn.commit]]=true\n",
      version: "2.8",
      message:
        "internal.auto.downgrade.txn.commit is internal to Kafka: it is not documented and may change or go with any release.",
      fixes: [
        {
          title: "Remove internal.auto.downgrade.txn.commit",
          result: "",
        },
      ],
    },
  ],
});
