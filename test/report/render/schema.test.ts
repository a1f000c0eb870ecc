// schemas/report.schema.json says what report-model.ts says.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { SAMPLE_REPORTS } from "./sample-reports.js";

const schema: unknown = JSON.parse(readFileSync("schemas/report.schema.json", "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema as object);

function errorsOf(report: unknown): readonly string[] {
  return validate(report) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

test.each(Object.entries(SAMPLE_REPORTS))("%s is a report", (_name, report) => {
  expect(errorsOf(JSON.parse(JSON.stringify(report)))).toEqual([]);
});

test.each<readonly [string, (report: Record<string, unknown>) => void, string]>([
  ["without a headline", (report) => delete report["headline"], ""],
  ["with a field too many", (report) => (report["extra"] = 1), ""],
  ["of another format", (report) => (report["format"] = 2), "/format"],
  ["with an unknown tone", (report) => (report["tone"] = "great"), "/tone"],
  [
    "with an unknown block",
    (report) => (report["sections"] = [{ id: "a", title: "A", blocks: [{ kind: "html" }] }]),
    "/sections/0/blocks/0",
  ],
])("a report %s is none", (_name, spoil, path) => {
  const report = JSON.parse(JSON.stringify(SAMPLE_REPORTS["healthy"])) as Record<string, unknown>;
  spoil(report);
  expect(errorsOf(report)).toContain(path);
});
