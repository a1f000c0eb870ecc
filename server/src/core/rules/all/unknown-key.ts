import { keyReport, removeKey, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Setting } from "../../dialects/types.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const unknownKey: Rule = {
  meta: {
    id: "unknown-key",
    severity: "warning",
    category: "keys",
    summary: "A key that no producer knows is never an error: the client ignores it and at most logs it.",
    sources: ["AbstractConfig.logUnused", "KAFKA-13689", "KAFKA-6793"],
  },
  messages: {
    misspelled: "{key} is no producer setting and is ignored. Did you mean {use}?",
    unknown:
      "{key} is no setting of the Kafka producer: the client ignores it unless a plugin or the application reads it.",
    more: "From here on {count} more keys are no settings of the Kafka producer; they are not listed one by one.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) => {
    const isProducerFile = [...context.document.byKey.keys()].some((key) => context.catalog.keys.has(key));
    const slips = settingsOfKind(context, "misspelled").map(({ setting, kind }) =>
      misspelled(context, setting, kind.use, isProducerFile),
    );
    return isProducerFile ? [...slips, ...unknownKeys(context)] : slips;
  },
};

/** A file with more keys of its own than this says so once instead of at every key. */
const UNKNOWN_SHOWN = 50;

function unknownKeys(context: RuleContext): readonly Report[] {
  const settings = settingsOfKind(context, "unknown").map(({ setting }) => setting);
  const shown = settings.slice(0, UNKNOWN_SHOWN).map((setting) => unknown(context, setting));
  const next = settings[UNKNOWN_SHOWN];
  if (next === undefined) return shown;
  const data = { count: settings.length - UNKNOWN_SHOWN };
  return [...shown, keyReport(next, { messageId: "more", data, severity: "hint" })];
}

/** A file without a single producer key has names of its own for everything, which its application reads. */
function misspelled(context: RuleContext, setting: Setting, use: string, isProducerFile: boolean): Report {
  return keyReport(setting, {
    messageId: "misspelled",
    data: { key: setting.key, use },
    severity: isProducerFile ? "warning" : "hint",
    fixes: renameOrRemove(context, setting, use),
  });
}

function unknown(context: RuleContext, setting: Setting): Report {
  return keyReport(setting, {
    messageId: "unknown",
    data: { key: setting.key },
    severity: "hint",
    fixes: [removeKey(context, setting)],
  });
}
