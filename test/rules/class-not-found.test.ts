import { classNotFound } from "../../server/src/core/rules/all/class-not-found.js";
import { testRule } from "../support/rule-tester.js";
import { NEWEST_LINE } from "../support/newest.js";

testRule(classNotFound, {
  accept: [
    {
      text: "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=io.confluent.kafka.serializers.KafkaAvroSerializer",
    },
    { text: 'key.serializer="org.apache.kafka.common.serialization.StringSerializer"' },
    { text: "metric.reporters=\ninterceptor.classes=com.acme.A, com.acme.B" },
    { text: "partitioner.class=org.apache.kafka.clients.producer.internals.DefaultPartitioner", version: "3.9" },
    {
      text: "key.serializer=org.apache.kafka.connect.json.JsonSerializer\nvalue.serializer=org.apache.kafka.common.serialization.extended.ProtoSerializer",
    },
  ],
  reject: [
    {
      text: "key.serializer=[[StringSerializer]]",
      message:
        'key.serializer needs the full name of a class, not "StringSerializer": the producer does not start.\nKafka: ConfigException: Invalid value StringSerializer for configuration key.serializer: Class StringSerializer could not be found.',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "[[key.serializer]]=",
      message:
        "key.serializer has no value, but needs the name of a Serializer: the producer does not start.\nKafka: ConfigException: Invalid value  for configuration key.serializer: Class  could not be found.",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
        {
          title: "Replace with org.apache.kafka.common.serialization.ByteArraySerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
        },
      ],
    },
    {
      text: "key.serializer=[[StringDeserializer]] ",
      message:
        'key.serializer needs the full name of a class, not "StringDeserializer": the producer does not start.\nKafka: ConfigException: Invalid value StringDeserializer  for configuration key.serializer: Class StringDeserializer  could not be found.',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "key.serializer=[[org.apache.kafka.common.serialization.stringserializer]]",
      message: `key.serializer: kafka-clients ${NEWEST_LINE} has no class "org.apache.kafka.common.serialization.stringserializer": the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.common.serialization.stringserializer for configuration key.serializer: Class org.apache.kafka.common.serialization.stringserializer could not be found.`,
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "key.serializer=[[org/apache/kafka/common/serialization/StringSerializer]]",
      message:
        'key.serializer must be the full name of a class, which "org/apache/kafka/common/serialization/StringSerializer" cannot be: the producer does not start.\nKafka: ConfigException: Invalid value org/apache/kafka/common/serialization/StringSerializer for configuration key.serializer: Class org/apache/kafka/common/serialization/StringSerializer could not be found.',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "value.serializer=[[my class]]",
      message:
        'value.serializer must be the full name of a class, which "my class" cannot be: the producer does not start.\nKafka: ConfigException: Invalid value my class for configuration value.serializer: Class my class could not be found.',
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.internals.DefaultPartitioner]]",
      message:
        "partitioner.class: DefaultPartitioner is gone since Kafka 4.0: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.clients.producer.internals.DefaultPartitioner for configuration partitioner.class: Class org.apache.kafka.clients.producer.internals.DefaultPartitioner could not be found.",
      fixes: [{ title: "Remove partitioner.class", result: "" }],
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.UniformStickyPartitioner]]",
      message:
        "partitioner.class: UniformStickyPartitioner is gone since Kafka 4.0: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.clients.producer.UniformStickyPartitioner for configuration partitioner.class: Class org.apache.kafka.clients.producer.UniformStickyPartitioner could not be found.",
      fixes: [
        { title: "Replace with partitioner.ignore.keys=true", result: "partitioner.ignore.keys=true" },
        { title: "Remove partitioner.class", result: "" },
      ],
    },
    {
      text: "partitioner.ignore.keys=true\npartitioner.class=[[org.apache.kafka.clients.producer.UniformStickyPartitioner]]",
      message:
        "partitioner.class: UniformStickyPartitioner is gone since Kafka 4.0: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.clients.producer.UniformStickyPartitioner for configuration partitioner.class: Class org.apache.kafka.clients.producer.UniformStickyPartitioner could not be found.",
      fixes: [{ title: "Remove partitioner.class", result: "partitioner.ignore.keys=true" }],
    },
    {
      text: "partitioner.class=[[org.apache.kafka.clients.producer.RoundRobinPartitioner]]",
      version: "2.3",
      message:
        "partitioner.class: RoundRobinPartitioner exists from Kafka 2.4 on, not in 2.3: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.clients.producer.RoundRobinPartitioner for configuration partitioner.class: Class org.apache.kafka.clients.producer.RoundRobinPartitioner could not be found.",
      fixes: [
        {
          title:
            "Remove partitioner.class (the default is org.apache.kafka.clients.producer.internals.DefaultPartitioner)",
          result: "",
        },
      ],
    },
    {
      text: "metric.reporters=com.acme.X,\\\n   [[JmxReporter]]",
      message:
        'metric.reporters needs the full name of a class, not "JmxReporter": the producer does not start.\nKafka: KafkaException: Class JmxReporter cannot be found',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.metrics.JmxReporter",
          result: "metric.reporters=com.acme.X,\\\n   org.apache.kafka.common.metrics.JmxReporter",
        },
        { title: "Remove metric.reporters (the default is org.apache.kafka.common.metrics.JmxReporter)", result: "" },
      ],
    },
    {
      text: "metric.reporters=[[JmxReporter]]",
      version: "3.9",
      message:
        'metric.reporters needs the full name of a class, not "JmxReporter": the producer does not start.\nKafka: NullPointerException: Cannot invoke "java.util.Optional.ifPresent(java.util.function.Consumer)" because "this.clientTelemetryReporter" is null',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.metrics.JmxReporter",
          result: "metric.reporters=org.apache.kafka.common.metrics.JmxReporter",
        },
        { title: "Remove metric.reporters", result: "" },
      ],
    },
    {
      text: "metric.reporters=org.apache.kafka.common.metrics.JmxReporter[[,]]",
      version: "4.1",
      message:
        "metric.reporters has an empty element: a comma too many. The producer does not start.\nKafka: KafkaException: Class  cannot be found",
      fixes: [
        {
          title: "Remove the superfluous comma",
          result: "metric.reporters=org.apache.kafka.common.metrics.JmxReporter",
        },
      ],
    },
    {
      text: "interceptor.classes=com.acme.A,[[not a class]]",
      version: "2.3",
      message:
        'interceptor.classes must be the full name of a class, which "not a class" cannot be: the producer does not start.\nKafka: KafkaException: not a class ClassNotFoundException exception occurred',
      fixes: [{ title: "Remove interceptor.classes", result: "" }],
    },
    {
      text: "sasl.login.callback.handler.class=[[org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler]]",
      message:
        "sasl.login.callback.handler.class: OAuthBearerLoginCallbackHandler is gone since Kafka 4.0: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler for configuration sasl.login.callback.handler.class: Class org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler could not be found.",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
          result:
            "sasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
        },
        { title: "Remove sasl.login.callback.handler.class", result: "" },
      ],
    },
    {
      text: "key.serializer=[[org.apache.kafka.common.serialization.BooleanSerializer]]",
      version: "3.4",
      message:
        "key.serializer: BooleanSerializer exists from Kafka 3.5 on, not in 3.4: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.common.serialization.BooleanSerializer for configuration key.serializer: Class org.apache.kafka.common.serialization.BooleanSerializer could not be found.",
    },
    {
      text: "key.serializer=[[org.apache.kafka.common.serialization.StringSerialiser]]",
      severity: "warning",
      message: `key.serializer: kafka-clients ${NEWEST_LINE} has no class "org.apache.kafka.common.serialization.StringSerialiser". Did you mean org.apache.kafka.common.serialization.StringSerializer?\nKafka: ConfigException: Invalid value org.apache.kafka.common.serialization.StringSerialiser for configuration key.serializer: Class org.apache.kafka.common.serialization.StringSerialiser could not be found.`,
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.StringSerializer",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "metric.reporters=com.acme.X,[[org.apache.kafka.common.JmxReporter]]",
      severity: "warning",
      message: `metric.reporters: kafka-clients ${NEWEST_LINE} has no class "org.apache.kafka.common.JmxReporter". Did you mean org.apache.kafka.common.metrics.JmxReporter?\nKafka: KafkaException: Class org.apache.kafka.common.JmxReporter cannot be found`,
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.metrics.JmxReporter",
          result: "metric.reporters=com.acme.X,org.apache.kafka.common.metrics.JmxReporter",
        },
      ],
    },
    {
      text: "metric.reporters=[[JmxReporter]], com.acme.X,JmxReporter",
      message:
        'metric.reporters needs the full name of a class, not "JmxReporter": the producer does not start.\nKafka: KafkaException: Class JmxReporter cannot be found',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.metrics.JmxReporter",
          result:
            "metric.reporters=org.apache.kafka.common.metrics.JmxReporter, com.acme.X,org.apache.kafka.common.metrics.JmxReporter",
        },
        { title: "Remove metric.reporters (the default is org.apache.kafka.common.metrics.JmxReporter)", result: "" },
      ],
    },
  ],
});
