import { emptyListElement } from "../../server/src/core/rules/all/empty-list-element.js";
import { testRule } from "../support/rule-tester.js";

testRule(emptyListElement, {
  accept: [
    { text: "bootstrap.servers=a:1, b:2" },
    { text: "bootstrap.servers=a:1,", version: "4.1" },
    { text: "interceptor.classes=" },
  ],
  reject: [
    {
      text: "[[bootstrap.servers]]=",
      message:
        "bootstrap.servers has no value, but must name at least one broker: the producer does not start.\nKafka: ConfigException: Configuration 'bootstrap.servers' must not be empty. Valid values include: any non-empty value",
    },
    {
      text: "bootstrap.servers=a:1,[[,]]b:2,",
      message:
        "bootstrap.servers has an empty element: a comma too many. From Kafka 4.2 on the producer does not start.\nKafka: ConfigException: Configuration 'bootstrap.servers' values must not be empty.",
      fixes: [{ title: "Remove the superfluous comma", result: "bootstrap.servers=a:1,b:2" }],
    },
    {
      text: "bootstrap.servers=a:1,\\\n   b:2[[,]]",
      message:
        "bootstrap.servers has an empty element: a comma too many. From Kafka 4.2 on the producer does not start.\nKafka: ConfigException: Configuration 'bootstrap.servers' values must not be empty.",
      fixes: [{ title: "Remove the superfluous comma", result: "bootstrap.servers=a:1,\\\n   b:2" }],
    },
    {
      text: "ssl.cipher.suites=[[,]]",
      message:
        "ssl.cipher.suites has an empty element: a comma too many. From Kafka 4.2 on the producer does not start.\nKafka: ConfigException: Configuration 'ssl.cipher.suites' values must not be empty.",
      fixes: [{ title: "Remove ssl.cipher.suites", result: "" }],
    },
    {
      text: "metric.reporters= [[,]] a",
      message:
        "metric.reporters has an empty element: a comma too many. From Kafka 4.2 on the producer does not start.\nKafka: ConfigException: Configuration 'metric.reporters' values must not be empty.",
      fixes: [{ title: "Remove the superfluous comma", result: "metric.reporters= a" }],
    },
  ],
});
