import { invalidNumber } from "../../server/src/core/rules/all/invalid-number.js";
import { testRule } from "../support/rule-tester.js";

testRule(invalidNumber, {
  accept: [
    { text: "linger.ms=010" },
    { text: "linger.ms= +5 " },
    { text: "sasl.login.refresh.window.factor=.8" },
    {
      text: '# units, quotes and comments have rules of their own\nbuffer.memory=32MB\nlinger.ms=5 # ms\nbatch.size="1"',
    },
    { text: "# not a setting of this release\nlinger.ms=0\nretry.backoff.max.ms=abc\n# ackwise-kafka-version: 3.6" },
    {
      text: "batch.size=${BATCH_SIZE}",
    },
    {
      text: "config.providers=env\nconfig.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\nbatch.size=${env:BATCH}",
    },
    { text: "some.other.key=1_000" },
  ],
  reject: [
    {
      text: "linger.ms=[[1_000]]",
      message:
        'linger.ms must be a whole number, but is "1_000": the producer does not start.\nKafka: ConfigException: Invalid value 1_000 for configuration linger.ms: Not a number of type LONG',
      fixes: [
        { title: "Set linger.ms to 1000", result: "linger.ms=1000" },
        { title: "Remove linger.ms (the default is 5)", result: "" },
      ],
    },
    {
      text: "buffer.memory = [[33,554,432]]",
      message:
        'buffer.memory must be a whole number, but is "33,554,432": the producer does not start.\nKafka: ConfigException: Invalid value 33,554,432 for configuration buffer.memory: Not a number of type LONG',
      fixes: [
        { title: "Set buffer.memory to 33554432", result: "buffer.memory = 33554432" },
        { title: "Remove buffer.memory (the default is 33554432)", result: "" },
      ],
    },
    {
      text: "batch.size=[[1e5]]",
      message:
        'batch.size must be a whole number, but is "1e5": the producer does not start.\nKafka: ConfigException: Invalid value 1e5 for configuration batch.size: Not a number of type INT',
      fixes: [
        { title: "Set batch.size to 100000", result: "batch.size=100000" },
        { title: "Remove batch.size (the default is 16384)", result: "" },
      ],
    },
    {
      text: "retries=[[Integer.MAX_VALUE]]",
      message:
        'retries must be a whole number, but is "Integer.MAX_VALUE": the producer does not start.\nKafka: ConfigException: Invalid value Integer.MAX_VALUE for configuration retries: Not a number of type INT',
      fixes: [
        { title: "Set retries to 2147483647", result: "retries=2147483647" },
        { title: "Remove retries (the default is 2147483647)", result: "" },
      ],
    },
    {
      text: "retries=[[99999999999]]",
      message:
        'retries "99999999999" has too many digits for Java\'s int, which ends at 2147483647: the producer does not start.\nKafka: ConfigException: Invalid value 99999999999 for configuration retries: Not a number of type INT',
      fixes: [
        { title: "Set retries to 2147483647", result: "retries=2147483647" },
        { title: "Remove retries (the default is 2147483647)", result: "" },
      ],
    },
    {
      text: "[[linger.ms]]=",
      version: "3.9",
      message:
        "linger.ms has no value, but needs a number: the producer does not start.\nKafka: ConfigException: Invalid value  for configuration linger.ms: Not a number of type LONG",
      fixes: [{ title: "Remove linger.ms (the default is 0)", result: "" }],
    },
    {
      text: "[[linger.ms]]\nretries=3",
      message:
        "linger.ms has no value, but needs a number: the producer does not start.\nKafka: ConfigException: Invalid value  for configuration linger.ms: Not a number of type LONG",
      fixes: [{ title: "Remove linger.ms (the default is 5)", result: "retries=3" }],
    },
    {
      text: "sasl.login.refresh.window.factor=[[0,8]]",
      message:
        'sasl.login.refresh.window.factor must be a number such as 0.8, but is "0,8": the producer does not start.\nKafka: ConfigException: Invalid value 0,8 for configuration sasl.login.refresh.window.factor: Not a number of type DOUBLE',
      fixes: [
        { title: "Set sasl.login.refresh.window.factor to 0.8", result: "sasl.login.refresh.window.factor=0.8" },
        { title: "Remove sasl.login.refresh.window.factor (the default is 0.8)", result: "" },
      ],
    },
    {
      text: "max.block.ms=[[0x10]]",
      message:
        'max.block.ms must be a whole number, but is "0x10": the producer does not start.\nKafka: ConfigException: Invalid value 0x10 for configuration max.block.ms: Not a number of type LONG',
      fixes: [
        { title: "Set max.block.ms to 16", result: "max.block.ms=16" },
        { title: "Remove max.block.ms (the default is 60000)", result: "" },
      ],
    },
    {
      text: "delivery.timeout.ms : [[120000.0]]",
      message:
        'delivery.timeout.ms must be a whole number, but is "120000.0": the producer does not start.\nKafka: ConfigException: Invalid value 120000.0 for configuration delivery.timeout.ms: Not a number of type INT',
      fixes: [
        { title: "Set delivery.timeout.ms to 120000", result: "delivery.timeout.ms : 120000" },
        { title: "Remove delivery.timeout.ms (the default is 120000)", result: "" },
      ],
    },
    {
      text: "sasl.login.connect.timeout.ms=[[1.5]]",
      message:
        'sasl.login.connect.timeout.ms must be a whole number, but is "1.5": the producer does not start.\nKafka: ConfigException: Invalid value 1.5 for configuration sasl.login.connect.timeout.ms: Not a number of type INT',
      fixes: [{ title: "Remove sasl.login.connect.timeout.ms", result: "" }],
    },
    {
      text: "linger.ms=[[1\\\n  _000]] ",
      message:
        'linger.ms must be a whole number, but is "1_000": the producer does not start.\nKafka: ConfigException: Invalid value 1_000  for configuration linger.ms: Not a number of type LONG',
      fixes: [
        { title: "Set linger.ms to 1000", result: "linger.ms=1000" },
        { title: "Remove linger.ms (the default is 5)", result: "" },
      ],
    },
    {
      text: "linger.ms=5\nlinger.ms=[[5L]]",
      message:
        'linger.ms must be a whole number, but is "5L": the producer does not start.\nKafka: ConfigException: Invalid value 5L for configuration linger.ms: Not a number of type LONG',
      fixes: [{ title: "Set linger.ms to 5", result: "linger.ms=5\nlinger.ms=5" }],
    },
    {
      text: "buffer.memory=[[unlimited]]",
      message:
        'buffer.memory must be a whole number, but is "unlimited": the producer does not start.\nKafka: ConfigException: Invalid value unlimited for configuration buffer.memory: Not a number of type LONG',
      fixes: [
        { title: "Set buffer.memory to 9223372036854775807", result: "buffer.memory=9223372036854775807" },
        { title: "Remove buffer.memory (the default is 33554432)", result: "" },
      ],
    },
    {
      text: "max.block.ms=[[max long]]",
      message:
        'max.block.ms must be a whole number, but is "max long": the producer does not start.\nKafka: ConfigException: Invalid value max long for configuration max.block.ms: Not a number of type LONG',
      fixes: [
        { title: "Set max.block.ms to 9223372036854775807", result: "max.block.ms=9223372036854775807" },
        { title: "Remove max.block.ms (the default is 60000)", result: "" },
      ],
    },
  ],
});
