import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loginModules } from "../../server/src/core/config/jaas/login-modules.js";
import { scanJaas } from "../../server/src/core/config/jaas/scan-jaas.js";
import { latestVersion } from "../../server/src/core/catalog/version.js";
import { parseJaas } from "../../server/src/core/config/jaas/parse-jaas.js";
import { editorSpeaker } from "../../server/src/core/messages/editor-texts.js";
import { optionText } from "../../server/src/service/jaas-cursor.js";
import { accepted, complete, hovered, hoverText, labels } from "./harness.js";

const PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
const SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
const KERBEROS = "com.sun.security.auth.module.Krb5LoginModule";
const OAUTH = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";
const PROVIDERS =
  "config.providers=e\nconfig.providers.e.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider\n";

/** What is offered inside the value, templates of whole logins left out. */
function offered(value: string, before = ""): readonly string[] {
  const mechanisms = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI", "OAUTHBEARER"];
  return labels(`${before}sasl.jaas.config=${value}`).filter((label) => !mechanisms.includes(label));
}

describe("completion inside sasl.jaas.config", () => {
  test.each([
    ["the flag", `${PLAIN} |`, ["required"]],
    ["a flag that is being written", `${PLAIN} requ|`, ["required"]],
    ["options by module", `${SCRAM} required |`, ["username", "password", "tokenauth"]],
    ["those that are not there", `${SCRAM} required password="x" |;`, ["username", "tokenauth"]],
    ["one that is being written", `${PLAIN} required username="a" pas|`, ["password"]],
    ["one in the middle", `${PLAIN} required us| password="b";`, ["username"]],
    ["one whose name is corrected", `${PLAIN} required user|="a" password="b";`, ["username"]],
    ["on a continued line", `\\\n  ${PLAIN} \\\n  required \\\n  username="a" \\\n  |`, ["password"]],
    ["a word on a continued line", `${PLAIN} required \\\r\n  pass|;`, ["username", "password"]],
    ["Kerberos", `${KERBEROS} required useKeyTab=true |`, [
      "storeKey", "keyTab", "principal", "useTicketCache", "serviceName",
    ]], // prettier-ignore
    ["OAuth", `${OAUTH} required clientId="a" |`, ["clientSecret", "scope"]],
    ["yes or no", `${KERBEROS} required useKeyTab=|`, ["true", "false"]],
    ["yes or no, half written", `${SCRAM} required tokenauth="t|"`, ["true", "false"]],
    ["the usual service", `${KERBEROS} required serviceName="|";`, ["kafka"]],
    ["no name of a user", `${PLAIN} required username="|"`, []],
    ["no password without a provider", `${PLAIN} required password="|"`, []],
    ["nothing right behind a value", `${PLAIN} required username="a"|`, []],
    ["nothing behind the end", `${PLAIN} required username="a"; |`, []],
    ["nothing for modules of others", `my.own.LoginModule required |`, []],
    ["nothing in the name of the module", `${PLAIN.slice(0, 30)}|`, []],
  ])("%s", (_what, value, expected) => {
    expect(offered(value)).toEqual(expected);
  });

  test("a password is read from the environment where a provider is declared", () => {
    expect(offered(`${PLAIN} required password="|"`, PROVIDERS)).toEqual(["${e:KAFKA_SASL_PASSWORD}"]);
    expect(accepted(`${PROVIDERS}sasl.jaas.config=${PLAIN} required password="x|y";`, "${e:KAFKA_SASL_PASSWORD}")).toBe(
      `${PROVIDERS}sasl.jaas.config=${PLAIN} required password="\${e:KAFKA_SASL_PASSWORD}";`,
    );
    expect(accepted(`${PROVIDERS}sasl.jaas.config=${PLAIN} required password=|;`, "${e:KAFKA_SASL_PASSWORD}")).toBe(
      `${PROVIDERS}sasl.jaas.config=${PLAIN} required password="\${e:KAFKA_SASL_PASSWORD}";`,
    );
  });

  test.each([
    [`${PLAIN} |`, "required", `${PLAIN} required`],
    [`${PLAIN} required us|`, "username", `${PLAIN} required username="username"`],
    [`${PLAIN} required us|er="a";`, "username", `${PLAIN} required username="a";`],
    [`${PLAIN} required \\\n  pass|`, "password", `${PLAIN} required \\\n  password="password"`],
    [`${SCRAM} required tokenauth=f|;`, "true", `${SCRAM} required tokenauth="true";`],
    [`${KERBEROS} required useKeyTab=f|;`, "true", `${KERBEROS} required useKeyTab=true;`],
    [`${KERBEROS} required serviceName="k|`, "kafka", `${KERBEROS} required serviceName="kafka`],
  ])("%j takes %s", (value, label, expected) => {
    expect(accepted(`sasl.jaas.config=${value}`, label)).toBe(`sasl.jaas.config=${expected}`);
  });

  test("says what an option is for, and never what a file holds", () => {
    const items = complete(`sasl.jaas.config=${PLAIN} required username="alice" |password="hunter2"`);
    expect(JSON.stringify(items)).not.toMatch(/hunter2|alice/);
    const [item] = complete(`sasl.jaas.config=${PLAIN} required |`).filter(({ label }) => label === "password");
    expect(item).toMatchObject({
      detail: 'password="password"',
      documentation: { value: expect.stringContaining("config provider") as string },
    });
  });

  test("every option of every module is explained", () => {
    const say = editorSpeaker();
    const all = loginModules(latestVersion()).flatMap(({ options }) => options);
    for (const { name } of all) expect(optionText(name, say), name).not.toBe("");
  });
});

