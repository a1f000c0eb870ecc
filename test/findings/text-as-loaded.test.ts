import { describe, expect, it } from "vitest";
import { effectiveConfigOf } from "../../server/src/core/report/effective.js";
import { fixText } from "../../server/src/core/report/fix.js";
import { lintDocument } from "../../server/src/core/report/lint.js";
import type { Finding } from "../../server/src/core/rules/types.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
import { applyEdits } from "../../server/src/core/text/span.js";
import { ackwise } from "../cli/memory-io.js";

const HEAD = [
  "bootstrap.servers=k1:9092,k2:9092",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "security.protocol=SSL",
  "",
].join("\n");
const PATH = "C:\\Users\\app\\java\\content-service\\src\\main\\resources\\kafka.client.truststore.jks";

const found = (text: string, rule: string): readonly Finding[] =>
  lintDocument(text, { fileName: "producer.properties" }).findings.filter((finding) => finding.rule === rule);
const valueIn = (text: string, key: string): string | undefined =>
  parseProperties(text).entries.findLast((entry) => entry.key === key)?.value;

describe("K3 text as java.util.Properties reads it", () => {
  it("K3a a lone backslash that disappears is a warning with the value as loaded", () => {
    const text = `${HEAD}ssl.truststore.location=${PATH}\nssl.truststore.password=changeit\n`;
    const [finding] = found(text, "lost-backslash");
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toContain('"C:Usersappjavacontent-servicesrcmain<CR>esourceskafka.client.truststore.jks"');
    const fixed = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(valueIn(fixed, "ssl.truststore.location")).toBe(PATH);
    expect(found(fixed, "lost-backslash")).toEqual([]);
  });

  it("K3b the fix of a malformed \\u doubles every backslash of the value", () => {
    const path = PATH.replace("Users", "users");
    const text = `${HEAD}ssl.truststore.location=${path}\nssl.truststore.password=changeit\n`;
    const { text: fixed, settled } = fixText(text, { fileName: "producer.properties" }, "suggestions");
    expect(settled).toBe(true);
    expect(valueIn(fixed, "ssl.truststore.location")).toBe(path);
  });

  it.each([
    ["ssl.keystore.location", "D:\\kafka\\new\\keystore.jks"],
    ["ssl.keystore.location", "\\\\fileserver\\certs\\k.jks"],
    ["ssl.truststore.location", "certs\\trust.jks"],
    ["ssl.key.password", "pa\\ss\\word"],
    ["ssl.keystore.password", "ends with \\"],
    ["client.id", "team\\orders"],
  ])("K3a %s=%s is loaded as it was meant after the fix", (key, meant) => {
    const text = `${HEAD}${key}=${meant}`;
    const [finding] = found(text, "lost-backslash");
    expect(valueIn(applyEdits(text, finding?.fixes[0]?.edits ?? []), key)).toBe(meant);
  });

  it("K3a no finding shows a password", () => {
    for (const key of [
      "ssl.key.password",
      "sasl.jaas.config",
      "db.password",
      "schema.registry.ssl.keystore.password",
    ]) {
      const [finding] = found(`${HEAD}${key}=can\\ary"ca\\nary"`, "lost-backslash");
      expect(finding?.message).toBeDefined();
      expect(finding?.message).not.toContain("canary");
    }
  });

  it("K3a a last backslash that swallows the next setting", () => {
    const text = `${HEAD}ssl.keystore.location=C:\\certs\\\nssl.keystore.password=changeit\n`;
    const [finding] = found(text, "swallowed-line");
    expect(finding?.message).toContain("ssl.keystore.password is not set");
    const fixed = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(valueIn(fixed, "ssl.keystore.location")).toBe("C:\\certs\\");
    expect(valueIn(fixed, "ssl.keystore.password")).toBe("changeit");
  });

  it("K3c a UTF-8 path is shown as Properties.load(InputStream) reads it, and the fix loads what was meant", () => {
    const text = `${HEAD}ssl.truststore.location=/päth/t.jks`;
    const [finding] = found(text, "non-ascii-value");
    expect(finding?.severity).toBe("information");
    expect(finding?.message).toContain('"/pÃ¤th/t.jks"');
    const { raw, settings, dependsOn } = effectiveConfigOf(text);
    expect(raw["ssl.truststore.location"]).toBe("/pÃ¤th/t.jks");
    expect(settings["ssl.truststore.location"]?.value).toBe("/pÃ¤th/t.jks");
    expect(JSON.stringify(dependsOn)).not.toContain("/päth");
    const fixed = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(effectiveConfigOf(fixed).raw["ssl.truststore.location"]).toBe("/päth/t.jks");
  });

  it("K3c a file in ISO-8859-1 is read as it is and stays byte for byte", async () => {
    const bytes = Buffer.from(`${HEAD}client.id=café\nacks=0\nacks=0\n`, "latin1");
    const files = { "p.properties": bytes };
    const lint = await ackwise(["lint", "p.properties", "--format", "json"], { files });
    expect(lint.stdout).not.toContain("non-ascii-value");
    const effective = await ackwise(["effective", "p.properties", "--format", "json"], { files });
    expect((JSON.parse(effective.stdout) as { raw: Record<string, string> }).raw["client.id"]).toBe("café");
    const { written } = await ackwise(["fix", "p.properties"], { files });
    const fixed = Buffer.from(written.get("/work/p.properties") ?? []);
    expect(fixed.includes(Buffer.from("client.id=café\n", "latin1"))).toBe(true);
  });

  it("robustness minor 9: client.id=café has a finding, and effective shows what is loaded", async () => {
    const files = { "p.properties": `${HEAD}client.id=café\n` };
    for (const format of ["table", "json", "properties"])
      expect((await ackwise(["effective", "p.properties", "--format", format], { files })).stdout).toMatch(
        /cafÃ©|caf\\u00C3/i,
      );
    expect(found(files["p.properties"], "non-ascii-value")).toHaveLength(1);
  });
});
