import { missingRequiredSetting } from "../../server/src/core/rules/all/missing-required-setting.js";
import { testRule } from "../support/rule-tester.js";

testRule(missingRequiredSetting, {
  accept: [
    { text: "acks=all" },
    { text: "acks=all\nvalue.serializer=com.acme.MySerializer" },
    { text: "foo=bar" },
    { text: "" },
    {
      text: "bootstrap.servers=localhost:9092\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=com.acme.MySerializer",
    },
  ],
  reject: [
    {
      text: "[[acks=all]]",
      profile: "strict",
      message:
        "Not in this file: bootstrap.servers, key.serializer, value.serializer. The constructor throws unless the application passes it in code.\nKafka: ConfigException: Invalid value null for configuration key.serializer: must be non-null.",
    },
    {
      text: "# a comment\n[[acks=all]]\n\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer",
      version: "3.2",
      profile: "strict",
      message:
        'Not in this file: bootstrap.servers, value.serializer. The constructor throws unless the application passes it in code.\nKafka: ConfigException: Missing required configuration "value.serializer" which has no default value.',
    },
    {
      text: "[[bootstrap.servers=localhost:9092]]\nkey.serializer=",
      message:
        "Not in this file: value.serializer. The constructor throws unless the application passes it in code.\nKafka: ConfigException: Invalid value null for configuration value.serializer: must be non-null.",
    },
    {
      text: "[[key.serializer=org.apache.kafka.common.serialization.StringSerializer]]\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer",
      version: "4.1",
      profile: "strict",
      message:
        "Not in this file: bootstrap.servers. The constructor throws unless the application passes it in code.\nKafka: ConfigException: No resolvable bootstrap urls given in bootstrap.servers",
    },
  ],
});
