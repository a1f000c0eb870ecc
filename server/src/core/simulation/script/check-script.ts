import { isAtLeast, parseRelease } from "../producer/settings.js";
import { checkAnswer } from "./check-answer.js";
import { checkCompressed } from "./check-compressed.js";
import { checkLeadership } from "./check-moves.js";
import { Checks } from "./checks.js";
import { LARGEST_BYTES, LONGEST_MS, MOST_NODES, MOST_PARTITIONS, MOST_SENDS } from "./limits.js";
import type { ProducerScript, ScriptAnswer, ScriptFormat, ScriptRefusal, ScriptSend, ScriptTopic } from "./script.js";

/** Reads a script of format 1 or 2 from an unknown value; every mistake is named with its path and what is allowed there. */
export function checkScript(value: unknown): ProducerScript | ScriptRefusal {
  const checks = new Checks();
  const object = checks.object(value, "script");
  if (object === undefined) return { errors: checks.errors };
  const format = checkFormat(object["format"], checks);
  const topics = checkTopics(object["topics"], checks);
  const script: ProducerScript = {
    format,
    id: checks.text(object["id"], "id"),
    kafkaVersion: checkVersion(object["kafkaVersion"], checks),
    config: checkConfig(object["config"], checks),
    topics,
    sends: checkSends(object["sends"], format, topics, checks),
    rtt: checks.whole(object["rtt"], "rtt", 0, LONGEST_MS),
    answers: checkAnswers(object["answers"], checks),
    until: checks.whole(object["until"], "until", 0, LONGEST_MS),
    ...(format === 2 && object["seed"] !== undefined && { seed: checkSeed(object["seed"], checks) }),
    ...(format === 2 && checkLeadership(object, topics, checks)),
    ...(format === 2 && checkCompressed(object, checks)),
  };
  return checks.errors.length > 0 ? { errors: checks.errors } : script;
}

function checkFormat(value: unknown, checks: Checks): ScriptFormat {
  if (value === 1 || value === 2) return value;
  checks.report(value === undefined ? "missing" : "out-of-range", "format", "1, 2 or 3");
  return 1;
}

function checkSeed(value: unknown, checks: Checks): string {
  if (typeof value === "string" && /^-?\d{1,19}$/.test(value)) return value;
  checks.report("wrong-type", "seed", "a whole number of 64 bits as text");
  return "0";
}

/** Reads a part of a script. */
export function checkVersion(value: unknown, checks: Checks): string {
  const text = checks.text(value, "kafkaVersion");
  const release = parseRelease(text);
  if (text !== "" && (release === undefined || !isAtLeast(release, 2, 1))) {
    checks.report("out-of-range", "kafkaVersion", "a release of kafka-clients from 2.1 on, such as 3.9.2");
  }
  return text;
}

/** Reads a part of a script. */
export function checkConfig(value: unknown, checks: Checks): Readonly<Record<string, string>> {
  const config = new Map<string, string>();
  for (const [key, text] of Object.entries(checks.object(value, "config") ?? {})) {
    if (typeof text === "string") config.set(key, text);
    else checks.report("wrong-type", `config["${key}"]`, "a text, as in a .properties file");
  }
  return Object.fromEntries(config);
}

/** Reads a part of a script. */
export function checkTopics(value: unknown, checks: Checks): ScriptTopic[] {
  const list = checks.list(value, "topics");
  if (value !== undefined && list.length === 0) checks.report("out-of-range", "topics", "at least one topic");
  const names = new Set<string>();
  let partitionCount = 0;
  return list.map((entry, index) => {
    const path = `topics[${index}]`;
    const object = checks.object(entry, path) ?? {};
    const name = checks.text(object["name"], `${path}.name`);
    if (names.has(name)) checks.report("duplicate", `${path}.name`, "a name that no other topic has");
    names.add(name);
    const leaders = checks.list(object["leaders"], `${path}.leaders`);
    partitionCount += leaders.length;
    if (leaders.length === 0 || partitionCount > MOST_PARTITIONS) {
      checks.report("out-of-range", `${path}.leaders`, `1 to ${MOST_PARTITIONS} partitions`);
    }
    return {
      name,
      leaders: leaders.map((leader, partition) =>
        checks.whole(leader, `${path}.leaders[${partition}]`, 0, MOST_NODES - 1),
      ),
    };
  });
}

function checkSends(
  value: unknown,
  format: ScriptFormat,
  topics: readonly ScriptTopic[],
  checks: Checks,
): ScriptSend[] {
  const list = checks.list(value, "sends");
  if (list.length > MOST_SENDS) checks.report("limit", "sends", `at most ${MOST_SENDS} records`);
  const partitionCounts = new Map(topics.map(({ name, leaders }) => [name, leaders.length]));
  let lastAt = 0;
  return list.map((entry, index) => {
    const send = checkSend(entry, `sends[${index}]`, format, partitionCounts, checks);
    if (send.at < lastAt)
      checks.report("not-sorted", `sends[${index}].at`, `${lastAt} or later, the time of the send before`);
    lastAt = send.at;
    return send;
  });
}

/** Reads a part of a script. */
export function checkSend(
  entry: unknown,
  path: string,
  format: ScriptFormat,
  partitionCounts: ReadonlyMap<string, number>,
  checks: Checks,
): ScriptSend {
  const object = checks.object(entry, path) ?? {};
  const topic = checks.text(object["topic"], `${path}.topic`);
  const partitionCount = partitionCounts.get(topic);
  if (topic !== "" && partitionCount === undefined)
    checks.report("unknown-name", `${path}.topic`, "the name of a topic of the script");
  const { key, partition } = object;
  return {
    at: checks.whole(object["at"], `${path}.at`, 0, LONGEST_MS),
    topic,
    partition:
      format === 2 && partition === null
        ? null
        : checks.whole(partition, `${path}.partition`, 0, Math.max(1, partitionCount ?? MOST_PARTITIONS) - 1),
    key: key === null ? null : checks.whole(key, `${path}.key`, 0, LARGEST_BYTES),
    value: checks.whole(object["value"], `${path}.value`, 0, LARGEST_BYTES),
  };
}

/** Reads a part of a script. */
export function checkAnswers(value: unknown, checks: Checks): ScriptAnswer[] {
  const seen = new Set<string>();
  const answers: ScriptAnswer[] = [];
  checks.list(value, "answers").forEach((entry, index) => {
    const path = `answers[${index}]`;
    const answer = checkAnswer(entry, path, checks);
    if (answer === undefined) return;
    const name = `${answer.node} ${answer.request}`;
    if (seen.has(name)) checks.report("duplicate", path, "one answer for a request of a node");
    seen.add(name);
    answers.push(answer);
  });
  return answers;
}
