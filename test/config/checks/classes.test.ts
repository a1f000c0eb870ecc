import { expect, test } from "vitest";
import { parseVersion } from "../../../server/src/core/catalog/version.js";
import { findClass, nearestKafkaClass } from "../../../server/src/core/config/checks/classes.js";
import { verdictTable } from "../evaluation-tables.js";

const SERIALIZATION = "org.apache.kafka.common.serialization";

test.each([
  [`${SERIALIZATION}.StringSerializer`, "exists"],
  [`${SERIALIZATION}.StringDeserializer`, "exists"],
  ["java.lang.String", "exists"],
  ["StringSerializer", "missing"],
  [`${SERIALIZATION}.stringSerializer`, "missing"],
  ["org.apache.kafka.clients.producer.internals.DefaultPartitioner", "missing"],
  ["java.lang.string", "missing"],
  ["", "missing"],
  ['"a.B"', "missing"],
  ["a.B ", "missing"],
  ["a/B", "missing"],
  ["a.class", "missing"],
  ["a..B", "missing"],
  ["com.example.Missing", "unknown"],
  ["Missing", "unknown"],
  ["constructor", "unknown"],
])("findClass(%s) is %s", (name, found) => {
  expect(findClass(name, parseVersion("4.3.1")!)).toBe(found);
});

test("the nearest class is one of the release", () => {
  const name = "roundrobinpartitioner";
  expect(nearestKafkaClass(name, parseVersion("4.3")!)).toBe("org.apache.kafka.clients.producer.RoundRobinPartitioner");
  expect(nearestKafkaClass(name, parseVersion("2.3")!)).toBeUndefined();
});

verdictTable("classes", {
  accepts: [
    ["partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner"],
    ["metric.reporters=org.apache.kafka.common.metrics.JmxReporter"],
    ["interceptor.classes="],
    ["sasl.login.class=java.lang.String"],
  ],
  rejects: [
    ["partitioner.class=java.lang.String", /^class java.lang.String is not an instance of .*Partitioner$/],
    ["partitioner.class=java.lang.String", /^java.lang.String is not an instance of .*Partitioner$/, "2.3.1"],
    ["partitioner.class=org.apache.kafka.clients.producer.Partitioner", /^Could not find a public no-argument/],
    ["partitioner.class=org.apache.kafka.clients.producer.internals.BuiltInPartitioner", /could not be found/, "3.2.3"],
    ["metric.reporters=java.lang.String", "class java.lang.String"],
    ["interceptor.classes=a b", "Class a b cannot be found"],
    [`value.serializer=${SERIALIZATION}.ListSerializer`, /^Not able to determine the serializer class/],
    ["value.serializer.encoding=UTF-8\\ ", "Unsupported encoding UTF-8 "],
  ],
  leavesOpen: [
    ["partitioner.class=com.example.Mine", "class-not-found"],
    ["interceptor.classes=com.example.Mine", "class-not-found"],
  ],
});
