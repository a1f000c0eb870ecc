import { idempotenceDisabled } from "../../server/src/core/rules/all/idempotence-disabled.js";
import { testRule } from "../support/rule-tester.js";

testRule(idempotenceDisabled, {
  accept: [
    { text: "acks=all" },
    { text: "acks=0" },
    { text: "acks=0\nretries=0" },
    { text: "acks=1\nenable.idempotence=false" },
    { text: "acks=1", version: "2.8" },
    { text: "acks=1\ntransactional.id=t" },
  ],
  reject: [
    {
      text: "acks=[[1]]\n",
      message:
        "acks 1 (line 1): if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent. This also switches idempotence off, which is on by default: retries may store a record twice or out of order.\nKafka: Idempotence will be disabled because acks is set to 1, not set to 'all'.",
      fixes: [
        { title: "Set acks to all, which keeps idempotence on", result: "acks=all\n" },
        {
          title: "Write enable.idempotence=false to say that this is meant",
          result: "acks=1\nenable.idempotence=false\n",
        },
      ],
    },
    {
      text: "acks=[[1]]\nretries=0\n",
      message:
        "acks 1 (line 1) and retries 0: if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent, and every passing error fails records. This also switches idempotence off, which is on by default.\nKafka: Idempotence will be disabled because acks is set to 1, not set to 'all'.",
      fixes: [
        { title: "Set acks to all and remove retries, which keeps idempotence on", result: "acks=all\n" },
        {
          title: "Write enable.idempotence=false to say that this is meant",
          result: "acks=1\nenable.idempotence=false\nretries=0\n",
        },
      ],
    },
    {
      text: "retries=[[0]]",
      message:
        "retries 0 (line 1) switches idempotence off, which is on by default, and every passing error, such as a change of leader, fails records.\nKafka: Idempotence will be disabled because retries is set to 0.",
      fixes: [
        { title: "Set retries to 2147483647, which keeps idempotence on", result: "retries=2147483647" },
        {
          title: "Write enable.idempotence=false to say that this is meant",
          result: "retries=0\nenable.idempotence=false",
        },
      ],
    },
    {
      text: "max.in.flight.requests.per.connection=[[6]]",
      version: "3.9",
      severity: "warning",
      message:
        "max.in.flight.requests.per.connection 6 (line 1) switches idempotence off, which is on by default: retries may store a record twice or out of order.\nKafka: Idempotence will be disabled because max.in.flight.requests.per.connection is set to 6, which is greater than 5. Please note that in v4.0.0 and onward, this will become an error.",
      fixes: [
        {
          title: "Set max.in.flight.requests.per.connection to 5, which keeps idempotence on",
          result: "max.in.flight.requests.per.connection=5",
        },
        {
          title: "Write enable.idempotence=false to say that this is meant",
          result: "max.in.flight.requests.per.connection=6\nenable.idempotence=false",
        },
      ],
    },
  ],
});
