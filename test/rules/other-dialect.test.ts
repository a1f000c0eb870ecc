import { otherDialect } from "../../server/src/core/rules/all/other-dialect.js";
import { testRule } from "../support/rule-tester.js";

testRule(otherDialect, {
  accept: [
    { text: "acks=all\nlinger.ms=5\n" },
    { text: "producer.acks=all\n" },
    { text: "acks=all\nhttp.retries=3\nsession.timeout.ms=10\n" },
    { text: "acks=all\nschema.registry.url=http://a:8081\nschema.registry.ssl.truststore.location=/a\n" },
    { text: "kafka.topic=orders\nkafka.host=a\n" },
  ],
  reject: [
    {
      text: "[[spring.kafka.producer.acks]]=1\nspring.kafka.producer.batch-size=5\n",
      message:
        "These settings look like Spring Boot (spring.kafka.…). Ackwise reads the settings of the plain producer: they were not checked.",
    },
    { text: "a=b\n[[mp.messaging.outgoing.orders.acks]]=1\n", message: /look like Quarkus \(mp\.messaging\.…\)/ },
    { text: "[[%dev.mp.messaging.outgoing.orders.acks]]=1\n", message: /look like Quarkus/ },
    { text: "[[spring.cloud.stream.bindings.out.destination]]=t\n", message: /look like Spring Cloud Stream/ },
    { text: "[[camel.component.kafka.brokers]]=a:1\n", message: /look like Apache Camel/ },
    {
      text: "connector.class=X\n[[producer.override.acks]]=1\n",
      message: /look like Kafka Connect \(producer\.override\.…\)/,
    },
    { text: "application.id=x\n[[producer.acks]]=1\n", message: /look like Kafka Streams \(producer\.…\)/ },
    { text: "clusters=A,B\n[[A->B.producer.acks]]=1\n", message: /look like MirrorMaker 2/ },
    {
      text: "[[kafka.acks]]=1\n",
      message:
        "These settings look like producer settings with the prefix kafka., which an application has to take off. They were not checked.",
    },
    { text: "[[orders.out.acks]]=1\norders.out.linger-ms=5\n", message: /with the prefix orders\.out\., which/ },
    {
      text: "key.converter=a.B\nplugin.path=/a\n[[producer.linger.ms=5]]\nacks=seven\n",
      message: /This looks like the file of a Kafka Connect worker\./,
    },
  ],
});
