// A sweep's best cell is one that an expert would take (content.md S1, S2): what falls behind the load is not best at anything.
import { expect, it } from "vitest";
import { sweep } from "../../server/src/library/index.js";
import { BASE } from "./what-if-runs.js";

it("S1 S2 fewer requests are no gain where the load is not kept up with", async () => {
  const options = { scenario: { extends: "payments", durationMs: "3 s" }, seeds: 1, measure: "requests" } as const;
  const swept = await sweep(BASE, { "linger.ms": [0, 100] }, options);
  expect(swept).toMatchObject({ report: { headline: expect.stringMatching(/linger\.ms=0\b/) as string } });
});
