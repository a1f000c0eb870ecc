import { staleMetadata } from "../../server/src/core/rules/all/stale-metadata.js";
import { testRule } from "../support/rule-tester.js";

testRule(staleMetadata, {
  accept: [
    {
      text: "metadata.max.age.ms=900000",
    },
    {
      text: "metadata.max.age.ms=-2",
    },
  ],
  reject: [
    {
      text: "metadata.max.age.ms=[[3600000]]\n",
      message:
        "As long as nothing fails, the producer asks for metadata only this often: partitions that are added meanwhile get no records.",
      fixes: [
        {
          title: "Remove metadata.max.age.ms (the default is 300000)",
          result: "",
        },
      ],
    },
  ],
});
