import { adviceOn, isGiven } from "../support-advice.js";
import { simpleName } from "../support-classes.js";
import type { Rule } from "../types.js";

/** Serializers whose configure() throws without the address of their registry, and the setting that names it. */
const REGISTRY_KEYS: ReadonlyMap<string, string> = new Map([
  ...["KafkaAvroSerializer", "json.KafkaJsonSchemaSerializer", "protobuf.KafkaProtobufSerializer"].map(
    (name) => [`io.confluent.kafka.serializers.${name}`, "schema.registry.url"] as const,
  ),
  ...["avro.AvroKafkaSerializer", "jsonschema.JsonSchemaKafkaSerializer", "protobuf.ProtobufKafkaSerializer"].map(
    (name) => [`io.apicurio.registry.serde.${name}`, "apicurio.registry.url"] as const,
  ),
]);

export const schemaRegistryMissing: Rule = {
  meta: {
    id: "schema-registry-missing",
    severity: "warning",
    category: "startup",
    summary: "A serializer with a schema registry throws in its configure() when nobody says where the registry is.",
    sources: ["io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig", "KafkaProducer.configureSerializer"],
  },
  messages: {
    missing: "{name} needs {key}: without it the serializer throws, and the producer does not start.",
    fragment:
      "{name} needs {key}: unless the application passes it, the serializer throws and the producer does not start.",
  },
  check: (context) => {
    const { byKey } = context.document;
    const [found] = ["key.serializer", "value.serializer"].flatMap((role) => {
      const setting = byKey.get(role);
      const name = setting?.value.trim() ?? "";
      const key = REGISTRY_KEYS.get(name);
      return setting === undefined || key === undefined || isGiven(context, key) ? [] : [{ setting, name, key }];
    });
    if (found === undefined) return [];
    const isComplete = ["bootstrap.servers", "key.serializer", "value.serializer"].every((key) => byKey.has(key));
    const data = { name: simpleName(found.name), key: found.key };
    const level = isComplete
      ? ({ messageId: "missing" } as const)
      : ({ messageId: "fragment", severity: "information" } as const);
    return [adviceOn(context, found.setting, { ...level, data })];
  },
};
