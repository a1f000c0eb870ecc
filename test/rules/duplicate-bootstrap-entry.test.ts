import { duplicateBootstrapEntry } from "../../server/src/core/rules/all/duplicate-bootstrap-entry.js";
import { testRule } from "../support/rule-tester.js";

testRule(duplicateBootstrapEntry, {
  accept: [{ text: "bootstrap.servers=a:9092,b:9092" }, { text: "bootstrap.servers=a:9092, a:9093" }],
  reject: [
    {
      text: "bootstrap.servers=a:9092, [[A:9092]],b:9092\n",
      message: "A:9092 stands here already: a repeated entry is no second broker to try.",
      fixes: [{ title: "Remove the repeated entries", result: "bootstrap.servers=a:9092,b:9092\n" }],
    },
  ],
});
