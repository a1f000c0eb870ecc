import type { ScriptError, ScriptErrorCode } from "./script.js";

/** Mistakes reported at most; a broken script would repeat the same one for every record. */
export const SCRIPT_ERROR_LIMIT = 100;

/** Looks at an unknown value piece by piece and keeps a list of what is wrong. */
export class Checks {
  readonly errors: ScriptError[] = [];

  /** Notes a mistake. */
  report(code: ScriptErrorCode, path: string, expected: string): void {
    if (this.errors.length < SCRIPT_ERROR_LIMIT) this.errors.push({ code, path, expected });
  }

  /** The value as an object with string keys. */
  object(value: unknown, path: string): Readonly<Record<string, unknown>> | undefined {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
    this.#reportType(value, path, "an object", "not-an-object");
    return undefined;
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[];
    this.#reportType(value, path, "an array");
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === "string" && value !== "") return value;
    this.#reportType(value, path, "a non-empty text");
    return "";
  }

  /** The value as a whole number from `min` to `max`. */
  whole(value: unknown, path: string, min: number, max: number): number {
    const expected = `a whole number from ${min} to ${max}`;
    if (typeof value !== "number") this.#reportType(value, path, expected);
    else if (!Number.isSafeInteger(value) || value < min || value > max) this.report("out-of-range", path, expected);
    else return value;
    return min;
  }

  #reportType(value: unknown, path: string, expected: string, code: ScriptErrorCode = "wrong-type"): void {
    this.report(value === undefined ? "missing" : code, path, expected);
  }
}
