import { historyOf } from "../catalog/catalog.js";
import { keyKind } from "../catalog/key-kind.js";
import { catalogFor } from "../catalog/catalog.js";
import { shownValue } from "../catalog/secrecy.js";
import { versionOrder, type KafkaVersion } from "../catalog/version.js";
import { assess } from "../config/assess.js";
import type { Evaluation, Failure } from "../config/evaluation.js";
import { readDocument } from "../dialects/dialects.js";
import { secretsOf, type DocumentSecrets } from "../dialects/document-secrets.js";
import type { ConfigDocument, DialectId } from "../dialects/types.js";
import { Messages } from "../messages/messages.js";
import { upgradeSpeaker, type SayUpgrade } from "../messages/upgrade-texts.js";
import { dialectFor, type LintOptions } from "./lint.js";
import { defectChanges } from "./upgrade-defects.js";
import { logChanges } from "./upgrade-logs.js";
import { isRelevant, meaningOf, noteOn } from "./upgrade-notes.js";

/**
 * `throws`: the producer starts today and would not. `may-throw`: the same, depending on the machine. `starts`: the other way.
 * `value`: an effective value differs. `ignored`, `recognised`: a key of the file stops or begins to be read.
 * `defect`, `cured`: a known defect that the file can meet comes with the new client, or goes.
 * `same`: a default reads differently and means the same. `log`: only what the client logs differs.
 */
export type UpgradeChangeKind =
  "throws" | "may-throw" | "defect" | "starts" | "cured" | "value" | "ignored" | "recognised" | "same" | "log";

/** A line that keeps what the old client did. */
export interface KeptSetting {
  readonly key: string;
  readonly value: string;
}

/** One difference between two client releases for a file. */
export interface UpgradeChange {
  readonly kind: UpgradeChangeKind;
  readonly key: string;
  /** One-based line of the key in the file. */
  readonly line?: number;
  /** The effective values, for `value` and `same`; absent when a release has none. */
  readonly before?: string;
  readonly after?: string;
  readonly message: string;
  /** Whether the lines of `UpgradeReport.keep` restore the old value; only for `value`. */
  readonly kept?: boolean;
}

/** What becomes of a file when the client is upgraded. */
export interface UpgradeReport {
  readonly dialect: DialectId;
  readonly from: string;
  readonly to: string;
  readonly verdicts: { readonly from: Evaluation["verdict"]; readonly to: Evaluation["verdict"] };
  readonly changes: readonly UpgradeChange[];
  /** What to write so that the new client behaves as the old one did, as far as it can. */
  readonly keep: readonly KeptSetting[];
}

/** Compares what two client releases make of a text. Never throws for any text. */
export function compareReleases(
  text: string,
  from: KafkaVersion,
  to: KafkaVersion,
  options: Pick<LintOptions, "fileName" | "dialect" | "messages" | "encoding"> = {},
): UpgradeReport {
  const document = readDocument(
    dialectFor(options.fileName, text, options.dialect),
    options.fileName ?? "",
    text,
    options.encoding,
  );
  return compareDocument(document, from, to, options.messages);
}

/** The same for a file that has been read. */
export function compareDocument(
  document: ConfigDocument,
  from: KafkaVersion,
  to: KafkaVersion,
  messages: Messages = new Messages(),
): UpgradeReport {
  const say = upgradeSpeaker(messages);
  const given = new Map([...document.byKey.values()].map(({ key, loaded }) => [key, loaded]));
  const before = assess(given, catalogFor(from));
  const after = assess(given, catalogFor(to));
  const values = valueChanges(document, before, after, say);
  const keep = keepable(given, after, values);
  const kept = assess(withKept(given, keep), after.catalog);
  const marked = values.map((change) =>
    change.kind === "value"
      ? { ...change, kept: meaningOf(change.key, kept) === meaningOf(change.key, before) }
      : change,
  );
  const secrets = secretsOf(document);
  const changes = [
    ...failureChanges(document, before, after),
    ...marked,
    ...keyChanges(document, from, to, say),
    ...logChanges(document, before, after, say),
    ...defectChanges(before, after, messages).map((change) => changeAt(document, change)),
  ].map((change) => shownChange(change, document, secrets));
  const verdicts = { from: before.verdict, to: after.verdict };
  return { dialect: document.dialect, from: from.text, to: to.text, verdicts, changes, keep };
}

/** Without the secrets of the document: some stand in a value, some were meant to. */
function shownChange(change: UpgradeChange, { byKey }: ConfigDocument, secrets: DocumentSecrets): UpgradeChange {
  const { key, before, after, message } = change;
  const setting = byKey.get(key);
  return {
    ...change,
    key: setting === undefined ? key : secrets.keyOf(setting),
    ...(before === undefined ? {} : { before: shownValue(key, before) }),
    ...(after === undefined ? {} : { after: shownValue(key, after) }),
    message: secrets.hide(message, key),
  };
}

