import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RELEASE_LINES } from "../../server/src/core/catalog/version.js";
import { effectiveConfigOf } from "../../server/src/core/report/effective.js";
import { lintDocument } from "../../server/src/core/report/lint.js";
import { applyEdits } from "../../server/src/core/text/span.js";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { propertiesText } from "../support/arbitraries.js";

const SAFE_ROUNDS = 10;
const release = fc
  .constantFrom(...RELEASE_LINES)
  .map((text) => ({ version: parseVersion(text)!, source: "settings" as const }));

describe("lintDocument", () => {
  test("survives any text under any release, with findings inside the text", () => {
    fc.assert(
      fc.property(propertiesText, release, (text, outerVersion) => {
        for (const finding of lintDocument(text, { outerVersion }).findings) {
          expect(finding.span.start).toBeGreaterThanOrEqual(0);
          expect(finding.span.end).toBeLessThanOrEqual(text.length);
          expect(finding.message).not.toBe("");
        }
      }),
    );
  });

  test("reports an error exactly when the client throws for a reason other than a missing setting", () => {
    fc.assert(
      fc.property(propertiesText, release, (text, outerVersion) => {
        const { document, findings } = lintDocument(text, { outerVersion });
        fc.pre(!findings.some((finding) => finding.rule === "unused-suppression") && !/ackwise/.test(text));
        const effective = effectiveConfigOf(text, { outerVersion });
        const errors = findings.filter((finding) => finding.severity === "error");
        if (effective.verdict !== "throws") expect(errors.map((error) => error.message)).toEqual([]);
        if (document.problems.length > 0) expect(errors.length).toBeGreaterThan(0);
      }),
    );
  });

  test("safe fixes come to an end", () => {
    fc.assert(
      fc.property(propertiesText, (start) => {
        let text = start;
        for (let round = 0; round < SAFE_ROUNDS; round++) {
          const finding = lintDocument(text).findings.find(({ fixes }) => fixes[0]?.safety === "safe");
          if (finding === undefined) return;
          const next = applyEdits(text, finding.fixes[0]?.edits ?? []);
          expect(next).not.toBe(text);
          text = next;
        }
      }),
    );
  });
});
