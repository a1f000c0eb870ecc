import { swallowedBootstrapAddress } from "../../server/src/core/rules/all/swallowed-bootstrap-address.js";
import { testRule } from "../support/rule-tester.js";

testRule(swallowedBootstrapAddress, {
  accept: [
    { text: "bootstrap.servers=a:9092,b:9092", version: "3.9" },
    { text: "bootstrap.servers=a:9092;b:9092", version: "4.1" },
  ],
  reject: [
    {
      text: "bootstrap.servers=[[a:9092;b:9092]]",
      version: "3.9",
      message: "The client uses only b:9092 of this entry and drops the rest without a word; 4.0 and later refuse it.",
      fixes: [{ title: "Separate the entries by commas", result: "bootstrap.servers=a:9092,b:9092" }],
    },
    {
      text: "bootstrap.servers=x:1,[[user@b:9092]]",
      version: "3.7",
      message: "The client uses only b:9092 of this entry and drops the rest without a word; 4.0 and later refuse it.",
      fixes: [{ title: "Replace with b:9092", result: "bootstrap.servers=x:1,b:9092" }],
    },
    {
      text: "bootstrap.servers=[[a :9092]]",
      version: "2.8",
      message:
        "The client uses only localhost:9092 of this entry and drops the rest without a word; 4.0 and later refuse it.",
      fixes: [{ title: "Replace with a:9092", result: "bootstrap.servers=a:9092" }],
    },
  ],
});
