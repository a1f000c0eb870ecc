import { idleTimeoutTooLong } from "../../server/src/core/rules/all/idle-timeout-too-long.js";
import { testRule } from "../support/rule-tester.js";

testRule(idleTimeoutTooLong, {
  accept: [
    {
      text: "connections.max.idle.ms=540000",
    },
    {
      text: "bootstrap.servers=a:9092",
    },
    {
      text: "connections.max.idle.ms=-1",
    },
    {
      text: "bootstrap.servers=my-nlb-0123456789abcdef.elb.eu-west-1.amazonaws.com:9094\nconnections.max.idle.ms=300000",
    },
    {
      text: "bootstrap.servers=b-1.demo.abc.c2.kafka.eu-west-1.amazonaws.com:9092",
    },
  ],
  reject: [
    {
      text: "connections.max.idle.ms=[[600000]]\n",
      message:
        "Brokers close a connection that is idle for 10 minutes by default: with connections.max.idle.ms 600000 (line 1) they do so first, and the next request may fail and be sent again.",
      fixes: [
        {
          title: "Set connections.max.idle.ms to 540000",
          result: "connections.max.idle.ms=540000\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=[[my-nlb-0123456789abcdef.elb.eu-west-1.amazonaws.com:9094]]\nacks=all\n",
      message:
        "A network load balancer of AWS closes connections that are idle for 350 seconds by default and answers later data with a reset: with connections.max.idle.ms 540000 (default) the next request may fail and be sent again.",
      fixes: [
        {
          title: "Write connections.max.idle.ms=300000",
          result:
            "bootstrap.servers=my-nlb-0123456789abcdef.elb.eu-west-1.amazonaws.com:9094\nconnections.max.idle.ms=300000\nacks=all\n",
        },
      ],
    },
    {
      text: "bootstrap.servers=my-nlb-0123456789abcdef.elb.eu-west-1.amazonaws.com:9094\nconnections.max.idle.ms=[[-1]]\n",
      message:
        "A network load balancer of AWS closes connections that are idle for 350 seconds by default and answers later data with a reset: with connections.max.idle.ms -1 (line 2) the next request may fail and be sent again.",
      fixes: [
        {
          title: "Set connections.max.idle.ms to 300000",
          result:
            "bootstrap.servers=my-nlb-0123456789abcdef.elb.eu-west-1.amazonaws.com:9094\nconnections.max.idle.ms=300000\n",
        },
      ],
    },
  ],
});
