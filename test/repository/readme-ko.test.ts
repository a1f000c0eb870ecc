import { describe, expect, test } from "vitest";
import { read } from "./repository.js";

/** What two READMEs must share whatever their language. */
interface Skeleton {
  readonly headings: readonly string[];
  readonly blocks: readonly string[];
  readonly code: readonly string[];
  readonly links: readonly string[];
}

function skeletonOf(markdown: string): Skeleton {
  const blocks = [...markdown.matchAll(/^```[^]*?^```$/gm)].map(([block]) => block);
  const prose = blocks.reduce((text, block) => text.replace(block, ""), markdown);
  const all = (pattern: RegExp): readonly string[] => [...prose.matchAll(pattern)].map(([, found = ""]) => found);
  return {
    headings: all(/^(#+) /gm),
    blocks,
    // A sentence of another language has another order.
    code: [...all(/`([^`\n]+)`/g)].sort(),
    links: [...all(/\]\(([^)]+)\)/g)].filter((target) => !/^README(\.ko)?\.md$/.test(target)).sort(),
  };
}

describe("README.ko.md", () => {
  const english = skeletonOf(read("README.md"));
  const korean = skeletonOf(read("README.ko.md"));

  test.each(["headings", "blocks", "code", "links"] as const)("has the %s of README.md", (part) => {
    expect(english[part].length).toBeGreaterThan(0);
    expect(korean[part]).toEqual(english[part]);
  });

  test("and README.md lead to each other", () => {
    expect(read("README.md")).toContain("](README.ko.md)");
    expect(read("README.ko.md")).toContain("](README.md)");
  });
});
