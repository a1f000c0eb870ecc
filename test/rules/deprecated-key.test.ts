import { deprecatedKey } from "../../server/src/core/rules/all/deprecated-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(deprecatedKey, {
  accept: [
    {
      text: "metrics.jmx.whitelist=a",
    },
    {
      text: "metrics.jmx.whitelist=a",
      version: "2.6",
    },
    {
      text: "metrics.jmx.include=a",
      version: "3.9",
    },
  ],
  reject: [
    {
      text: "[[metrics.jmx.whitelist]]=kafka.*\n",
      version: "3.9",
      message:
        "metrics.jmx.whitelist is deprecated since Kafka 2.7; from 4.0 on the client ignores it.\nKafka: Configuration key metrics.jmx.whitelist is deprecated and may be removed in the future.  Please update your configuration to use metrics.jmx.include instead.",
      fixes: [
        {
          title: "Replace with metrics.jmx.include",
          result: "metrics.jmx.include=kafka.*\n",
        },
      ],
    },
    {
      text: "[[metrics.jmx.blacklist]]=kafka.*\nmetrics.jmx.exclude=a\n",
      version: "2.7",
      message: "metrics.jmx.blacklist is deprecated since Kafka 2.7; from 4.0 on the client ignores it.",
      fixes: [
        {
          title: "Remove metrics.jmx.blacklist",
          result: "metrics.jmx.exclude=a\n",
        },
      ],
    },
    {
      text: "[[auto.include.jmx.reporter]]=false\n",
      version: "3.5",
      message: "auto.include.jmx.reporter is deprecated since Kafka 3.4; from 4.0 on the client ignores it.",
      fixes: [
        {
          title: "Remove auto.include.jmx.reporter",
          result: "",
        },
      ],
    },
  ],
});
