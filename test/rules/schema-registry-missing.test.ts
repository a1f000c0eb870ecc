import { schemaRegistryMissing } from "../../server/src/core/rules/all/schema-registry-missing.js";
import { testRule } from "../support/rule-tester.js";

const START = "bootstrap.servers=a:9092\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer\n";

testRule(schemaRegistryMissing, {
  accept: [
    { text: `${START}value.serializer=org.apache.kafka.common.serialization.StringSerializer\n` },
    {
      text: `${START}value.serializer=io.confluent.kafka.serializers.KafkaAvroSerializer\nschema.registry.url=http://r:8081\n`,
    },
    // It needs no registry.
    { text: `${START}value.serializer=io.confluent.kafka.serializers.KafkaJsonSerializer\n` },
  ],
  reject: [
    {
      text: `${START}value.serializer=[[io.confluent.kafka.serializers.KafkaAvroSerializer]]\n`,
      message:
        "KafkaAvroSerializer needs schema.registry.url: without it the serializer throws, and the producer does not start.",
    },
    {
      text: `${START}value.serializer=[[io.confluent.kafka.serializers.protobuf.KafkaProtobufSerializer]]\n`,
      message:
        "KafkaProtobufSerializer needs schema.registry.url: without it the serializer throws, and the producer does not start.",
    },
    {
      text: `${START}value.serializer=[[io.apicurio.registry.serde.avro.AvroKafkaSerializer]]\nschema.registry.url=http://r\n`,
      message:
        "AvroKafkaSerializer needs apicurio.registry.url: without it the serializer throws, and the producer does not start.",
    },
    {
      text: "value.serializer=[[io.confluent.kafka.serializers.json.KafkaJsonSchemaSerializer]]\n",
      severity: "information",
      message:
        "KafkaJsonSchemaSerializer needs schema.registry.url: unless the application passes it, the serializer throws and the producer does not start.",
    },
  ],
});
