import { Messages, type Say } from "./messages.js";

/** English of what the command line prints; a translation is looked up as `cli/<id>`. */
export const CLI_TEXTS = {
  "severity/error": "error",
  "severity/warning": "warning",
  "severity/information": "information",
  "severity/hint": "hint",
  "count/error": "{count} error",
  "count/errors": "{count} errors",
  "count/warning": "{count} warning",
  "count/warnings": "{count} warnings",
  "count/information": "{count} information",
  "count/informations": "{count} information",
  "count/hint": "{count} hint",
  "count/hints": "{count} hints",
  "count/file": "{count} file",
  "count/files": "{count} files",
  "lint/none": "No findings in {files}",
  "lint/summary": "{counts} in {files}",
  "lint/known-one": "{count} more finding is in the baseline",
  "lint/known": "{count} more findings are in the baseline",
  "lint/gone-one": "{file}: {count} finding of the baseline no longer occurs; run --update-baseline",
  "lint/gone": "{file}: {count} findings of the baseline no longer occur; run --update-baseline",
  "lint/baseline-written": "{file}: written, findings in it: {count}",
  "origin/file": "comment in the file",
  "origin/settings": "settings",
  "origin/build": "build file",
  "origin/latest": "newest; --kafka-version sets another",

  "effective/starts": "The producer starts.",
  "effective/throws": "The producer does not start:",
  "effective/depends": "The file is right; whether the producer starts depends on the machine:",

  "fix/nothing": "{file}: nothing to fix",
  "fix/would": "{file}: would change",
  "fix/fixed": "{file}: fixed",

  "explain/type": "type",
  "explain/default": "default",
  "explain/allowed": "allowed",
  "explain/importance": "importance",
  "explain/releases": "releases",
  "explain/secret": "secret",
  "explain/secret-yes": "yes: prints as [hidden]",
  "explain/deprecated": "deprecated",
  "explain/not-here": "not a setting of Kafka {version}, which ignores it",
  "explain/required": "required in Kafka {version}",
  "explain/here": "{type}, default {value} in Kafka {version}",
  "explain/since": "since {version}: {value}",
  "explain/none-required": "none (required)",
  "explain/none": "none",
  "explain/empty": "empty",
  "explain/any": "any",
  "explain/at-least": "at least {min}",
  "explain/at-most": "at most {max}",
  "explain/between": "{min} to {max}",
  "explain/any-case": "{values} (any case)",
  "explain/not-empty": "not empty",
  "explain/or": "{min} to {max}, or {also}",
  "explain/list": "a list without empty elements",
  "explain/list-not-empty": "a list that is not empty, without empty elements",
  "explain/all": "all",
  "explain/from": "since {version}",
  "explain/removed": "{from}, removed in {version}",
  "explain/gone": "since {deprecated}, gone in {removed}",
  "explain/gone-use": "since {deprecated}, gone in {removed}; use {replacement}",

  "foreign/extra": "{key} is read by the producer, since {since}: {note}.",
  "foreign/before": "before {version}",
  "foreign/producer": "{key} is read by the producer although it stands outside its list of settings.",
  "foreign/plugin": "{key} is read by a plugin: {plugin}. The producer passes it on.",
  "foreign/newer": "{key} is a producer setting since {since}; older clients ignore it.",
  "foreign/removed": "{key} was a producer setting until {version}; newer clients ignore it.",
  "foreign/old-producer": "{key} belongs to a producer that is gone since {version}; today's client ignores it.",
  "foreign/consumer": "{key} is a setting of the consumer; the producer ignores it.",
  "foreign/admin": "{key} is a setting of the admin client; the producer ignores it.",
  "foreign/librdkafka": "{key} is a setting of librdkafka clients (C, Python, Go, .NET); the Java producer ignores it.",
  "foreign/prefixed": "{key} is how Connect, Streams and MirrorMaker write it; the plain producer ignores it.",
  "foreign/use": "Use {key}.",
} as const;

/** Says a text of the command line. */
export type SayCli = Say<typeof CLI_TEXTS>;

/** A speaker of these texts; English without messages. */
export function cliSpeaker(messages: Messages = new Messages()): SayCli {
  return messages.speaker("cli", CLI_TEXTS);
}
