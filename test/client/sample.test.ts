import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../server/src/core/messages/languages.js";
import { effectiveConfig, lintText, simulate } from "../../server/src/library/index.js";
import { SAMPLE_FILES } from "../../server/src/protocol/sample.js";
import { parseYaml } from "../../server/src/core/syntax/yaml.js";
import { plainValue } from "../../server/src/core/syntax/value-tree.js";
import { ROOT } from "../repository/repository.js";

/** What the sample is there to show; its comments speak of it. */
describe.each(LANGUAGES)("the sample in %s", (language) => {
  const folder = join(ROOT, "client", "sample", language);
  const read = (name: (typeof SAMPLE_FILES)[number]): string => readFileSync(join(folder, name), "utf8");
  const withoutComments = (text: string): string => text.replaceAll(/ *#.*$/gm, "");

  test("has its files, which say the same in every language", () => {
    expect(readdirSync(folder).sort()).toEqual([...SAMPLE_FILES].sort());
    for (const name of SAMPLE_FILES) {
      const english = readFileSync(join(ROOT, "client", "sample", "en", name), "utf8");
      expect(withoutComments(read(name)), name).toBe(withoutComments(english));
    }
  });

  test("a producer that starts and does something else than the file says", () => {
    const { findings } = lintText(read("producer.properties"));
    const warnings = findings.filter(({ severity }) => severity === "warning").map(({ rule }) => rule);
    expect(warnings).toEqual(["unknown-key", "delivery-timeout-raised"]);
    expect(effectiveConfig(read("producer.properties")).verdict).not.toBe("throws");
  });

  test("a producer that does not start, with a fix", () => {
    const { findings } = lintText(read("broken-producer.properties"));
    expect(findings).toMatchObject([{ rule: "delivery-timeout-too-short", severity: "error" }]);
    expect(findings[0]?.fixes).not.toEqual([]);
  });

  test("a scenario in which the producer has its records out of order", () => {
    const { root } = parseYaml(read("peak.ackwise.yaml"));
    const result = simulate(read("producer.properties"), plainValue(root!) as object, { seed: 1 });
    expect(result).toMatchObject({ outcome: "simulated" });
    expect(JSON.stringify(result)).toMatch(/"outOfOrder":[1-9]/);
  });
});
