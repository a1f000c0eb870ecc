import { expect, test } from "vitest";
import { englishIn } from "./english-runs.js";

test.each<[string, readonly string[]]>([
  ["acks 1(line 9): 유실됩니다.", ["line"]],
  ["쓸 수 있는 것: one of none, gzip.", ["one of none gzip"]],
  ["쓸 수 있는 것: none, gzip, snappy.", []],
  ["배치가 too large 상태입니다.", ["too large"]],
  ["linger.ms=5 the", ["the"]],
  ["`the value of it` 값\nKafka: ConfigException: Invalid value", []],
  ["프로듀서는 Java 정규식을 읽습니다(KIP-91, --kafka-version).", []],
])("%s", (text, found) => {
  expect(englishIn(text)).toEqual(found);
});
