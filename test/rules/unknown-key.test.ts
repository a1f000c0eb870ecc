import { unknownKey } from "../../server/src/core/rules/all/unknown-key.js";
import { testRule } from "../support/rule-tester.js";

testRule(unknownKey, {
  accept: [
    { text: "acks=all\nschema.registry.url=x" },
    { text: "my.key=1" },
    { text: "acks=all\nmetrics.context.a=b" },
  ],
  reject: [
    {
      text: "[[ack]]=all\nlinger.ms=1\n",
      message: "ack is no producer setting and is ignored. Did you mean acks?",
      fixes: [{ title: "Replace with acks", result: "acks=all\nlinger.ms=1\n" }],
    },
    {
      text: "acks=all\n[[max.in.flight.request.per.connection]]=1\n",
      message:
        "max.in.flight.request.per.connection is no producer setting and is ignored. Did you mean max.in.flight.requests.per.connection?",
      fixes: [
        {
          title: "Replace with max.in.flight.requests.per.connection",
          result: "acks=all\nmax.in.flight.requests.per.connection=1\n",
        },
      ],
    },
    {
      text: "acks=all\n[[request.ms]]=1\n",
      message: "request.ms is no producer setting and is ignored. Did you mean request.timeout.ms?",
      fixes: [{ title: "Replace with request.timeout.ms", result: "acks=all\nrequest.timeout.ms=1\n" }],
    },
    {
      text: "acks=all\n[[ligner.ms]]=1\n",
      message: "ligner.ms is no producer setting and is ignored. Did you mean linger.ms?",
      fixes: [{ title: "Replace with linger.ms", result: "acks=all\nlinger.ms=1\n" }],
    },
    {
      text: "acks=all\n[[batchsize]]=1\n",
      message: "batchsize is no producer setting and is ignored. Did you mean batch.size?",
      fixes: [{ title: "Replace with batch.size", result: "acks=all\nbatch.size=1\n" }],
    },
    {
      text: "acks=all\nbatch.size=1\n[[batch_size]]=1\n",
      message:
        "batch_size is no producer setting and is ignored. Did you mean batch.size? It is already set in line 2.",
      fixes: [{ title: "Remove batch_size", result: "acks=all\nbatch.size=1\n" }],
    },
    {
      text: "acks=all\n[[topic]]=orders\n",
      severity: "hint",
      message:
        "topic is no setting of the Kafka producer: the client ignores it unless a plugin or the application reads it.",
    },
    {
      text: "acks=all\n[[topic]]=orders\nmode=fast\n",
      severity: "hint",
      message:
        "topic, mode are no settings of the Kafka producer: the client ignores them unless a plugin or the application reads them.",
    },
    {
      text: `acks=all\n[[x0]]=1\n${Array.from({ length: 11 }, (_, i) => `x${i + 1}=1\n`).join("")}`,
      severity: "hint",
      message: /^x0, x1, x2, x3, x4, x5, x6, x7, x8, x9 and 2 more are no settings of the Kafka producer/,
    },
    {
      text: "[[BOOTSTRAP_SERVERS]]=a:1\n",
      severity: "hint",
      message: "BOOTSTRAP_SERVERS is no producer setting and is ignored. Did you mean bootstrap.servers?",
      fixes: [{ title: "Replace with bootstrap.servers", result: "bootstrap.servers=a:1\n" }],
    },
  ],
});
