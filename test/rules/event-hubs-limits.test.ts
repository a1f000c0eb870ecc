import { eventHubsLimits } from "../../server/src/core/rules/all/event-hubs-limits.js";
import { testRule } from "../support/rule-tester.js";

testRule(eventHubsLimits, {
  accept: [
    {
      text: "bootstrap.servers=a:9092",
    },
    {
      text: "bootstrap.servers=x.servicebus.windows.net:9093\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000",
    },
  ],
  reject: [
    {
      text: "bootstrap.servers=[[x.servicebus.windows.net:9093]]\nacks=all\n",
      message:
        "Azure Event Hubs drops connections that are idle for 240 seconds, closes them on requests above 1046528 bytes, and waits at least 20 seconds. Not fitting: max.request.size 1048576 (default), connections.max.idle.ms 540000 (default), metadata.max.age.ms 300000 (default).",
      fixes: [
        {
          title: "Set what Event Hubs asks for",
          result:
            "bootstrap.servers=x.servicebus.windows.net:9093\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nacks=all\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=[[x.servicebus.windows.net:9093]]\nmax.request.size=4000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\n",
      severity: "warning",
      message:
        "Azure Event Hubs drops connections that are idle for 240 seconds, closes them on requests above 1046528 bytes, and waits at least 20 seconds. Not fitting: max.request.size 4000000 (line 2).",
      fixes: [
        {
          title: "Set what Event Hubs asks for",
          result:
            "bootstrap.servers=x.servicebus.windows.net:9093\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\n",
        },
      ],
    },
    {
      text: "request.timeout.ms=10000\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nbootstrap.servers=[[x.servicebus.windows.net:9093]]\n",
      message:
        "Azure Event Hubs drops connections that are idle for 240 seconds, closes them on requests above 1046528 bytes, and waits at least 20 seconds. Not fitting: request.timeout.ms 10000 (line 1).",
      fixes: [
        {
          title: "Set what Event Hubs asks for",
          result:
            "request.timeout.ms=60000\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nbootstrap.servers=x.servicebus.windows.net:9093\n",
        },
      ],
    },
  ],
});
