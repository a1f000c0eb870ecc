import { unusedSuppression } from "../../server/src/core/rules/all/unused-suppression.js";
import { testRule } from "../support/rule-tester.js";

testRule(unusedSuppression, {
  accept: [{ text: "acks=all" }],
  reject: [
    {
      text: "[[# ackwise-disable-next-line invalid-choice]]\nacks=all\n",
      message: "This comment suppresses nothing: no finding of invalid-choice.",
      fixes: [{ title: "Remove the unused suppression", result: "acks=all\n" }],
    },
    {
      text: "[[# ackwise-disable-file]]\nacks=all\n",
      message: "This comment suppresses nothing: there is no finding.",
      fixes: [{ title: "Remove the unused suppression", result: "acks=all\n" }],
    },
    {
      text: "[[# ackwise-disable-next-line invalid-choice, acks-one -- the broker is patched]]\nacks=all\n",
      message:
        "This comment suppresses nothing: no finding of invalid-choice, acks-one. It was written for this reason: the broker is patched",
      fixes: [{ title: "Remove the unused suppression", result: "acks=all\n" }],
    },
    {
      text: "[[# ackwise-disable-file -- generated]]\nacks=all\n",
      message: "This comment suppresses nothing: there is no finding. It was written for this reason: generated",
      fixes: [{ title: "Remove the unused suppression", result: "acks=all\n" }],
    },
    {
      text: "[[# ackwise-disable-next-line invalid-choice --]]\nacks=all\n",
      message: "This comment suppresses nothing: no finding of invalid-choice.",
      fixes: [{ title: "Remove the unused suppression", result: "acks=all\n" }],
    },
  ],
});
