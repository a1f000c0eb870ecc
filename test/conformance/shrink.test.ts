import { expect, test } from "vitest";
import { shrunk } from "../../scripts/conformance-shrink.mjs";

test("drops lines and cuts values, keeps keys", async () => {
  const text = "linger.ms=5\nacks = allowed\n# note\nretries=12345\nclient.id=x";
  const holds = (candidate: string): boolean => /acks = .*w/.test(candidate) && /^retries=\d*4/m.test(candidate);
  expect(await shrunk(text, holds, "acks=allowed")).toBe("acks = w\nretries=4");
});

test("starts from the plainer writing when that will do", async () => {
  expect(await shrunk("  acks:\\\n  2", (candidate) => candidate.endsWith("2"), "acks=2")).toBe("acks=2");
});

test("ends after a limited number of trials with a text that holds", async () => {
  const text = Array.from({ length: 500 }, (_, index) => `key.${index}=value`).join("\n");
  let trials = 0;
  const holds = (candidate: string): boolean => ++trials > 0 && candidate.length > 3000;
  const small = await shrunk(text, holds, text);
  expect(small.length).toBeGreaterThan(3000);
  expect(small.length).toBeLessThan(text.length);
  expect(trials).toBeLessThanOrEqual(600);
});
