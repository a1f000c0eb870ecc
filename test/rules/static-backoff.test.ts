import { staticBackoff } from "../../server/src/core/rules/all/static-backoff.js";
import { testRule } from "../support/rule-tester.js";

testRule(staticBackoff, {
  accept: [
    { text: "retry.backoff.ms=1000" },
    { text: "reconnect.backoff.ms=0" },
    { text: "retry.backoff.ms=2000", version: "3.6" },
    { text: "retry.backoff.ms=2000\nretry.backoff.max.ms=2000" },
    { text: "reconnect.backoff.ms=50\nreconnect.backoff.max.ms=50" },
  ],
  reject: [
    {
      text: "retry.backoff.ms=[[2000]]\n",
      message:
        "retry.backoff.ms 2000 (line 1) is above retry.backoff.max.ms 1000 (default): the client uses 1000 all the time.\nKafka: Configuration 'retry.backoff.ms' with value '2000' is greater than configuration 'retry.backoff.max.ms' with value '1000'. A static backoff with value '1000' will be applied.",
      fixes: [
        { title: "Write retry.backoff.max.ms=2000", result: "retry.backoff.ms=2000\nretry.backoff.max.ms=2000\n" },
      ],
    },
    {
      text: "retry.backoff.ms=[[2000]]\nretry.backoff.max.ms=1500\n",
      message:
        "retry.backoff.ms 2000 (line 1) is above retry.backoff.max.ms 1500 (line 2): the client uses 1500 all the time.\nKafka: Configuration 'retry.backoff.ms' with value '2000' is greater than configuration 'retry.backoff.max.ms' with value '1500'. A static backoff with value '1500' will be applied.",
      fixes: [
        { title: "Set retry.backoff.max.ms to 2000", result: "retry.backoff.ms=2000\nretry.backoff.max.ms=2000\n" },
      ],
    },
    {
      text: "retry.backoff.max.ms=[[50]]\n",
      severity: "information",
      message:
        "retry.backoff.ms 100 (default) is above retry.backoff.max.ms 50 (line 1): the client uses 50 all the time.\nKafka: Configuration 'retry.backoff.ms' with value '100' is greater than configuration 'retry.backoff.max.ms' with value '50'. A static backoff with value '50' will be applied.",
      fixes: [{ title: "Set retry.backoff.max.ms to 100", result: "retry.backoff.max.ms=100\n" }],
    },
    {
      text: "socket.connection.setup.timeout.ms=[[60000]]",
      message:
        "socket.connection.setup.timeout.ms 60000 (line 1) is above socket.connection.setup.timeout.max.ms 30000 (default since 2.8): the client uses 30000 all the time.\nKafka: Configuration 'socket.connection.setup.timeout.ms' with value '60000' is greater than configuration 'socket.connection.setup.timeout.max.ms' with value '30000'. A static connection setup timeout with value '30000' will be applied.",
      fixes: [
        {
          title: "Write socket.connection.setup.timeout.max.ms=60000",
          result: "socket.connection.setup.timeout.ms=60000\nsocket.connection.setup.timeout.max.ms=60000",
        },
      ],
    },
    {
      text: "reconnect.backoff.ms=[[500]]",
      severity: "information",
      message:
        "reconnect.backoff.ms 500 (line 1) stands alone: the client waits the same time before every reconnect, without exponential growth.\nKafka: Disabling exponential reconnect backoff because reconnect.backoff.ms is set, but reconnect.backoff.max.ms is not.",
      fixes: [
        {
          title: "Write reconnect.backoff.max.ms=1000",
          result: "reconnect.backoff.ms=500\nreconnect.backoff.max.ms=1000",
        },
      ],
    },
    {
      text: "reconnect.backoff.ms=[[5000]]",
      version: "2.8",
      severity: "information",
      message:
        "reconnect.backoff.ms 5000 (line 1) stands alone: the client waits the same time before every reconnect, without exponential growth.",
      fixes: [
        {
          title: "Write reconnect.backoff.max.ms=5000",
          result: "reconnect.backoff.ms=5000\nreconnect.backoff.max.ms=5000",
        },
      ],
    },
  ],
});
