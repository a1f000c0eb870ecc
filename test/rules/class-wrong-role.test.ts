import { classWrongRole } from "../../server/src/core/rules/all/class-wrong-role.js";
import { testRule } from "../support/rule-tester.js";

testRule(classWrongRole, {
  accept: [
    { text: "value.serializer=org.apache.kafka.common.serialization.StringSerializer" },
    { text: "value.serializer=com.acme.MyDeserializer" },
  ],
  reject: [
    {
      text: "key.serializer=[[org.apache.kafka.common.serialization.StringDeserializer]]",
      message:
        "key.serializer needs a Serializer, which StringDeserializer is not: the producer does not start.\nKafka: KafkaException: class org.apache.kafka.common.serialization.StringDeserializer is not an instance of org.apache.kafka.common.serialization.Serializer",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "key.serializer=[[org.apache.kafka.common.serialization.StringDeserializer]]",
      version: "2.3",
      message:
        "key.serializer needs a Serializer, which StringDeserializer is not: the producer does not start.\nKafka: KafkaException: org.apache.kafka.common.serialization.StringDeserializer is not an instance of org.apache.kafka.common.serialization.Serializer",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "value.serializer=[[org.apache.kafka.common.serialization.Serdes$LongSerde]]",
      message:
        "value.serializer needs a Serializer, which LongSerde is not: the producer does not start.\nKafka: KafkaException: class org.apache.kafka.common.serialization.Serdes$LongSerde is not an instance of org.apache.kafka.common.serialization.Serializer",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.LongSerializer",
          result: "value.serializer=org.apache.kafka.common.serialization.LongSerializer",
        },
      ],
    },
    {
      text: "value.serializer=[[org.apache.kafka.common.serialization.Serializer]]",
      message:
        "value.serializer needs a class; Serializer is the interface that such classes implement: the producer does not start.\nKafka: KafkaException: Could not find a public no-argument constructor for org.apache.kafka.common.serialization.Serializer",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
        {
          title: "Replace with org.apache.kafka.common.serialization.ByteArraySerializer",
          result: "value.serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
        },
      ],
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.Partitioner]]",
      message:
        "partitioner.class needs a class; Partitioner is the interface that such classes implement: the producer does not start.\nKafka: KafkaException: Could not find a public no-argument constructor for org.apache.kafka.clients.producer.Partitioner",
      fixes: [{ title: "Remove partitioner.class", result: "" }],
    },
    {
      text: "metric.reporters=org.apache.kafka.common.metrics.JmxReporter,[[org.apache.kafka.common.serialization.StringSerializer]]",
      message:
        "metric.reporters needs a MetricsReporter, which StringSerializer is not: the producer does not start.\nKafka: ClassCastException: class org.apache.kafka.common.serialization.StringSerializer",
      fixes: [
        { title: "Remove metric.reporters (the default is org.apache.kafka.common.metrics.JmxReporter)", result: "" },
      ],
    },
    {
      text: "metric.reporters=[[org.apache.kafka.common.serialization.StringSerializer]]",
      version: "3.8",
      message:
        'metric.reporters needs a MetricsReporter, which StringSerializer is not: the producer does not start.\nKafka: NullPointerException: Cannot invoke "java.util.Optional.ifPresent(java.util.function.Consumer)" because "this.clientTelemetryReporter" is null',
      fixes: [{ title: "Remove metric.reporters", result: "" }],
    },
  ],
});
