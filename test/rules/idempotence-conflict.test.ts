import { idempotenceConflict } from "../../server/src/core/rules/all/idempotence-conflict.js";
import { testRule } from "../support/rule-tester.js";

testRule(idempotenceConflict, {
  accept: [
    { text: "acks=1" },
    { text: "enable.idempotence=true\nacks=all\nretries=1\nmax.in.flight.requests.per.connection=5" },
    { text: "max.in.flight.requests.per.connection=6", version: "3.9" },
    { text: "enable.idempotence=false\nacks=0" },
  ],
  reject: [
    {
      text: "enable.idempotence=true\nacks=[[1]]\n",
      message:
        "acks 1 (line 2) contradicts enable.idempotence true (line 1): the producer does not start.\nKafka: ConfigException: Must set acks to all in order to use the idempotent producer. Otherwise we cannot guarantee idempotence.",
      fixes: [
        { title: "Set acks to all", result: "enable.idempotence=true\nacks=all\n" },
        { title: "Set enable.idempotence to false", result: "enable.idempotence=false\nacks=1\n" },
      ],
    },
    {
      text: "enable.idempotence=true\nretries=[[0]]\n",
      message:
        "retries 0 (line 2) contradicts enable.idempotence true (line 1): the producer does not start.\nKafka: ConfigException: Must set retries to non-zero when using the idempotent producer.",
      fixes: [
        { title: "Set retries to 2147483647", result: "enable.idempotence=true\nretries=2147483647\n" },
        { title: "Set enable.idempotence to false", result: "enable.idempotence=false\nretries=0\n" },
      ],
    },
    {
      text: "enable.idempotence=true\nmax.in.flight.requests.per.connection=[[6]]\n",
      version: "3.9",
      message:
        "max.in.flight.requests.per.connection 6 (line 2) contradicts enable.idempotence true (line 1): the producer does not start.\nKafka: ConfigException: Must set max.in.flight.requests.per.connection to at most 5 to use the idempotent producer.",
      fixes: [
        {
          title: "Set max.in.flight.requests.per.connection to 5",
          result: "enable.idempotence=true\nmax.in.flight.requests.per.connection=5\n",
        },
        {
          title: "Set enable.idempotence to false",
          result: "enable.idempotence=false\nmax.in.flight.requests.per.connection=6\n",
        },
      ],
    },
    {
      text: "max.in.flight.requests.per.connection=[[10]]\n",
      message:
        "max.in.flight.requests.per.connection 10 (line 1) contradicts idempotence, which is on by default: from 4.0 the producer does not start.\nKafka: ConfigException: To use the idempotent producer, max.in.flight.requests.per.connection must be set to at most 5. Current value is 10.",
      fixes: [
        {
          title: "Set max.in.flight.requests.per.connection to 5",
          result: "max.in.flight.requests.per.connection=5\n",
        },
        {
          title: "Write enable.idempotence=false",
          result: "max.in.flight.requests.per.connection=10\nenable.idempotence=false\n",
        },
      ],
    },
    {
      text: "transactional.id=t\nacks=[[0]]\n",
      version: "2.8",
      message:
        "acks 0 (line 2) contradicts transactional.id t (line 1): the producer does not start.\nKafka: ConfigException: Must set acks to all in order to use the idempotent producer. Otherwise we cannot guarantee idempotence.",
      fixes: [{ title: "Set acks to all", result: "transactional.id=t\nacks=all\n" }],
    },
    {
      text: "enable.idempotence=true\nmax.in.flight.requests.per.connection=[[6]]\n",
      version: "2.1",
      message:
        "max.in.flight.requests.per.connection 6 (line 2) contradicts enable.idempotence true (line 1): the producer does not start.\nKafka: ConfigException: Must set max.in.flight.requests.per.connection to at most 5 to use the idempotent producer.",
      fixes: [
        {
          title: "Set max.in.flight.requests.per.connection to 5",
          result: "enable.idempotence=true\nmax.in.flight.requests.per.connection=5\n",
        },
        {
          title: "Set enable.idempotence to false",
          result: "enable.idempotence=false\nmax.in.flight.requests.per.connection=6\n",
        },
      ],
    },
  ],
});
