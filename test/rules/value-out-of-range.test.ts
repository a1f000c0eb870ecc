import { valueOutOfRange } from "../../server/src/core/rules/all/value-out-of-range.js";
import { testRule } from "../support/rule-tester.js";

testRule(valueOutOfRange, {
  accept: [
    { text: "linger.ms=0" },
    { text: "sasl.login.refresh.window.factor=NaN" },
    { text: "compression.gzip.level=-1" },
    { text: "compression.gzip.level=12", version: "3.7" },
    { text: "transaction.timeout.ms=-1" },
  ],
  reject: [
    {
      text: "linger.ms=[[-1]]",
      message:
        "linger.ms -1 is below 0, the smallest value allowed: the producer does not start.\nKafka: ConfigException: Invalid value -1 for configuration linger.ms: Value must be at least 0",
      fixes: [
        { title: "Set linger.ms to 0", result: "linger.ms=0" },
        { title: "Remove linger.ms (the default is 5)", result: "" },
      ],
    },
    {
      text: "compression.gzip.level=[[12]]",
      message:
        "compression.gzip.level 12 is neither -1 nor between 1 and 9: the producer does not start.\nKafka: ConfigException: Invalid value 12 for configuration compression.gzip.level: Value must be between 1 and 9 or equal to -1",
      fixes: [
        { title: "Set compression.gzip.level to 9", result: "compression.gzip.level=9" },
        { title: "Remove compression.gzip.level (the default is -1)", result: "" },
      ],
    },
    {
      text: "compression.lz4.level=[[0]]",
      version: "3.8",
      message:
        "compression.lz4.level 0 is below 1, the smallest value allowed: the producer does not start.\nKafka: ConfigException: Invalid value 0 for configuration compression.lz4.level: Value must be at least 1",
      fixes: [
        { title: "Set compression.lz4.level to 1", result: "compression.lz4.level=1" },
        { title: "Remove compression.lz4.level (the default is 9)", result: "" },
      ],
    },
    {
      text: "sasl.login.refresh.window.factor=[[1.5]]",
      message:
        "sasl.login.refresh.window.factor 1.5 is above 1, the largest value allowed: the producer does not start.\nKafka: ConfigException: Invalid value 1.5 for configuration sasl.login.refresh.window.factor: Value must be no more than 1.0",
      fixes: [
        { title: "Set sasl.login.refresh.window.factor to 1", result: "sasl.login.refresh.window.factor=1" },
        { title: "Remove sasl.login.refresh.window.factor (the default is 0.8)", result: "" },
      ],
    },
    {
      text: "max.in.flight.requests.per.connection=[[0]] ",
      version: "2.4",
      message:
        "max.in.flight.requests.per.connection 0 is below 1, the smallest value allowed: the producer does not start.\nKafka: ConfigException: Invalid value 0 for configuration max.in.flight.requests.per.connection: Value must be at least 1",
      fixes: [
        { title: "Set max.in.flight.requests.per.connection to 1", result: "max.in.flight.requests.per.connection=1" },
        { title: "Remove max.in.flight.requests.per.connection (the default is 5)", result: "" },
      ],
    },
    {
      text: "metadata.max.idle.ms=[[1000]]",
      message:
        "metadata.max.idle.ms 1000 is below 5000, the smallest value allowed: the producer does not start.\nKafka: ConfigException: Invalid value 1000 for configuration metadata.max.idle.ms: Value must be at least 5000",
      fixes: [
        { title: "Set metadata.max.idle.ms to 5000", result: "metadata.max.idle.ms=5000" },
        { title: "Remove metadata.max.idle.ms (the default is 300000)", result: "" },
      ],
    },
  ],
});
