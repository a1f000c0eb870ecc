import { expect, test } from "vitest";
import { parseJaas } from "../../../server/src/core/config/jaas/parse-jaas.js";

const MODULE = "a.B";

test.each([
  ["a.B required;", {}],
  ["a.B REQUIRED username=u password=p;", { username: "u", password: "p" }],
  ["a.B required username = 'u' password=\"p\";", { username: "u", password: "p" }],
  ['a.B required a="x;y//z" b="q\\"r" c="\\101\\n";', { a: "x;y//z", b: 'q"r', c: "A\n" }],
  ["a.B required a=_x$-1.2 /* comment */ ; // the end", { a: "_x$-1.2" }],
  ["a.B required / the rest of this line is a comment\n;", {}],
  ["a.B required a=x a=y;", { a: "y" }],
  ["a.B required é=ü;", { é: "ü" }],
])("takes %s", (text, options) => {
  const result = parseJaas(text);
  expect(result.ok && result.entry.loginModule).toBe(MODULE);
  expect(result.ok && Object.fromEntries([...result.entry.options].map(([name, { value }]) => [name, value]))).toEqual(
    options,
  );
});

test.each([
  ["", "Login module not specified in JAAS config", ""],
  ["// nothing", "Login module not specified in JAAS config", "// nothing"],
  ["a.B", "Login module control flag not specified in JAAS config", "a.B"],
  ["a.B required; x", "Login module control flag not specified in JAAS config", "x"],
  ["a.B;", "Login module control flag is not available in the JAAS config", ";"],
  ["a.B { x }", "Login module control flag is not available in the JAAS config", "{"],
  ["a.B needed;", "Invalid login module control flag 'needed' in JAAS config", "needed"],
  ["a.B required password=123;", "Value not specified for key 'password' in JAAS config", "password=123"],
  ["a.B required password=p@ss;", "Value not specified for key 'null' in JAAS config", "@ss"],
  ["a.B required user:u;", "Value not specified for key 'user' in JAAS config", "user:"],
  ["a.B required a=x", "JAAS config entry not terminated by semi-colon", "a.B required a=x"],
  ["a.B required; c.D required;", "JAAS config property contains 2 login modules, should be 1 module", "c.D required;"],
  ['"" required;', null, '""'],
])("refuses %s", (text, message, part) => {
  const result = parseJaas(text);
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.refusal.message).toBe(message);
  expect(text.slice(result.refusal.part.start, result.refusal.part.end)).toBe(part);
});
