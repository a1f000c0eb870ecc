import type { Evaluation, Failure, FailureCode } from "../../server/src/core/config/evaluation.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { unusedKeys } from "../../server/src/core/config/unused-keys.js";
import { onRecorder, type Hosts } from "./recorder-machine.js";
import type { Outcome, Recording } from "./recording.js";

/** What a replay came to. Every disagreement is a line for a person to read, the same one once for all releases. */
export interface Tally {
  pairs: number;
  /** Pairs whose verdict Ackwise leaves open. */
  unknown: number;
  /** Pairs that the client refuses and Ackwise refuses for certain, and those with the same exceptions word for word. */
  refused: number;
  sameWords: number;
  /** Successful constructions whose log lines were compared. */
  logged: number;
  readonly disagreements: Map<string, string[]>;
}

/** Reasons that keep a verdict open on the recorder's machine too. */
const OPEN: ReadonlySet<FailureCode> = new Set([
  "placeholder",
  "login",
  "oauth-setting",
  "ssl-store",
  "ssl-algorithm",
  "login-module",
  "config-provider",
  "serializer-setting",
]);

/** Vectors for which system properties of the JVM were set, which no file can show. */
const SETS_PROPERTIES = /sysprop/;

/** Evaluates every text for every release and compares with what was recorded. */
export function replay(recording: Recording, hosts: Hosts): Tally {
  const tally: Tally = { pairs: 0, unknown: 0, refused: 0, sameWords: 0, logged: 0, disagreements: new Map() };
  for (const text of recording.texts) {
    if (SETS_PROPERTIES.test(text.id)) continue;
    const given = recording.settingsOf(text);
    for (const outcome of text.outcomes) {
      const releases = recording.releasesOf(outcome);
      tally.pairs += releases.length;
      if (given === undefined) {
        if (outcome.ok) note(tally, `${text.id}: loads, which Ackwise denies`, releases[0] ?? "");
        continue;
      }
      const words = wordsOf(outcome);
      for (const release of releases) {
        const evaluation = evaluate(given, recording.catalogOf(release));
        const problem = compare(tally, outcome, words, evaluation, hosts);
        if (problem !== undefined) note(tally, `${text.id}: ${problem}`, release);
      }
    }
  }
  return tally;
}

function note(tally: Tally, line: string, release: string): void {
  const releases = tally.disagreements.get(line);
  if (releases === undefined) tally.disagreements.set(line, [release]);
  else releases.push(release);
}

function compare(
  tally: Tally,
  outcome: Outcome,
  words: string,
  evaluation: Evaluation,
  hosts: Hosts,
): string | undefined {
  if (evaluation.verdict === "unknown") tally.unknown++;
  const failures = onRecorder(evaluation, hosts);
  const first = failures.findIndex((failure) => failure.certainty === "certain");
  if (outcome.ok) {
    if (first >= 0) return `constructs, but: ${failures[first]?.message ?? ""}`;
    if (evaluation.verdict === "throws") return `constructs, but: ${evaluation.error?.message ?? ""}`;
    return failures.length > 0 ? undefined : compareWorking(tally, outcome, evaluation);
  }
  if (failures.length === 0) return `throws, which Ackwise does not see: ${words}`;
  return compareFailure(tally, words, failures.slice(0, first < 0 ? failures.length : first + 1));
}

/** The client met one of these failures: an open one that turned out badly, or the first certain one. */
function compareFailure(tally: Tally, words: string, candidates: readonly Failure[]): string | undefined {
  const last = candidates.at(-1);
  const isCertain = last?.certainty === "certain";
  if (isCertain && candidates.length === 1) tally.refused++;
  const same = candidates.some((candidate) => sameWords(words, candidate));
  if (same) {
    if (isCertain && candidates.length === 1) tally.sameWords++;
    return undefined;
  }
  if (candidates.some((candidate) => candidate.certainty === "unknown" && OPEN.has(candidate.code))) return undefined;
  const key = keyIn(words);
  if (key !== undefined && last !== undefined && [last.key, ...last.relatedKeys].includes(key)) return undefined;
  return `throws: ${words}\n    but Ackwise says: ${candidates.map((candidate) => wordsOf(candidate)).join("\n    or: ")}`;
}

