import { behaviourOf, parseRelease, type ProducerSettings } from "../producer/settings.js";
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
  errors.push(...unsupportedSettings(checked.config, settings));
  const partitioning = partitioningFromScript(checked.config, release, errors);
  if (errors.length > 0) return { errors };
  const trace = new ScriptRun(checked, settings, behaviourOf(release), partitioning).run();
  return (
    trace ?? {
      errors: [{ code: "limit", path: "until", expected: `an end within ${MOST_PASSES} passes of the Sender` }],
    }
  );
}

/** What scripts leave out: waiting for memory, chance, compression, transactions. */
function unsupportedSettings(config: Readonly<Record<string, string>>, settings: ProducerSettings): ScriptError[] {
  const unsupported: [boolean, string, string][] = [
    [settings.maxBlockMs !== 0, "max.block.ms", "0: a full buffer refuses at once"],
    [
      settings.retryBackoffMaxMs > settings.retryBackoffMs,
      "retry.backoff.max.ms",
      "the value of retry.backoff.ms: no jitter",
    ],
    [(config["compression.type"] ?? "none") !== "none", "compression.type", "none"],
    [config["transactional.id"] !== undefined, "transactional.id", "no transactions"],
  ];
  return unsupported
    .filter(([fails]) => fails)
    .map(([, key, expected]) => ({ code: "unsupported", path: `config["${key}"]`, expected }));
}
