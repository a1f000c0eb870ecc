import { describe, expect, test } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import type { Evaluation, Failure } from "../../server/src/core/config/evaluation.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";

const BASE = `bootstrap.servers=127.0.0.1:1
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.StringSerializer
`;

/** A text after the usual three lines, and the release it is for, by default the newest. */
export type Row = readonly [text: string, version?: string];
/** The same with the message of the first certain failure, or a pattern for it. */
export type Refused = readonly [text: string, message: string | RegExp, version?: string];

export interface Table {
  readonly accepts?: readonly Row[];
  readonly rejects?: readonly Refused[];
  /** Texts whose verdict depends on the machine, with the code of the failure that keeps it open. */
  readonly leavesOpen?: readonly (readonly [text: string, code: Failure["code"], version?: string])[];
}

/** Evaluates a text after the usual three lines. */
export function evaluated(text: string, version = "4.3.1"): Evaluation {
  const given = new Map(parseProperties(BASE + text).entries.map((entry) => [entry.key, entry.value]));
  return evaluate(given, catalogFor(parseVersion(version)!));
}

/** One test per row. */
export function verdictTable(name: string, { accepts = [], rejects = [], leavesOpen = [] }: Table): void {
  describe(name, () => {
    test.each(accepts.map((row) => [...row]))("accepts %s %s", (text, version) => {
      expect(evaluated(text, version).failures).toEqual([]);
    });
    test.each(rejects.map((row) => [...row]))("rejects %s: %s %s", (text, message, version) => {
      const { verdict, error } = evaluated(text, version);
      expect(verdict).toBe("throws");
      if (typeof message === "string") expect(error?.message).toBe(message);
      else expect(error?.message).toMatch(message);
    });
    test.each(leavesOpen.map((row) => [...row]))("leaves %s open: %s %s", (text, code, version) => {
      const { verdict, failures } = evaluated(text, version);
      expect(verdict).toBe("unknown");
      expect(failures.map((failure) => failure.code)).toContain(code);
    });
  });
}

/** The part of the value that the first failure underlines. */
export function underlined(text: string, version?: string): string | undefined {
  const { error, given } = evaluated(text, version);
  if (error?.part === undefined) return undefined;
  return given.get(error.key)?.slice(error.part.start, error.part.end);
}
