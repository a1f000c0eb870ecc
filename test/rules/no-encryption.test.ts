import { noEncryption } from "../../server/src/core/rules/all/no-encryption.js";
import { testRule } from "../support/rule-tester.js";

testRule(noEncryption, {
  accept: [
    {
      text: "acks=all",
    },
    {
      text: "bootstrap.servers=localhost:9092",
    },
    {
      text: "bootstrap.servers=a:9092\nsecurity.protocol=SSL",
    },
    {
      text: "bootstrap.servers=a:9092\nsasl.mechanism=PLAIN",
    },
    {
      text: "bootstrap.servers=a:9092",
      profile: "default",
    },
  ],
  reject: [
    {
      text: "bootstrap.servers=[[a:9092]]\n",
      message: "Nothing is encrypted and nobody logs in: whoever sees the traffic reads the records.",
    },
    {
      text: "bootstrap.servers=a:9092\nsecurity.protocol=[[PLAINTEXT]]\n",
      message: "Nothing is encrypted and nobody logs in: whoever sees the traffic reads the records.",
    },
  ],
});
