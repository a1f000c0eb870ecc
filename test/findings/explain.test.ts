// `explain` and hovers: all that the guide knows, as a person sees it.
import { describe, expect, it } from "vitest";
import { catalogData } from "../../server/src/core/catalog/catalog.js";
import { guideOf } from "../../server/src/core/catalog/guide.js";
import { columnsOf } from "../../server/src/core/report/render/columns.js";
import { ackwise } from "../cli/memory-io.js";
import { hoverText } from "../service/harness.js";

async function explained(...argv: readonly string[]): Promise<string> {
  const { code, stdout } = await ackwise(["explain", ...argv]);
  expect(code).toBe(0);
  return stdout;
}

/** Without line breaks, so that a sentence is found wherever it was wrapped. */
async function flat(...argv: readonly string[]): Promise<string> {
  return (await explained(...argv)).replace(/\s+/g, " ");
}

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.endsWith(".") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

describe("C2 explain prints the whole guide", () => {
  it.each(Object.keys(catalogData.keys))("C2 %s: every sentence", async (key) => {
    const { details, tradeOffs, values, interactsWith, dependsOnBroker, mistakes } = guideOf(key)!;
    const shown = await flat(key);
    const texts = sentencesIn({ details, tradeOffs, values, interactsWith, dependsOnBroker, mistakes });
    expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
  });

  it.each(["acks", "delivery.timeout.ms", "sasl.jaas.config", "partitioner.class"])(
    "C2 %s: no line is wider than 80 columns unless one word is",
    async (key) => {
      for (const language of ["en", "ko"]) {
        const lines = (await explained(key, "--lang", language)).split("\n").slice(1);
        const wide = lines.filter((line) => columnsOf(line) > 80 && /\S \S/.test(line.split(/ {2,}/).at(-1) ?? ""));
        expect(wide).toEqual([]);
      }
    },
  );

  it("C2 trade-offs have their direction and reason", async () => {
    expect(await explained("linger.ms")).toMatch(/Latency +↕ {2}At low load up, by at most this long/);
  });

  it("C2 a rule prints its page", async () => {
    const resources = { "docs/rules/client-defect.md": "# client-defect\n\nThe page.\n" };
    expect((await ackwise(["explain", "client-defect"], { resources })).stdout).toBe("# client-defect\n\nThe page.\n");
  });
});

describe("C1 hovers show every belief", () => {
  it.each(Object.keys(catalogData.keys).filter((key) => catalogData.keys[key]!.removedIn === null))("C1 %s", (key) => {
    const hover = hoverText(`|${key}=x\n`)!;
    for (const { belief, truth } of guideOf(key)!.mistakes) expect(hover).toContain(`- *“${belief}”* ${truth}`);
  });

  it("V9 says nothing of importance, which means something else to a reader", async () => {
    expect(hoverText("|acks=all\n")).not.toMatch(/importance/i);
    expect(await explained("acks")).not.toMatch(/importance/i);
  });
});

describe("K7 permissions and K11 what ends a producer later", () => {
  it.each([
    ["K7", "enable.idempotence", "ClusterAuthorizationException"],
    ["K7", "enable.idempotence", "Ranger, Keycloak"],
    ["K7", "transactional.id", "TransactionalIdAuthorizationException"],
    ["K7", "max.block.ms", "a missing Describe permission, a security.protocol that does not fit the port"],
    ["K11c", "transactional.id", "InvalidPidMappingException"],
    ["K11c", "transactional.id", "transactional.id.expiration.ms of the broker"],
    ["K11d", "client.id", "Error registering AppInfo mbean"],
  ])("%s %s: %s", async (_id, key, text) => {
    expect(await flat(key, "--kafka-version", "2.8")).toContain(text);
  });
});

describe("defects in explain and hovers", () => {
  it("names the releases, and whether the one in use is among them", async () => {
    const head = "KAFKA-19012 / CVE-2026-35554, 2.8 to before 3.9.2, 4.0 to before 4.0.2, 4.1 to before 4.1.2:";
    expect(await flat("delivery.timeout.ms", "--kafka-version", "3.9.1")).toContain(`${head} also in 3.9.1`);
    expect(await flat("delivery.timeout.ms", "--kafka-version", "3.9.2")).toContain(`${head} not in 3.9.2`);
  });

  it("hovers show those of the release in use only", () => {
    const hover = (version: string): string =>
      hoverText(`# ackwise-kafka-version: ${version}\n|delivery.timeout.ms=1\n`)!;
    expect(hover("4.1.1")).toContain("**Known defects of Kafka 4.1.1**\n\n- [KAFKA-19012](https://issues.apache.org/");
    expect(hover("4.1.1")).not.toContain("KAFKA-13794");
    expect(hover("4.1.2")).not.toContain("Known defects");
  });
});
