import { parseVersion } from "../../server/src/core/catalog/version.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { contextOf, runRules } from "../../server/src/core/rules/run.js";
import type { Finding } from "../../server/src/core/rules/types.js";
import type { Profile } from "../../server/src/core/rules/profiles.js";

/** What all rules find in a text for a release. */
export function lintFindings(text: string, kafkaVersion: string, profile: Profile = "default"): readonly Finding[] {
  const version = parseVersion(kafkaVersion);
  if (version === undefined) throw new Error(kafkaVersion);
  return runRules(contextOf(readDocument("properties", "producer.properties", text), version), { profile });
}
