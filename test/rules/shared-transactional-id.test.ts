import { sharedTransactionalId } from "../../server/src/core/rules/all/shared-transactional-id.js";
import { testRule } from "../support/rule-tester.js";

testRule(sharedTransactionalId, {
  accept: [
    {
      text: "acks=all",
    },
    {
      text: "transactional.id=orders-${env:POD}",
    },
    {
      text: "transactional.id=",
    },
    {
      text: "transactional.id=a",
      profile: "default",
    },
  ],
  reject: [
    {
      text: "transactional.id=[[orders]]\n",
      message:
        "Every running instance needs a transactional.id of its own: if two use this file, the newer one shuts the older out (ProducerFencedException).",
    },
  ],
});
