import { noRebootstrap } from "../../server/src/core/rules/all/no-rebootstrap.js";
import { testRule } from "../support/rule-tester.js";

testRule(noRebootstrap, {
  accept: [
    {
      text: "metadata.recovery.strategy=rebootstrap",
    },
    {
      text: "acks=all",
      version: "3.9",
    },
    {
      text: "metadata.recovery.strategy=none",
      version: "3.7",
    },
    {
      text: "metadata.recovery.strategy=nothing",
    },
  ],
  reject: [
    {
      text: "metadata.recovery.strategy=[[NONE]]\n",
      message:
        "When every broker that the producer knows has another address, it does not come back to bootstrap.servers: nothing is delivered until a restart.",
      fixes: [
        {
          title: "Set metadata.recovery.strategy to rebootstrap",
          result: "metadata.recovery.strategy=rebootstrap\n",
        },
      ],
    },
    {
      text: "metadata.recovery.strategy=[[none]]",
      version: "3.8",
      message:
        "When every broker that the producer knows has another address, it does not come back to bootstrap.servers: nothing is delivered until a restart.",
      fixes: [
        {
          title: "Set metadata.recovery.strategy to rebootstrap",
          result: "metadata.recovery.strategy=rebootstrap",
        },
      ],
    },
  ],
});
