import { serializerSetting } from "../../server/src/core/rules/all/serializer-setting.js";
import { testRule } from "../support/rule-tester.js";

testRule(serializerSetting, {
  accept: [
    {
      text: "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nkey.serializer.encoding=ISO-8859-1",
    },
    {
      text: "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nkey.serializer.encoding=klingon",
      version: "3.7",
    },
    {
      text: "key.serializer=org.apache.kafka.common.serialization.ListSerializer\ndefault.list.key.serde.inner=org.apache.kafka.common.serialization.Serdes$StringSerde",
    },
  ],
  reject: [
    {
      text: "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nkey.serializer.encoding=UTF-8[[ ]]",
      message:
        "key.serializer.encoding is not trimmed, so that the name of the charset ends with a blank: the producer does not start.\nKafka: SerializationException: Unsupported encoding UTF-8 ",
      fixes: [
        {
          title: "Replace with UTF-8",
          result:
            "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nkey.serializer.encoding=UTF-8",
        },
        {
          title: "Remove key.serializer.encoding",
          result: "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\nserializer.encoding=[[klingon]]",
      message:
        'serializer.encoding is "klingon", which is no charset that Java knows: the producer does not start.\nKafka: SerializationException: Unsupported encoding klingon',
      fixes: [
        {
          title: "Set serializer.encoding to UTF-8",
          result:
            "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\nserializer.encoding=UTF-8",
        },
        {
          title: "Remove serializer.encoding",
          result:
            "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer",
        },
      ],
    },
    {
      text: "key.serializer=[[org.apache.kafka.common.serialization.ListSerializer]]",
      message:
        "ListSerializer as key.serializer needs default.list.key.serde.inner, which is not set: the producer does not start.\nKafka: ConfigException: Not able to determine the serializer class because it was neither passed via the constructor nor set in the config.",
      fixes: [
        {
          title: "Add default.list.key.serde.inner",
          result:
            "key.serializer=org.apache.kafka.common.serialization.ListSerializer\ndefault.list.key.serde.inner=org.apache.kafka.common.serialization.Serdes$StringSerde",
        },
      ],
    },
    {
      text: "key.serializer=org.apache.kafka.common.serialization.ListSerializer\ndefault.list.key.serde.inner=[[org.apache.kafka.common.serialization.StringSerializer]]",
      message:
        'default.list.key.serde.inner must be the full name of a Serde class, but is "org.apache.kafka.common.serialization.StringSerializer": the producer does not start.\nKafka: ClassCastException: class org.apache.kafka.common.serialization.StringSerializer',
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.Serdes$StringSerde",
          result:
            "key.serializer=org.apache.kafka.common.serialization.ListSerializer\ndefault.list.key.serde.inner=org.apache.kafka.common.serialization.Serdes$StringSerde",
        },
      ],
    },
    {
      text: "value.serializer=org.apache.kafka.common.serialization.ListSerializer\ndefault.list.value.serde.inner=[[org.apache.kafka.common.serialization.Serdes$StringSerde]] ",
      message:
        "default.list.value.serde.inner is not trimmed, so that the class name ends with a blank: the producer does not start.\nKafka: ConfigException: Invalid value org.apache.kafka.common.serialization.Serdes$StringSerde  for configuration default.list.value.serde.inner: Serializer class org.apache.kafka.common.serialization.Serdes$StringSerde  could not be found.",
      fixes: [
        {
          title: "Replace with org.apache.kafka.common.serialization.Serdes$StringSerde",
          result:
            "value.serializer=org.apache.kafka.common.serialization.ListSerializer\ndefault.list.value.serde.inner=org.apache.kafka.common.serialization.Serdes$StringSerde",
        },
      ],
    },
  ],
});
