import { behaviourOf, parseRelease, type ProducerSettings, type ReleaseNumber } from "../producer/settings.js";
import { TransactionManager } from "../producer/transaction-manager.js";
import { transactionBehaviourOf } from "../producer/transaction-state.js";
import { checkTransactionScript } from "./check-transaction-script.js";
import { MOST_PASSES } from "./limits.js";
import type { ScriptError, ScriptRefusal } from "./script.js";
import { settingsFromScript } from "./settings-from-script.js";
import { TransactionRun } from "./transaction-run.js";
import type { TransactionScript, TransactionTrace } from "./transaction-script.js";

/** Whether a value says that it is a script of format 3. */
export function isTransactionScript(value: unknown): boolean {
  return typeof value === "object" && value !== null && "format" in value && value.format === 3;
}

/** What the real producer of the script's release does with a script of format 3. */
export function runTransactionScript(script: unknown): TransactionTrace | ScriptRefusal {
  const checked = checkTransactionScript(script);
  if ("errors" in checked) return checked;
  const errors: ScriptError[] = [];
  const release = parseRelease(checked.kafkaVersion);
  if (release === undefined) return { errors };
  const settings = settingsFromScript(checked.config, release, errors);
  errors.push(...unsupported(checked, settings, release));
  if (errors.length > 0) return { errors };
  const manager = new TransactionManager({
    behaviour: transactionBehaviourOf(release),
    version: checked.cluster.transactionVersion,
    bumpsEpoch: checked.cluster.bumpsEpoch ?? true,
  });
  return (
    new TransactionRun(checked, settings, behaviourOf(release), manager).run() ?? {
      errors: [{ code: "limit", path: "until", expected: `an end within ${MOST_PASSES} passes of the Sender` }],
    }
  );
}

function unsupported(script: TransactionScript, settings: ProducerSettings, release: ReleaseNumber): ScriptError[] {
  const refused: [boolean, string, string][] = [
    [settings.transactional !== true, 'config["transactional.id"]', "a transactional.id"],
    [!settings.idempotent, 'config["enable.idempotence"]', "true"],
    [
      settings.retryBackoffMaxMs > settings.retryBackoffMs,
      'config["retry.backoff.max.ms"]',
      "the value of retry.backoff.ms: no jitter",
    ],
    [(script.config["compression.type"] ?? "none") !== "none", 'config["compression.type"]', "none"],
    [
      script.cluster.transactionVersion === 2 && release.major < 4,
      "cluster.transactionVersion",
      "1 with a client before 4.0",
    ],
  ];
  return refused.filter(([fails]) => fails).map(([, path, expected]) => ({ code: "unsupported", path, expected }));
}
