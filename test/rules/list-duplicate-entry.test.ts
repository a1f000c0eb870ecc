import { listDuplicateEntry } from "../../server/src/core/rules/all/list-duplicate-entry.js";
import { testRule } from "../support/rule-tester.js";

testRule(listDuplicateEntry, {
  accept: [
    { text: "ssl.enabled.protocols=TLSv1.3,TLSv1.2" },
    { text: "ssl.enabled.protocols=TLSv1.3,TLSv1.3", version: "4.1" },
    { text: "bootstrap.servers=a:1,a:1" },
  ],
  reject: [
    {
      text: "ssl.enabled.protocols=TLSv1.3,TLSv1.2, [[TLSv1.3]],TLSv1.2",
      message:
        'ssl.enabled.protocols names TLSv1.3 more than once: the client keeps the first and drops the rest.\nKafka: Configuration key "ssl.enabled.protocols" contains duplicate values. Duplicates will be removed. The original value is: [TLSv1.3, TLSv1.2, TLSv1.3, TLSv1.2], the updated value is: [TLSv1.3, TLSv1.2]',
      fixes: [{ title: "Remove the repeated elements", result: "ssl.enabled.protocols=TLSv1.3,TLSv1.2" }],
    },
    {
      text: "ssl.enabled.protocols=TLSv1.3,\\\n  [[TLSv1.3]]",
      message:
        'ssl.enabled.protocols names TLSv1.3 more than once: the client keeps the first and drops the rest.\nKafka: Configuration key "ssl.enabled.protocols" contains duplicate values. Duplicates will be removed. The original value is: [TLSv1.3, TLSv1.3], the updated value is: [TLSv1.3]',
      fixes: [{ title: "Remove the repeated elements", result: "ssl.enabled.protocols=TLSv1.3" }],
    },
  ],
});
