import { invalidMetricsFilter } from "../../server/src/core/rules/all/invalid-metrics-filter.js";
import { testRule } from "../support/rule-tester.js";

testRule(invalidMetricsFilter, {
  accept: [
    { text: "metrics.jmx.include=kafka\\\\.producer.*" },
    { text: "metric.reporters=com.acme.Reporter\nmetrics.jmx.include=*" },
    { text: "metrics.jmx.blacklist=*" },
  ],
  reject: [
    {
      text: "metrics.jmx.include=[[*]]",
      message:
        'metrics.jmx.include is a regular expression, no file pattern: "*" starts with a bare *, and the producer does not start.\nKafka: ConfigException: JMX filter for configurationmetrics.jmx..(include/exclude) is not a valid regular expression',
      fixes: [
        { title: "Set metrics.jmx.include to .*", result: "metrics.jmx.include=.*" },
        { title: "Remove metrics.jmx.include", result: "" },
      ],
    },
    {
      text: "metrics.jmx.include=[[*kafka.*|*x]]",
      message:
        'metrics.jmx.include is a regular expression, no file pattern: "*kafka.*|*x" starts with a bare *, and the producer does not start.\nKafka: ConfigException: JMX filter for configurationmetrics.jmx..(include/exclude) is not a valid regular expression',
      fixes: [
        { title: "Set metrics.jmx.include to .*kafka.*|.*x", result: "metrics.jmx.include=.*kafka.*|.*x" },
        { title: "Remove metrics.jmx.include", result: "" },
      ],
    },
    {
      text: "metrics.jmx.exclude=[[kafka.(producer]]",
      version: "3.8",
      message:
        'metrics.jmx.exclude must be a regular expression, which "kafka.(producer" is not: the producer does not start.\nKafka: NullPointerException: Cannot invoke "java.util.Optional.ifPresent(java.util.function.Consumer)" because "this.clientTelemetryReporter" is null',
      fixes: [{ title: "Remove metrics.jmx.exclude", result: "" }],
    },
    {
      text: "metrics.jmx.blacklist=[[[a]]",
      version: "3.2",
      message:
        'metrics.jmx.blacklist must be a regular expression, which "[a" is not: the producer does not start.\nKafka: ConfigException: JMX filter for configurationmetrics.jmx..(include/exclude) is not a valid regular expression',
      fixes: [{ title: "Remove metrics.jmx.blacklist", result: "" }],
    },
  ],
});
