import type { MessageData, Phrase } from "./format.js";

/** English of what the command line cannot do, and of what it tells beside its output; a translation is looked up as `problem/<id>`. */
export const PROBLEM_TEXTS = {
  dialect: "--dialect {dialect}: no dialect that Ackwise knows, expected {known}",
  "release/too-old": "Kafka {version} is not supported: Ackwise knows the client releases {first} to {last}",
  release:
    "{option} {text}: no Kafka client release that Ackwise knows, expected {first} to {last}, such as 3.9 or 3.9.1",
  "no-such-file": "{file}: no such file, expected a file, a directory or a pattern",
  "empty-name": "an empty name, expected a file, a directory or a pattern (is a variable unset?)",
  "a-directory": "{file}: a directory, expected a file",
  "a-device": "{file}: a device or socket, expected a file",
  unreadable: "{file}: cannot be read ({reason}), expected a readable file",
  "reason/permission": "permission denied",
  "reason/missing": "no such file",
  "reason/directory": "a directory",
  "reason/not-a-directory": "part of the path is a file",
  "reason/full": "no space left",
  "reason/read-only": "read-only file system",
  "reason/links": "too many links",
  "reason/long-name": "the name is too long",
  "reason/device": "a socket or disk",
  "too-large": "{file}: {size} MB, expected a configuration of at most {limit} MB",
  "in-line": "{file}:{line}: {what}",
  "utf-16": "UTF-16 text, expected UTF-8 or ISO-8859-1",
  binary: "a NUL byte, expected text (is this a binary file?)",
  "other-kind":
    "{file}: no kind of file that Ackwise recognises, expected a .properties file, or --dialect to say how to read it",
  "no-configuration":
    "{file}: no producer configuration in this directory, expected *producer*.properties, or .properties files with producer settings",
  "long-pattern": "{pattern}…: a pattern of {count} characters, expected at most {most}",
  "no-match": "{pattern}: no file matches, expected a file, a directory or a pattern",
  "no-match-of-kind":
    "{pattern}: no matching file is of a kind that Ackwise recognises, expected .properties files, or --dialect to say how to read them",
  "several-files": "{name}: {count} files, expected one",
  unusable: "{file}: cannot be used ({reason})",
  unwritable: "{file}: cannot be written ({reason}), expected a writable file",
  "standard-output": "standard output",
  "working-directory": "the working directory: cannot be read ({reason}), expected a directory that exists",
  "output/twice": "--trace and --output: both {file}, expected two files",
  "baseline/none": "--update-baseline: no baseline to write, expected --baseline FILE or baseline in .ackwise.yaml",
  "baseline/missing": "{file}: no such file, expected what ackwise lint --baseline FILE --update-baseline writes",
  "baseline/unreadable": "{file}: cannot be read, expected what ackwise lint --baseline FILE --update-baseline writes",
  "baseline/wrong":
    "{file}: no baseline ({problem}), expected what ackwise lint --baseline FILE --update-baseline writes",
  output: "--output {output}: expected a name that ends in .html, .md, .json or .txt, or --format",
  trace: "--trace {trace}: expected a name that ends in .ndjson (event log) or .json (Chrome trace)",
  seed: "--seed {text}: no whole number from 0 to 2^53 - 1",
  timeout: "--timeout {text}: expected a time with its unit, such as 30s or 2min, up to 24h",
  count: "{option} {text}: no whole number from 1 to {most}",
  require: "--require {text}: {problem}",
  "require/contradiction": "--require {first} and {second} contradict each other",
  "require/form": "expected a measure, <, <=, =, >= or >, and a number, such as p99<50ms",
  "require/measure": 'no measure "{name}"; there are {names}',
  "require/unit": 'no unit "{unit}" for {id}; there are {units}',
  "require/number": '"{digits}" is no number',
  change: "{option} {text}: expected key=value, or key to leave it out",
  "set/none": "--set key=value: expected at least one change",
  vary: "--vary {text}: {problem}",
  "vary/form": "expected key=value,value,\u2026 such as linger.ms=0,5,20",
  "vary/count": "--vary: {count} settings, expected one or two",
  "vary/twice": "--vary: {key} twice, expected two settings",
  "vary/cells": "--vary: {cells} cells, expected at most {most}",
  shard: "--shard {text}: expected part/parts such as 2/4",
  "shard/output": "--shard: a part goes to a file for ackwise merge, expected --output part.json",
  measure: "--measure {measure}: no measure, expected {names}",
  goal: "--goal {goal}: no goal, expected {names}",
  "merge/unreadable": "{name}: cannot be read",
  "merge/no-part": "{name}: no part of a sweep, expected a file that ackwise sweep --shard wrote",
  "merge/nothing": "no part to merge",
  "merge/stranger": "part {part} is of another sweep: file, scenario, release, seeds, values or goal differ",
  "merge/missing": "{missing} of {wanted} cells are missing: part {parts} of {count}",
  "scenario/empty": "{file}: an empty scenario, expected at least one part of it such as durationMs: 10000",
  "scenario/name": "{file}:{line}: {name} is no scenario, expected {allowed}; or a scenario file",
  "scenario/place": "scenario, {path}",
  "scenario/whole": "scenario",
  "scenario/missing": "{place}: missing, expected {allowed}",
  "scenario/wrong": "{place}: {value}, expected {allowed}",
  "explain/unknown":
    "{name}: no producer setting and no rule, expected a name such as linger.ms or delivery-timeout-too-short",
  "explain/misspelled":
    "{name}: no producer setting and no rule (did you mean {use}?), expected a name such as linger.ms or delivery-timeout-too-short",
  "empty/settings": "{file}:1: an empty file, expected settings such as bootstrap.servers=kafka1:9092",
  "empty/scenario": "{file}:1: an empty file, expected a scenario such as durationMs: 10000",
  unsettled: "{file}: fixes still changed the text after {rounds} rounds",
  "no-server": "language-server.js: not found beside this program, expected a complete installation",
  wrote: "wrote {file}",
  "wrote-part": "wrote {file}: part {part}, {count} cells",
  crashed: "crashed: {message}. This is a bug in Ackwise; ACKWISE_DEBUG=1 shows where.",
} as const;

/** Something that cannot be done, to be told later; a text is in the user's language already. */
export type Problem = Phrase | string;

/** A problem of the table. */
export function problem(id: keyof typeof PROBLEM_TEXTS, data?: MessageData): Phrase {
  const english = PROBLEM_TEXTS[id];
  return data === undefined ? { id: `problem/${id}`, english } : { id: `problem/${id}`, english, data };
}
