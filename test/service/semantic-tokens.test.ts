import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "../../server/src/core/text/line-index.js";
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from "../../server/src/service/semantic-tokens.js";
import { propertiesText } from "../support/arbitraries.js";
import { analysed } from "./glance.js";

/** `word type modifiers`, decoded as an editor does it. */
function tokens(text: string, range?: Range): string[] {
  const { data } = semanticTokens(analysed(text), range);
  const lines = text.split(/\r\n|\r|\n/);
  const found: string[] = [];
  let line = 0;
  let column = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    column = down > 0 ? right : column + right;
    const word = lines[line]?.slice(column, column + length) ?? "";
    const name = SEMANTIC_TOKENS_LEGEND.tokenTypes[type] ?? "";
    found.push(`${word} ${name}${modifiers === 1 ? " deprecated" : ""}`);
  }
  return found;
}

describe("semantic tokens", () => {
  test.each([
    ["acks=all", ["acks property", "all enumMember"]],
    ["acks=some", ["acks property"]],
    ["lingr.ms=5", ["lingr.ms variable"]],
    ["linger.ms = 5 ", ["linger.ms property", "5 number"]],
    ["linger.ms=5ms", ["linger.ms property"]],
    ["enable.idempotence=TRUE", ["enable.idempotence property", "TRUE keyword"]],
    ["sasl.login.refresh.window.jitter=0.05", ["sasl.login.refresh.window.jitter property", "0.05 number"]],
    ["key.serializer=org.x.A", ["key.serializer property", "org.x.A class"]],
    ["interceptor.classes=a.B, c.D", ["interceptor.classes property", "a.B class", "c.D class"]],
    ["ssl.key.password=x${env:A}y", ["ssl.key.password property", "${env:A} macro"]],
    ["linger.ms={{ linger }}", ["linger.ms property", "{{ linger }} macro"]],
    ["client.id=@name@", ["client.id property", "@name@ macro"]],
    ["ssl.key.password=a$BC", ["ssl.key.password property"]],
    ["ssl.key.password=5", ["ssl.key.password property"]],
    [
      "# ackwise-kafka-version: 3.7\nauto.include.jmx.reporter=true",
      ["ackwise-kafka-version keyword", "auto.include.jmx.reporter property deprecated", "true keyword"],
    ],
    ["# a\n\nmax.block.ms=\\\n  10", ["max.block.ms property", "10 number"]],
    ["max.block.ms=1\\\n  0", ["max.block.ms property"]],
  ])("%j", (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  test("of a range", () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 99 } };
    expect(tokens("acks=all\nretries=1\nlinger.ms=5\n", range)).toEqual(["retries property", "1 number"]);
  });

  test("any text: tokens stand one behind the other, each in its line", () => {
    fc.assert(
      fc.property(propertiesText, (text) => {
        const { data } = semanticTokens(analysed(text.replaceAll("|", "")));
        for (let i = 0; i < data.length; i += 5) {
          expect(data[i]).toBeGreaterThanOrEqual(0);
          expect(data[i + 1]).toBeGreaterThanOrEqual(i > 0 && data[i] === 0 ? (data[i - 3] ?? 0) : 0);
          expect(data[i + 2]).toBeGreaterThan(0);
        }
      }),
    );
  });
});