/** Exceptions below those that Ackwise names come from the JDK and are the JVM's own affair. Vectors are cut at 240 characters. */
function sameWords(words: string, failure: Failure): boolean {
  const own = wordsOf(failure);
  return words === own || words.startsWith(`${own} | `);
}

const LONGEST_MESSAGE = 240;

/** A chain of exceptions as one line, each with the first line of its message. */
function wordsOf(thrown: Outcome | Failure): string {
  return (thrown.exception ?? [])
    .map((part) => `${part.class}: ${String(part.message).split("\n", 1)[0]?.slice(0, LONGEST_MESSAGE) ?? ""}`)
    .join(" | ");
}

function keyIn(words: string): string | undefined {
  return (
    /(?:for configuration|Configuration) '?([a-z][\w.]*[\w])/.exec(words)?.[1] ??
    /in (bootstrap\.servers)/.exec(words)?.[1]
  );
}

function compareWorking(tally: Tally, outcome: Outcome, evaluation: Evaluation): string | undefined {
  const { idempotentInEffect, deliveryTimeoutMs } = outcome;
  if (idempotentInEffect !== undefined && idempotentInEffect !== evaluation.idempotent) {
    return `idempotent: ${String(idempotentInEffect)}, but Ackwise says ${String(evaluation.idempotent)}`;
  }
  const limit = deliveryTimeoutMs ?? evaluation.values.get("delivery.timeout.ms")?.value;
  if (limit !== evaluation.deliveryTimeoutMs) {
    return `delivery timeout: ${String(limit)}, but Ackwise says ${String(evaluation.deliveryTimeoutMs)}`;
  }
  return compareValues(outcome, evaluation) ?? compareLogs(tally, outcome, evaluation);
}

/** Values that the file sets are shown as the client shows them, unless the client works with another value than it shows. */
function compareValues(outcome: Outcome, evaluation: Evaluation): string | undefined {
  for (const [key, shown] of Object.entries(outcome.effective ?? {})) {
    const effective = evaluation.effective.get(key);
    if (effective === undefined || effective.source === "adjusted" || !evaluation.given.has(key)) continue;
    const value = evaluation.values.get(key)?.value;
    const text = Array.isArray(value)
      ? `[${value.join(", ")}]`
      : key === "acks"
        ? effective.value
        : evaluation.values.get(key)?.text;
    if (text !== shown) return `${key} is ${shown}, but Ackwise says ${String(text)}`;
  }
  return undefined;
}

/** Lines about the machine, and lines that say something without changing anything. */
const NOT_PREDICTED =
  /^Couldn't resolve server|^Overriding the default retries config|^Asynchronous bootstrap DNS|Unrecognized security provider|ConfigProvider|^Path is not|^The path|^Could not read properties|deprecated alias\(es\)/;
/** KAFKA-13598: these two say so although their default is all already. */
const SAYS_ACKS_ANYWAY: ReadonlySet<string> = new Set(["3.0.0", "3.1.0"]);

function compareLogs(tally: Tally, outcome: Outcome, evaluation: Evaluation): string | undefined {
  tally.logged++;
  const recorded = outcome.logs ?? [];
  const saysAcks = SAYS_ACKS_ANYWAY.has(evaluation.catalog.version.text);
  const lines = recorded.flatMap(({ level, message }) => {
    if (message === undefined || NOT_PREDICTED.test(message)) return [];
    return saysAcks && message.startsWith("Overriding the default acks") ? [] : [`${level} ${message}`];
  });
  const own = evaluation.adjustments.flatMap(({ log }) => (log === undefined ? [] : [`${log.level} ${log.message}`]));
  const missing = lines.find((line) => !own.includes(line)) ?? own.find((line) => !lines.includes(line));
  if (missing !== undefined) return `log line on one side only: ${missing}`;
  const named = recorded.filter((log) => log.unused !== undefined);
  const unused = unusedKeys(evaluation);
  const keys = [...new Set(named.flatMap((log) => log.unused ?? []))].sort().join(" ");
  const ownKeys = [...(unused?.keys ?? []), ...(unused?.perhaps ?? [])].sort().join(" ");
  if (keys !== ownKeys) return `unused: ${keys}, but Ackwise says ${ownKeys}`;
  const level = named[0]?.level;
  return level === unused?.level ? undefined : `unused are named at ${String(level)}`;
}
