import { Messages } from "../../messages/messages.js";
import { SchemaCheck, type Schema } from "../../schema/schema-check.js";

/** Findings of one file that are known: as many as `count` with this fingerprint. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly key?: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** What is wrong with a text that should be a baseline. */
export interface BaselineProblem {
  readonly problem: string;
}

const FORMAT = 1;

/** The schema of baselines. `npm run docs` writes it to schemas/baseline.schema.json. */
export const BASELINE_SCHEMA: Schema = {
  type: "object",
  required: ["version", "findings"],
  properties: {
    $schema: { description: "Where the schema is, for other editors.", type: "string" },
    version: { description: "The version of this format.", const: FORMAT },
    findings: {
      description: "Known findings, sorted by file, rule, key and fingerprint.",
      type: "array",
      items: {
        type: "object",
        required: ["file", "rule", "fingerprint", "count"],
        properties: {
          file: {
            description: "Relative to the folder of the baseline, with forward slashes.",
            type: "string",
            minLength: 1,
          },
          rule: { description: "The id of the rule.", type: "string", minLength: 1 },
          key: { description: "The setting that the finding is about.", type: "string" },
          fingerprint: {
            description: "Of what the finding is about: 16 hexadecimal digits that stay when lines move.",
            type: "string",
            pattern: "^[0-9a-f]{16}$",
            minLength: 16,
            maxLength: 16,
          },
          count: { description: "How many such findings are known.", type: "integer", minimum: 1, maximum: 1_000_000 },
        },
      },
    },
  },
};

/** Reads a baseline. Never throws. */
export function readBaseline(text: string): readonly BaselineEntry[] | BaselineProblem {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "it is no JSON" };
  }
  const check = new SchemaCheck(BASELINE_SCHEMA);
  const read = check.check(BASELINE_SCHEMA, value, "");
  const [mistake] = check.mistakes;
  if (mistake === undefined) return (read as { readonly findings: readonly BaselineEntry[] }).findings;
  const { path, allowed } = mistake;
  return { problem: `${path === "" ? "" : `${path}: `}expected ${new Messages().say(allowed)}` };
}

/** One line for each entry, in a fixed order, so that versions of the file can be compared and merged. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(inOrder).map(({ file, rule, key, fingerprint, count }) => {
    const members = Object.entries({ file, rule, key, fingerprint, count }).filter(([, value]) => value !== undefined);
    return `    { ${members.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(", ")} }`;
  });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${FORMAT},\n  "findings": ${list}\n}\n`;
}

/** By UTF-16 units: the same order whatever the locale. */
function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [a, b].map(({ file, rule, key = "", fingerprint }) => [file, rule, key, fingerprint]);
  const index = (one ?? []).findIndex((part, place) => part !== other?.[place]);
  return index === -1 ? 0 : (one?.[index] ?? "") < (other?.[index] ?? "") ? -1 : 1;
}
