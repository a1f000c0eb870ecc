import { releaseProblem } from "../config/release-problem.js";
import { HIDDEN, shownValue } from "../catalog/secrecy.js";
import type { Evaluation, Failure, ValueSource } from "../config/evaluation.js";
import { otherDialectOf } from "../config/other-dialect.js";
import { versionInUse } from "../config/version-in-use.js";
import { readDocument } from "../dialects/dialects.js";
import { secretsOf } from "../dialects/document-secrets.js";
import type { ConfigDocument, DialectId, Setting } from "../dialects/types.js";
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
  /** `unknown`: it depends on the machine (class path, files, DNS, JVM settings), the program or a template; see `dependsOn`. */
  readonly verdict: "ok" | "throws" | "unknown";
  readonly error?: EffectiveError;
  /** With the verdict `unknown`: what the client throws for the text as it stands, when nothing fills in or passes what is missing. */
  readonly asItStands?: EffectiveError;
  /** What the verdict depends on besides the file. */
  readonly dependsOn: readonly { readonly key: string; readonly reason: string }[];
  readonly settings: Readonly<Record<string, EffectiveSetting>>;
  /** The file as `java.util.Properties` would load it. */
  readonly raw: Readonly<Record<string, string>>;
}

/** How to read a text, and whether its secrets are shown. */
export interface EffectiveOptions extends LintOptions {
  /** By default secrets read `[hidden]`, also in `raw` and in what the client says. */
  readonly showSecrets?: boolean | undefined;
}

/** Computes what the client of a release does with a text. Never throws for any text. */
export function effectiveConfigOf(text: string, options: EffectiveOptions = {}): EffectiveConfig {
  return effectiveOf(text, options).config;
}

/** The same, with the evaluation behind it, for whoever goes on with the values themselves. */
export function effectiveOf(
  text: string,
  options: EffectiveOptions = {},
): { readonly config: EffectiveConfig; readonly evaluation: Evaluation } {
  const document = readDocument(
    dialectFor(options.fileName, text, options.dialect),
    options.fileName ?? "",
    text,
    options.encoding,
  );
  const { version } = versionInUse(document, options.outerVersion);
  const messages = options.messages ?? new Messages();
  const { evaluation } = contextOf(document, version);
  return { config: configOf(document, evaluation, messages, options.showSecrets === true), evaluation };
}

function configOf(
  document: ConfigDocument,
  evaluation: Evaluation,
  messages: Messages,
  showSecrets: boolean,
): EffectiveConfig {
  const { catalog, effective: values } = evaluation;
  const refused = releaseProblem(catalog.version);
  const secrets = showSecrets ? undefined : secretsOf(document);
  const hidden = (said: string, key: string): string => secrets?.hide(said, key) ?? said;
  const loadError = loadErrorOf(document);
  const error = loadError ?? (evaluation.error === undefined ? undefined : errorOf(evaluation.error, hidden));
  const { asItStands } = evaluation;
  const settings = new Map<string, EffectiveSetting>();
  for (const key of refused === undefined ? [...catalog.keys.keys()].sort() : []) {
    const effective = values.get(key);
    if (effective === undefined) continue;
    const setting = effective.source === "default" ? undefined : document.byKey.get(key);
    const line = setting?.line;
    const isFramework = effective.source === "file" && document.worker !== undefined && setting === undefined;
    settings.set(key, {
      value: effective.value === undefined ? null : valueText(key, effective.value, showSecrets ? setting : undefined),
      source: isFramework ? "framework" : effective.source,
      ...(line === undefined ? {} : { line }),
      ...(effective.note === undefined ? {} : { note: messages.say(effective.note) }),
    });
  }
  return {
    dialect: document.dialect,
    kafkaVersion: catalog.version.text,
    verdict: refused !== undefined ? "unknown" : loadError === undefined ? evaluation.verdict : "throws",
    ...(error === undefined || refused !== undefined ? {} : { error }),
    ...(error !== undefined || refused !== undefined || asItStands === undefined
      ? {}
      : { asItStands: errorOf(asItStands, hidden) }),
    dependsOn:
      refused !== undefined
        ? [{ key: "", reason: messages.say(refused) }]
        : [
            ...otherDialect(document, evaluation, messages),
            ...dependenciesOf(evaluation.failures, messages).map(({ key, reason }) => ({
              key,
              reason: hidden(reason, key),
            })),
          ],
    settings: Object.fromEntries(settings),
    raw: Object.fromEntries(
      [...document.byKey.values()].map((setting) =>
        secrets === undefined ? [setting.key, setting.loaded] : [secrets.keyOf(setting), secrets.valueOf(setting)],
      ),
    ),
  };
}

/** A value as the client prints it; as the file gives it where its secrets are asked for. */
function valueText(key: string, value: string, given: Setting | undefined): string {
  if (given === undefined) return shownValue(key, value);
  return value === HIDDEN ? given.value : value;
}

/** A malformed escape fails before the client sees anything (Properties.load). */
function loadErrorOf(document: ConfigDocument): EffectiveError | undefined {
  if (document.problems.length === 0) return undefined;
  const message = "Malformed \\uxxxx encoding.";
  return { key: "", message, exception: [`IllegalArgumentException: ${message}`] };
}

function errorOf({ key, message, exception }: Failure, hidden: (said: string, key: string) => string): EffectiveError {
  return {
    key,
    message: hidden(message, key),
    exception: exception.map((part) => `${part.class}: ${hidden(part.message, key)}`),
  };
}

const REASONS: Readonly<Partial<Record<Failure["code"], Phrase>>> = {
  "class-not-found": phrase("reason/class-path"),
  "bootstrap-unresolvable": phrase("reason/host-name"),
  placeholder: phrase("reason/placeholder"),
  template: phrase("reason/template"),
  "missing-setting": phrase("reason/application"),
  "bootstrap-none": phrase("reason/application"),
};

/** Settings that a framework or the application turns into those of the producer. */
function otherDialect(
  document: ConfigDocument,
  { catalog, verdict }: Evaluation,
  messages: Messages,
): EffectiveConfig["dependsOn"] {
  const other = verdict === "unknown" ? otherDialectOf(document, catalog.version) : undefined;
  if (other === undefined) return [];
  const { framework, prefix, settings } = other;
  const reason =
    framework === undefined
      ? phrase("reason/other-prefix", { prefix })
      : phrase("reason/other-dialect", { framework, prefix });
  return [{ key: settings[0]?.key ?? prefix, reason: messages.say(reason) }];
}

/** Several hosts that must resolve are one reason. */
function dependenciesOf(failures: readonly Failure[], messages: Messages): readonly { key: string; reason: string }[] {
  const unknown = failures
    .filter((failure) => failure.certainty !== "certain")
    .map((failure) => dependencyOf(failure, messages));
  return unknown.filter(
    (one, index) => unknown.findIndex((other) => other.key === one.key && other.reason === one.reason) === index,
  );
}

function dependencyOf(failure: Failure, messages: Messages): { key: string; reason: string } {
  if (failure.certainty === "assumed")
    return { key: failure.key, reason: messages.say(phrase("reason/template-default")) };
  return { key: failure.key, reason: messages.say(REASONS[failure.code] ?? failure.message) };
}
