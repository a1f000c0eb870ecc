import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signatureHelp } from "../../server/src/service/signature-help.js";
import { analysed } from "./glance.js";
import { open } from "./harness.js";

const PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

/** The parameter at the cursor. */
function active(textWithCursor: string): string | undefined {
  const { text, position } = open(textWithCursor);
  const help = signatureHelp(analysed(text), position);
  const signature = help?.signatures[0];
  const [start = 0, end = 0] = (signature?.parameters?.[help?.activeParameter ?? 0]?.label ?? []) as number[];
  return signature?.label.slice(start, end);
}

describe("options of login modules", () => {
  test.each([
    [`${PLAIN} |`, "required"],
    [`${PLAIN} requ|`, "required"],
    [`${PLAIN} required |`, 'username="username"'],
    [`${PLAIN} required username="a|"`, 'username="username"'],
    [`${PLAIN} required username="a" |`, 'password="password"'],
    [`${PLAIN} required password="x" |`, 'username="username"'],
    [`${PLAIN} required password="x y|" username="a"`, 'password="password"'],
    [`${PLAIN} required username="a" password="b" |`, ""],
    [
      `org.apache.kafka.common.security.scram.ScramLoginModule required username="a" password="b" |`,
      'tokenauth="true"',
    ],
    [`\\\n  ${PLAIN} \\\n  required \\\n  username="a" \\\n  |;`, 'password="password"'],
    [`${PLAIN} required username="a"; |`, undefined],
    [`${PLAIN}|`, undefined],
    [`my.own.LoginModule required |`, undefined],
  ])("%j", (value, expected) => {
    expect(active(`sasl.jaas.config=${value}`)).toBe(expected);
  });

  test("the whole signature, optional ones in brackets", () => {
    const { text, position } = open(`sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule |`);
    const help = signatureHelp(analysed(text), position);
    expect(help?.signatures[0]?.label).toBe(
      'ScramLoginModule required username="username" password="password" [tokenauth="true"]',
    );
    expect(JSON.stringify(help?.signatures[0]?.parameters?.[2])).toContain("placeholder of a config provider");
  });

  test("nothing elsewhere", () => {
    expect(active(`acks=${PLAIN} |`)).toBeUndefined();
    expect(active("|")).toBeUndefined();
  });

  test("any value and cursor", () => {
    const pieces = fc.array(
      fc.constantFrom(PLAIN, " ", "required", "username=", '"', "'", ";", "\\\n ", "\\u0041", "=", "x"),
    );
    fc.assert(
      fc.property(pieces, fc.nat(400), (parts, column) => {
        const analysis = analysed(`sasl.jaas.config=${parts.join("")}`);
        const help = signatureHelp(analysis, analysis.document.lines.positionAt(column));
        if (help !== undefined) expect(help.signatures).toHaveLength(1);
      }),
    );
  });
});
