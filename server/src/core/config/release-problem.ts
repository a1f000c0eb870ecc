import { isSupported, SUPPORTED, type KafkaVersion } from "../catalog/version.js";
import { problem, type Problem } from "../messages/problem-texts.js";

/** Why there is no verdict for a release; undefined for supported ones. */
export function releaseProblem(version: KafkaVersion): Problem | undefined {
  return isSupported(version) ? undefined : problem("release/too-old", { version: version.text, ...SUPPORTED });
}
