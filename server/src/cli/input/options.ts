import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { DIALECTS, dialectById } from "../../core/dialects/dialects.js";
import type { DialectId } from "../../core/dialects/types.js";
import { parseVersion } from "../../core/catalog/version.js";
import { versionProblem } from "./version-choice.js";

/** The options by which every command reads its files. */
export interface ReadingOptions {
  readonly dialect?: string;
  readonly kafkaVersion?: string;
}

/** What is wrong with the reading options, or undefined. */
export function readingProblem(options: ReadingOptions): Problem | undefined {
  const { dialect, kafkaVersion } = options;
  if (dialect !== undefined && dialectById(dialect) === undefined) {
    return problem("dialect", { dialect, known: DIALECTS.map(({ id }) => id).join(", ") });
  }
  if (kafkaVersion !== undefined && parseVersion(kafkaVersion) === undefined) {
    return versionProblem("--kafka-version", kafkaVersion);
  }
  return undefined;
}

/** The dialect somebody asked for; an unknown one was reported before. */
export function askedDialect(options: ReadingOptions): DialectId | undefined {
  return options.dialect === undefined ? undefined : dialectById(options.dialect)?.id;
}
