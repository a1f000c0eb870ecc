import { otherDialectOf } from "../../config/other-dialect.js";
import { keyReport, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Setting } from "../../dialects/types.js";
import type { Report, Rule, RuleContext } from "../types.js";

/** What a message can hold, and what an editor can list beside it. */
const KEYS_NAMED = 10;
const MOST_RELATED = 50;

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
    alreadySet: "{key} is no producer setting and is ignored. Did you mean {use}? It is already set in line {line}.",
    unknown:
      "{key} is no setting of the Kafka producer: the client ignores it unless a plugin or the application reads it.",
    several:
      "{keys} are no settings of the Kafka producer: the client ignores them unless a plugin or the application reads them.",
    many: "{keys} and {count} more are no settings of the Kafka producer: the client ignores them unless a plugin or the application reads them.",
    ignored: "{key} is no setting of the producer either",
    right: "{key} is set here",
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

/** Keys far from any of the producer's are the application's: a file that holds its own ones says so once. */
function unknownKeys(context: RuleContext): readonly Report[] {
  const other = new Set(otherDialectOf(context.document, context.catalog.version)?.settings);
  const settings = settingsOfKind(context, "unknown").flatMap(({ setting }) => (other.has(setting) ? [] : [setting]));
  const [first, ...others] = settings;
  if (first === undefined) return [];
  const keys = settings.slice(0, KEYS_NAMED).map(({ key }) => key);
  const data = { key: first.key, keys: keys.join(", "), count: settings.length - keys.length };
  const messageId = others.length === 0 ? "unknown" : data.count > 0 ? "many" : "several";
  const related = others.slice(0, MOST_RELATED).map(({ key, keySpan }) => ({
    span: keySpan,
    messageId: "ignored",
    data: { key },
  }));
  return [keyReport(first, { messageId, data, severity: "hint", related })];
}

/** A file without a single producer key has names of its own for everything, which its application reads. */
function misspelled(context: RuleContext, setting: Setting, use: string, isProducerFile: boolean): Report {
  const right = context.document.byKey.get(use);
  return keyReport(setting, {
    messageId: right === undefined ? "misspelled" : "alreadySet",
    data: { key: setting.key, use, line: right?.line ?? 0 },
    related: right === undefined ? [] : [{ span: right.keySpan, messageId: "right", data: { key: use } }],
    severity: isProducerFile ? "warning" : "hint",
    fixes: renameOrRemove(context, setting, use),
  });
}
