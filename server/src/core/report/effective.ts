import type { Failure, ValueSource } from "../config/evaluation.js";
import { versionInUse } from "../config/version-in-use.js";
import { readDocument } from "../dialects/dialects.js";
import type { ConfigDocument, DialectId } from "../dialects/types.js";
import type { Phrase } from "../messages/format.js";
import { Messages } from "../messages/messages.js";
import { phrase } from "../messages/phrase-texts.js";
import { contextOf } from "../rules/run.js";
import { dialectFor, type LintOptions } from "./lint.js";

/** One setting of the running producer. */
export interface EffectiveSetting {
  /** As the client prints it; `null` when the setting has no value. Passwords read `[hidden]`. */
  readonly value: string | null;
  readonly source: ValueSource;
  /** One-based line of the file, for values that stand there. */
  readonly line?: number;
  /** Why the value is not the one in the file or the default. */
  readonly note?: string;
}

/** Why the producer does not start, or on what it depends whether it does. */
export interface EffectiveError {
  readonly key: string;
  /** The client's own text. */
  readonly message: string;
  /** The exception chain, outermost first, as `Class: message`. */
  readonly exception: readonly string[];
}

/** What the producer of one release makes of a file: `ackwise effective --format json`. */
export interface EffectiveConfig {
  readonly dialect: DialectId;
  readonly kafkaVersion: string;
  /** `unknown`: it depends on the machine (class path, files, DNS, JVM settings); see `dependsOn`. */
  readonly verdict: "ok" | "throws" | "unknown";
  readonly error?: EffectiveError;
  /** What the verdict depends on besides the file. */
  readonly dependsOn: readonly { readonly key: string; readonly reason: string }[];
  readonly settings: Readonly<Record<string, EffectiveSetting>>;
  /** The file as `java.util.Properties` would load it. */
  readonly raw: Readonly<Record<string, string>>;
}

/** Computes what the client of a release does with a text. Never throws for any text. */
export function effectiveConfigOf(text: string, options: LintOptions = {}): EffectiveConfig {
  const document = readDocument(dialectFor(options.fileName, text, options.dialect), options.fileName ?? "", text);
  const { version } = versionInUse(document, options.outerVersion);
  const messages = options.messages ?? new Messages();
  const { evaluation, catalog } = contextOf(document, version);
  const loadError = loadErrorOf(document);
  const error = loadError ?? (evaluation.error === undefined ? undefined : errorOf(evaluation.error));
  const settings = new Map<string, EffectiveSetting>();
  for (const key of [...catalog.keys.keys()].sort()) {
    const effective = evaluation.effective.get(key);
    if (effective === undefined) continue;
    const line = effective.source === "default" ? undefined : document.byKey.get(key)?.line;
    settings.set(key, {
      value: effective.value ?? null,
      source: effective.source,
      ...(line === undefined ? {} : { line }),
      ...(effective.note === undefined ? {} : { note: messages.say(effective.note) }),
    });
  }
  return {
    dialect: document.dialect,
    kafkaVersion: version.text,
    verdict: loadError === undefined ? evaluation.verdict : "throws",
    ...(error === undefined ? {} : { error }),
    dependsOn: dependenciesOf(evaluation.failures, messages),
    settings: Object.fromEntries(settings),
    raw: Object.fromEntries([...document.byKey.values()].map((setting) => [setting.key, setting.value])),
  };
}

/** A malformed escape fails before the client sees anything (Properties.load). */
function loadErrorOf(document: ConfigDocument): EffectiveError | undefined {
  if (document.problems.length === 0) return undefined;
  const message = "Malformed \\uxxxx encoding.";
  return { key: "", message, exception: [`IllegalArgumentException: ${message}`] };
}

function errorOf(failure: Failure): EffectiveError {
  const exception = failure.exception.map((part) => `${part.class}: ${part.message}`);
  return { key: failure.key, message: failure.message, exception };
}

const REASONS: Readonly<Partial<Record<Failure["code"], Phrase>>> = {
  "class-not-found": phrase("reason/class-path"),
  "bootstrap-unresolvable": phrase("reason/host-name"),
  placeholder: phrase("reason/placeholder"),
};

/** Several hosts that must resolve are one reason. */
function dependenciesOf(failures: readonly Failure[], messages: Messages): readonly { key: string; reason: string }[] {
  const unknown = failures
    .filter((failure) => failure.certainty === "unknown")
    .map((failure) => dependencyOf(failure, messages));
  return unknown.filter(
    (one, index) => unknown.findIndex((other) => other.key === one.key && other.reason === one.reason) === index,
  );
}

function dependencyOf(failure: Failure, messages: Messages): { key: string; reason: string } {
  return { key: failure.key, reason: messages.say(REASONS[failure.code] ?? failure.message) };
}
