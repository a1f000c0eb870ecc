import { behaviourOf, parseRelease, type ProducerSettings } from "../producer/settings.js";
import { CompressedSizes } from "./compressed-sizes.js";
import { checkScript } from "./check-script.js";
import { MOST_PASSES } from "./limits.js";
import { partitioningFromScript } from "./partitioning-from-script.js";
import type { ProducerScript, ProducerTrace, ScriptError, ScriptRefusal } from "./script.js";
import { isTransactionScript, runTransactionScript } from "./run-transaction-script.js";
import type { TransactionTrace } from "./transaction-script.js";
import { ScriptRun } from "./script-run.js";
import { settingsFromScript } from "./settings-from-script.js";

/**
 * What the real producer of the script's release does with a script (docs/producer-scripts.md): the same events, in virtual time. A script that cannot be run comes back as `{errors}`; nothing is thrown.
 */
export function runProducerScript(script: ProducerScript): ProducerTrace | ScriptRefusal;
export function runProducerScript(script: unknown): ProducerTrace | TransactionTrace | ScriptRefusal;
export function runProducerScript(script: unknown): ProducerTrace | TransactionTrace | ScriptRefusal {
  if (isTransactionScript(script)) return runTransactionScript(script);
  const checked = checkScript(script);
  if ("errors" in checked) return checked;
  const errors: ScriptError[] = [];
  const release = parseRelease(checked.kafkaVersion);
  if (release === undefined) return { errors };
  const settings = settingsFromScript(checked.config, release, errors);
  errors.push(...unsupportedSettings(checked, settings));
  const partitioning = partitioningFromScript(checked.config, release, errors);
  if (errors.length > 0) return { errors };
  const sizes = new CompressedSizes(checked.compressed ?? []);
  const compression = { codec: codecOf(checked.config), ratio: 1, ratioOfBatch: sizes.ratioOf.bind(sizes) };
  const played = compression.codec === "none" ? settings : { ...settings, compression };
  const trace = new ScriptRun(checked, played, behaviourOf(release), partitioning).run();
  if (sizes.missing !== undefined) return { errors: [sizes.missing] };
  return (
    trace ?? {
      errors: [{ code: "limit", path: "until", expected: `an end within ${MOST_PASSES} passes of the Sender` }],
    }
  );
}

function codecOf(config: Readonly<Record<string, string>>): string {
  return config["compression.type"] ?? "none";
}

/** What scripts leave out: waiting for memory, chance in the backoff, sizes that a codec would have to say, transactions. */
function unsupportedSettings({ config, compressed }: ProducerScript, settings: ProducerSettings): ScriptError[] {
  const unsupported: [boolean, string, string][] = [
    [settings.maxBlockMs !== 0, "max.block.ms", "0: a full buffer refuses at once"],
    [
      settings.retryBackoffMaxMs > settings.retryBackoffMs,
      "retry.backoff.max.ms",
      "the value of retry.backoff.ms: no jitter",
    ],
    [codecOf(config) !== "none" && compressed === undefined, "compression.type", "none, or sizes in compressed"],
    [config["transactional.id"] !== undefined, "transactional.id", "no transactions"],
  ];
  return unsupported
    .filter(([fails]) => fails)
    .map(([, key, expected]) => ({ code: "unsupported", path: `config["${key}"]`, expected }));
}