/** Failures count by key: a key that was refused before, for whatever reason, is nothing new. */
function failureChanges(document: ConfigDocument, before: Evaluation, after: Evaluation): readonly UpgradeChange[] {
  const worse = missingFrom(after.failures, before.failures).map((failure) => {
    const kind = failure.certainty === "certain" ? ("throws" as const) : ("may-throw" as const);
    return changeAt(document, { kind, key: failure.key, message: failure.message });
  });
  const better = missingFrom(before.failures, after.failures)
    .filter(({ certainty }) => certainty === "certain")
    .map(({ key, message }) => changeAt(document, { kind: "starts", key, message }));
  return [...worse, ...better];
}

function missingFrom(failures: readonly Failure[], others: readonly Failure[]): readonly Failure[] {
  return failures.filter(
    ({ key, certainty }) =>
      !others.some((other) => other.key === key && (other.certainty === "certain" || certainty === "unknown")),
  );
}

function valueChanges(
  document: ConfigDocument,
  before: Evaluation,
  after: Evaluation,
  say: SayUpgrade,
): readonly UpgradeChange[] {
  const keys = new Set([...before.catalog.keys.keys(), ...after.catalog.keys.keys()]);
  return [...keys].sort().flatMap((key) => {
    const isRead = before.catalog.keys.has(key) || !document.byKey.has(key);
    if (!after.catalog.keys.has(key) || !isRead || !isRelevant(key, after)) return [];
    const meant = meaningOf(key, before);
    const means = meaningOf(key, after);
    const shown = { before: before.effective.get(key)?.value, after: after.effective.get(key)?.value };
    if (meant === undefined || means === undefined) return [];
    if (meant !== means)
      return [valueChange(document, key, meant, means, [since(key, before, after, say), noteOn(key, say)])];
    if (key !== "metric.reporters" || shown.before === undefined || shown.before === shown.after) return [];
    const message = say("jmx-reporter");
    return [changeAt(document, { kind: "same", key, before: shown.before, after: shown.after ?? "", message })];
  });
}

function valueChange(
  document: ConfigDocument,
  key: string,
  before: string,
  after: string,
  notes: readonly string[],
): UpgradeChange {
  const message = notes.filter((part) => part !== "").join("; ");
  return changeAt(document, { kind: "value", key, before, after, message });
}

/** Which releases on the way changed the default, or brought the setting. */
function since(key: string, before: Evaluation, after: Evaluation, say: SayUpgrade): string {
  const history = historyOf(key);
  if (history === undefined || after.given.has(key)) return "";
  const isOnTheWay = (release: string): boolean =>
    versionOrder(release) > before.catalog.version.order && versionOrder(release) <= after.catalog.version.order;
  if (isOnTheWay(history.since)) return say("new-in", { version: shortRelease(history.since) });
  const changed = history.default.filter((entry) => isOnTheWay(entry.from)).map((entry) => shortRelease(entry.from));
  const [first] = changed;
  const last = changed.at(-1);
  if (first === undefined || last === undefined) return "";
  return changed.length === 1
    ? say("default-changed", { version: first })
    : say("default-changed-twice", { first: changed.slice(0, -1).join(", "), last });
}

function shortRelease(release: string): string {
  return release.replace(/\.0$/, "");
}

/** Keys outside the tables of both releases' values: removed, new, or read by one of the two only. */
function keyChanges(
  document: ConfigDocument,
  from: KafkaVersion,
  to: KafkaVersion,
  say: SayUpgrade,
): readonly UpgradeChange[] {
  return [...document.byKey.keys()].flatMap((key) => {
    const was = keyKind(key, from);
    const is = keyKind(key, to);
    if (was.kind === "producer" && is.kind === "removed") {
      const message = say("removed-in", { version: shortRelease(is.removedIn) });
      return [changeAt(document, { kind: "ignored", key, message })];
    }
    if (was.kind === "newer" && is.kind === "producer") {
      const message = say("obeyed-from", { version: shortRelease(was.since) });
      return [changeAt(document, { kind: "recognised", key, message })];
    }
    return [];
  });
}

/** The old values of settings that the file does not hold, as far as the new client takes them. */
function keepable(
  given: ReadonlyMap<string, string>,
  after: Evaluation,
  changes: readonly UpgradeChange[],
): readonly KeptSetting[] {
  let keep = changes.flatMap(({ kind, key, before }) => {
    const isOpen = !given.has(key) || key === "metric.reporters";
    const isOwn = after.effective.get(key)?.source !== "adjusted";
    return kind === "value" && before !== undefined && isOpen && isOwn ? [{ key, value: before }] : [];
  });
  const known = new Set(after.failures.map(({ key }) => key));
  for (;;) {
    const failed = assess(withKept(given, keep), after.catalog).failures.find(({ key }) => !known.has(key));
    const blamed = failed === undefined ? [] : [failed.key, ...failed.relatedKeys];
    const next = keep.filter(({ key }) => !blamed.includes(key));
    if (next.length === keep.length) return keep;
    keep = next;
  }
}

function withKept(given: ReadonlyMap<string, string>, keep: readonly KeptSetting[]): ReadonlyMap<string, string> {
  return new Map([...given, ...keep.map(({ key, value }) => [key, value] as const)]);
}

function changeAt(document: ConfigDocument, change: Omit<UpgradeChange, "line">): UpgradeChange {
  const line = document.byKey.get(change.key)?.line;
  return line === undefined ? change : { ...change, line };
}
