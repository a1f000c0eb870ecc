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
        "Azure Event Hubs closes connections that are idle for 240 seconds or send more than 1046528 bytes at once (more in the tiers Premium and Dedicated), takes no codec but gzip, and may need 10 seconds to answer. Not fitting: max.request.size 1048576 (default), connections.max.idle.ms 540000 (default), metadata.max.age.ms 300000 (default).",
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
        "Azure Event Hubs closes connections that are idle for 240 seconds or send more than 1046528 bytes at once (more in the tiers Premium and Dedicated), takes no codec but gzip, and may need 10 seconds to answer. Not fitting: max.request.size 4000000 (line 2).",
      fixes: [
        {
          title: "Set what Event Hubs asks for",
          result:
            "bootstrap.servers=x.servicebus.windows.net:9093\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\n",
        },
      ],
    },
    {
      text: "request.timeout.ms=5000\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nbootstrap.servers=[[x.servicebus.windows.net:9093]]\n",
      message:
        "Azure Event Hubs closes connections that are idle for 240 seconds or send more than 1046528 bytes at once (more in the tiers Premium and Dedicated), takes no codec but gzip, and may need 10 seconds to answer. Not fitting: request.timeout.ms 5000 (line 1).",
      fixes: [
        {
          title: "Set what Event Hubs asks for",
          result:
            "request.timeout.ms=30000\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nbootstrap.servers=x.servicebus.windows.net:9093\n",
        },
      ],
    },
    {
      text: "max.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\ncompression.type=zstd\nbootstrap.servers=[[x.servicebus.chinacloudapi.cn:9093]]\n",
      severity: "warning",
      message: /takes no codec but gzip, .* Not fitting: compression.type zstd \(line 4\)\.$/,
      fixes: [
        {
          title: "Set what Event Hubs asks for",
          result:
            "max.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\ncompression.type=gzip\nbootstrap.servers=x.servicebus.chinacloudapi.cn:9093\n",
        },
      ],
    },
  ],
});
