import { emptyValue } from "../../server/src/core/rules/all/empty-value.js";
import { testRule } from "../support/rule-tester.js";

testRule(emptyValue, {
  accept: [{ text: "transactional.id=t" }, { text: "client.id=" }],
  reject: [
    {
      text: "acks=all\n[[transactional.id]]=",
      message:
        "transactional.id has no value, which does not switch it off: the producer does not start. Leave the key out instead.\nKafka: ConfigException: Invalid value  for configuration transactional.id: String must be non-empty",
      fixes: [{ title: "Remove transactional.id", result: "acks=all" }],
    },
    {
      text: "[[transactional.id]]=\\u0020",
      version: "2.1",
      message:
        "transactional.id has no value, which does not switch it off: the producer does not start. Leave the key out instead.\nKafka: ConfigException: Invalid value  for configuration transactional.id: String must be non-empty",
      fixes: [{ title: "Remove transactional.id", result: "" }],
    },
  ],
});
