import { latestVersion, parseRelease, type KafkaVersion } from "../catalog/version.js";
import { directivesOf, type Directive } from "../dialects/directives.js";
import type { ConfigDocument } from "../dialects/types.js";

/** Which client release counts for a file, and who said so. */
export interface VersionInUse {
  readonly version: KafkaVersion;
  readonly source: "command-line" | "file" | "project" | "settings" | "build" | "latest";
  /** A version comment that names no release Ackwise knows. */
  readonly unknown: Directive | undefined;
}

/** What stands outside the file. Only the command line is stronger than a comment in the file. */
export interface OuterVersion {
  readonly version: KafkaVersion;
  readonly source: "command-line" | "project" | "settings" | "build";
}

/** `--kafka-version`, else the comment `# ackwise-kafka-version: 3.9`, else what the outside says, else the newest release. */
export function versionInUse(document: ConfigDocument, outer: OuterVersion | undefined): VersionInUse {
  let unknown: Directive | undefined;
  for (const directive of directivesOf(document)) {
    if (directive.name !== "kafka-version") continue;
    const version = parseRelease(directive.words[0] ?? "");
    if (version !== undefined && outer?.source !== "command-line") return { version, source: "file", unknown };
    if (version === undefined) unknown ??= directive;
  }
  return { version: outer?.version ?? latestVersion(), source: outer?.source ?? "latest", unknown };
}
