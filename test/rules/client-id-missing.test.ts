import { clientIdMissing } from "../../server/src/core/rules/all/client-id-missing.js";
import { testRule } from "../support/rule-tester.js";

testRule(clientIdMissing, {
  accept: [
    {
      text: "bootstrap.servers=a:9092\nclient.id=orders",
    },
    {
      text: "acks=all",
    },
    {
      text: "bootstrap.servers=a:9092\ntransactional.id=t",
    },
    {
      text: "bootstrap.servers=a:9092",
      profile: "default",
    },
  ],
  reject: [
    {
      text: "[[bootstrap.servers]]=a:9092\n",
      message: "Without client.id the brokers' logs, metrics and quotas know this producer only as producer-1.",
    },
    {
      text: "bootstrap.servers=a:9092\n[[client.id]]=\n",
      message: "With an empty client.id the brokers' logs, metrics and quotas have no name for this producer.",
    },
  ],
});
