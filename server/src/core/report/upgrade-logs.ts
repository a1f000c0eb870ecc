import { keyKind } from "../catalog/key-kind.js";
import { isAtLeast } from "../catalog/version.js";
import type { Adjustment, Evaluation } from "../config/evaluation.js";
import { secretsOf } from "../dialects/document-secrets.js";
import type { ConfigDocument } from "../dialects/types.js";
import type { SayUpgrade } from "../messages/upgrade-texts.js";
import { meaningOf } from "./upgrade-notes.js";
import type { UpgradeChange } from "./upgrade.js";

/** What two releases log differently about a file whose effect is the same. */
export function logChanges(
  document: ConfigDocument,
  before: Evaluation,
  after: Evaluation,
  say: SayUpgrade,
): readonly UpgradeChange[] {
  return [...adjustmentLogs(document, before, after, say), ...unusedKeyLogs(document, before, after, say)];
}

function adjustmentLogs(
  document: ConfigDocument,
  before: Evaluation,
  after: Evaluation,
  say: SayUpgrade,
): readonly UpgradeChange[] {
  const codes = new Set([...before.adjustments, ...after.adjustments].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const was = before.adjustments.find((adjustment) => adjustment.code === code);
    const is = after.adjustments.find((adjustment) => adjustment.code === code);
    const key = is?.key ?? was?.key ?? "";
    if (levelOf(was) === levelOf(is) || (is === undefined && meaningOf(key, before) !== meaningOf(key, after)))
      return [];
    const line = document.byKey.get(is?.causedBy[0] ?? key)?.line;
    const levels = { before: levelOf(was) ?? say("log/no-level"), after: levelOf(is) ?? say("log/no-level") };
    const message = say("log/level", { ...levels, message: (is?.log ?? was?.log)?.message ?? code });
    return [{ kind: "log", key, ...(line === undefined ? {} : { line }), message }];
  });
}

function levelOf(adjustment: Adjustment | undefined): string | undefined {
  return adjustment?.log?.level;
}

/** Keys that nobody reads: WARN up to 3.4, INFO from 3.5 (KAFKA-6793). */
function unusedKeyLogs(
  document: ConfigDocument,
  before: Evaluation,
  after: Evaluation,
  say: SayUpgrade,
): readonly UpgradeChange[] {
  const wasQuiet = isAtLeast(before.catalog.version, "3.5.0");
  const isQuiet = isAtLeast(after.catalog.version, "3.5.0");
  if (wasQuiet === isQuiet) return [];
  const unread = [...document.byKey.keys()].filter((key) => {
    const { kind } = keyKind(key, after.catalog.version);
    return kind !== "producer" && kind !== "plugin";
  });
  const [first] = unread;
  if (first === undefined) return [];
  const message = say(isQuiet ? "log/unread-quieter" : "log/unread-louder", {
    keys: unread.map((key) => shownKey(document, key)).join(", "),
  });
  const line = document.byKey.get(first)?.line;
  return [{ kind: "log", key: first, ...(line === undefined ? {} : { line }), message }];
}

function shownKey(document: ConfigDocument, key: string): string {
  const setting = document.byKey.get(key);
  return setting === undefined ? key : secretsOf(document).keyOf(setting);
}
