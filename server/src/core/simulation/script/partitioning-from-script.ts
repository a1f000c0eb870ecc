import { partitionerByClass, type PartitionerPlan } from "../partitioning/keyless.js";
import { isAtLeast, type ReleaseNumber } from "../producer/settings.js";
import type { ScriptError } from "./script.js";
import type { ScriptPartitioning } from "./scripted-sends.js";
import { booleanOf } from "./settings-from-script.js";

/** The partitioner that a script's config asks for in a release. Mistakes are added to `errors`. */
export function partitioningFromScript(
  config: Readonly<Record<string, string>>,
  release: ReleaseNumber,
  errors: ScriptError[],
): ScriptPartitioning {
  const name = config["partitioner.class"] ?? "";
  const choice = partitionerByClass(name);
  const isGone = (choice === "default" || choice === "uniform-sticky") && isAtLeast(release, 4, 0);
  if (choice === undefined || isGone) {
    const expected = "the name of a partitioner of Kafka's own that the release has";
    errors.push({ code: "out-of-range", path: 'config["partitioner.class"]', expected });
  }
  const hasBuiltIn = isAtLeast(release, 3, 3);
  const plan: PartitionerPlan = {
    choice: choice ?? "built-in",
    ignoresKeys: hasBuiltIn && booleanOf(config, "partitioner.ignore.keys", errors) === true,
  };
  const adaptive = booleanOf(config, "partitioner.adaptive.partitioning.enable", errors) !== false;
  return { release, plan, adaptive: hasBuiltIn && adaptive };
}