describe("hover inside sasl.jaas.config", () => {
  test.each([
    [`org.apache.kafka.common.security.plain.Plain|LoginModule required;`, PLAIN, "Serves `sasl.mechanism` PLAIN."],
    [`${PLAIN} req|uired;`, "required", "How much the module counts."],
    [`${PLAIN} required pass|word="hunter2";`, "password", "**password** (PlainLoginModule)"],
    [`${PLAIN} required password="hun|ter2";`, '"hunter2"', "**password** (PlainLoginModule)"],
    [`${PLAIN} required \\\n  user|name="a";`, "username", "The name of the user."],
  ])("%j", (value, word, text) => {
    expect(hovered(`sasl.jaas.config=${value}`)).toBe(word);
    expect(hoverText(`sasl.jaas.config=${value}`)).toContain(text);
    expect(hoverText(`sasl.jaas.config=${value}`)).not.toContain("hunter2");
  });

  test("other words: the setting as before", () => {
    expect(hoverText(`sasl.jaas.config=my.Own required a|b="c";`)).toContain("**sasl.jaas.config**");
    expect(hoverText(`sasl.jaas.config=${PLAIN} required de|bug="c";`)).toContain("**sasl.jaas.config**");
  });
});

describe("a text that may be half written", () => {
  const piece = fc.constantFrom(
    PLAIN,
    "required",
    "username",
    "=",
    '"',
    "'",
    ";",
    " ",
    "\\",
    '"a b"',
    "x-1",
    ",",
    "\n",
  );

  test("is read as the client reads it, when the client takes it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.stringMatching(/^[a-z]{1,5}$/), value: fc.stringMatching(/^[a-z0-9 =;]*$/) })),
        (options) => {
          const text = `${PLAIN} required ${options.map(({ name, value }) => `${name}="${value}"`).join(" ")};`;
          const parsed = parseJaas(text);
          const names = scanJaas(text).flatMap(({ kind, name }) => (kind === "option" ? [name] : []));
          expect(parsed.ok && [...parsed.entry.options.keys()]).toEqual([...new Set(names)]);
        },
      ),
    );
  });

  test("has pieces in order and inside the text, whatever stands there", () => {
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const { start, end } of scanJaas(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
