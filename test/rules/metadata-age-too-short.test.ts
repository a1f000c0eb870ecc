import { metadataAgeTooShort } from "../../server/src/core/rules/all/metadata-age-too-short.js";
import { testRule } from "../support/rule-tester.js";

testRule(metadataAgeTooShort, {
  accept: [{ text: "metadata.max.age.ms=1000" }],
  reject: [
    {
      text: "metadata.max.age.ms=[[100]]\n",
      message:
        "metadata.max.age.ms 100 (line 1) asks the brokers for metadata all the time, at most every retry.backoff.ms. Changes of leaders are noticed without it.",
      fixes: [{ title: "Remove metadata.max.age.ms (the default is 300000)", result: "" }],
    },
  ],
});
