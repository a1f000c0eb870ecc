import { jmxReporterDropped } from "../../server/src/core/rules/all/jmx-reporter-dropped.js";
import { testRule } from "../support/rule-tester.js";

testRule(jmxReporterDropped, {
  accept: [
    {
      text: "metric.reporters=",
    },
    {
      text: "metric.reporters=com.example.Mine,org.apache.kafka.common.metrics.JmxReporter",
    },
    {
      text: "metric.reporters=com.example.Mine",
      version: "3.9",
    },
  ],
  reject: [
    {
      text: "metric.reporters=[[com.example.Mine]]\n",
      message: "From 4.0 on this list replaces the JMX reporter: the producer's metrics are no longer seen in JMX.",
      fixes: [
        {
          title: "Add JmxReporter",
          result: "metric.reporters=com.example.Mine,org.apache.kafka.common.metrics.JmxReporter\n",
        },
      ],
    },
    {
      text: "metric.reporters=[[com.example.Mine, com.example.Other]]\n",
      message: "From 4.0 on this list replaces the JMX reporter: the producer's metrics are no longer seen in JMX.",
      fixes: [
        {
          title: "Add JmxReporter",
          result: "metric.reporters=com.example.Mine, com.example.Other,org.apache.kafka.common.metrics.JmxReporter\n",
        },
      ],
    },
  ],
});
