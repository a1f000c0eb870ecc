import { unitSuffix } from "../../server/src/core/rules/all/unit-suffix.js";
import { testRule } from "../support/rule-tester.js";

testRule(unitSuffix, {
  accept: [{ text: "linger.ms=5" }, { text: "retries=5x" }, { text: "linger.ms=5kb" }],
  reject: [
    {
      text: "buffer.memory=[[32MB]]\n",
      message:
        "buffer.memory takes a plain number of bytes, not 32MB.\nKafka: ConfigException: Invalid value 32MB for configuration buffer.memory: Not a number of type LONG",
      fixes: [{ title: "Set buffer.memory to 33554432", result: "buffer.memory=33554432\n" }],
    },
    {
      text: "linger.ms=[[5 ms]]",
      message:
        "linger.ms takes a plain number of milliseconds, not 5 ms.\nKafka: ConfigException: Invalid value 5 ms for configuration linger.ms: Not a number of type LONG",
      fixes: [{ title: "Set linger.ms to 5", result: "linger.ms=5" }],
    },
    {
      text: "request.timeout.ms=[[1.5s]]",
      message:
        "request.timeout.ms takes a plain number of milliseconds, not 1.5s.\nKafka: ConfigException: Invalid value 1.5s for configuration request.timeout.ms: Not a number of type INT",
      fixes: [{ title: "Set request.timeout.ms to 1500", result: "request.timeout.ms=1500" }],
    },
    {
      text: "batch.size = [[16k]]\n",
      message:
        "batch.size takes a plain number of bytes, not 16k.\nKafka: ConfigException: Invalid value 16k for configuration batch.size: Not a number of type INT",
      fixes: [{ title: "Set batch.size to 16384", result: "batch.size = 16384\n" }],
    },
  ],
});
