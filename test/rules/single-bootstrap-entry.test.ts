import { singleBootstrapEntry } from "../../server/src/core/rules/all/single-bootstrap-entry.js";
import { testRule } from "../support/rule-tester.js";

testRule(singleBootstrapEntry, {
  accept: [
    {
      text: "bootstrap.servers=a:9092,b:9092",
    },
    {
      text: "bootstrap.servers=localhost:9092",
    },
    {
      text: "bootstrap.servers=pkc-1.eu-west-1.aws.confluent.cloud:9092",
    },
    {
      text: "bootstrap.servers=",
    },
    {
      text: "bootstrap.servers=a:9092",
      profile: "default",
    },
  ],
  reject: [
    {
      text: "bootstrap.servers=[[kafka01:9092]]\n",
      message:
        "The only entry: unless this name stands for several brokers, the producer finds no cluster while that one is down.",
    },
    {
      text: "bootstrap.servers=[[10.0.0.1:9092]]\n",
      profile: "durability",
      message:
        "The only entry: unless this name stands for several brokers, the producer finds no cluster while that one is down.",
    },
  ],
});
