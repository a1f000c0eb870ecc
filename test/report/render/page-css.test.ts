import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PAGE_CSS, PAGE_CSS_HASH } from "../../../server/src/core/report/render/page-css.js";
import { isUpdating } from "../../support/golden.js";

test("the policy of a page admits its style: UPDATE=1 writes the hash", () => {
  const hash = `sha256-${createHash("sha256").update(PAGE_CSS).digest("base64")}`;
  if (isUpdating) {
    const path = "server/src/core/report/render/page-css.ts";
    writeFileSync(path, readFileSync(path, "utf8").replace(PAGE_CSS_HASH, hash));
  } else {
    expect(PAGE_CSS_HASH).toBe(hash);
  }
});

test("the style takes nothing from outside and knows only its own names", () => {
  expect(PAGE_CSS).not.toMatch(/url\(|@import|<\//i);
  const classes = [...PAGE_CSS.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name);
  expect(classes.filter((name) => !/^(ackwise|vscode)-/.test(name))).toEqual([]);
});
