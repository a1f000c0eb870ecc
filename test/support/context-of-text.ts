import { parseVersion } from "../../server/src/core/catalog/version.js";
import { versionInUse } from "../../server/src/core/config/version-in-use.js";
import { readDocument } from "../../server/src/core/dialects/dialects.js";
import { contextOf } from "../../server/src/core/rules/run.js";
import type { RuleContext } from "../../server/src/core/rules/types.js";

/** What all rules know about a producer.properties; the newest release unless told otherwise. */
export function contextOfText(text: string, release?: string): RuleContext {
  const document = readDocument("properties", "producer.properties", text);
  const asked = release === undefined ? undefined : parseVersion(release);
  const outer = asked === undefined ? undefined : ({ version: asked, source: "settings" } as const);
  return contextOf(document, versionInUse(document, outer).version);
}
