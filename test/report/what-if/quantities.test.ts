import { expect, test } from "vitest";
import { changePercent, percentText } from "../../../server/src/core/report/what-if/quantities.js";

test("nearly all is not all: 100 % is said of the whole only", () => {
  expect([1, 0.9996, 0.9962, 0.99, 0.5, 0.042, 0].map(percentText)).toEqual([
    ...["100 %", "99.9 %", "99.6 %", "99 %", "50 %", "4.2 %", "0 %"],
  ]);
  expect([-1, -0.99624].map(changePercent)).toEqual(["−100 %", "−99.6 %"]);
});
