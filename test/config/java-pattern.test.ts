import { expect, test } from "vitest";
import { javaPatternProblem } from "../../server/src/core/config/java-pattern.js";

test.each([
  "",
  ".*",
  "a|b",
  "[]a]",
  "[a[bc]&&[^d]]",
  "(?<n>a){2,3}?",
  "(?i)x++",
  "\\Q(\\E",
  "kafka\\.producer.*",
  "a}",
  "^$",
])("takes %s", (pattern) => {
  expect(javaPatternProblem(pattern)).toBeUndefined();
});

test.each([
  ["(", "Unclosed group near index 1"],
  ["a)", "Unmatched closing ')' near index 0"],
  ["[a", "Unclosed character class near index 1"],
  ["*", "Dangling meta character '*' near index 0"],
  ["a|+", "Dangling meta character '+' near index 2"],
  ["a{", "Illegal repetition near index 2"],
  ["\\y", "Illegal/unsupported escape sequence near index 1"],
])("refuses %s", (pattern, problem) => {
  expect(javaPatternProblem(pattern)).toBe(problem);
});
