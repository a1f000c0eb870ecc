import { isProduceError } from "../producer/errors.js";
import type { TransactionApi } from "../producer/transaction-request.js";
import { checkAnswers, checkConfig, checkSend, checkTopics, checkVersion } from "./check-script.js";
import { Checks } from "./checks.js";
import { LONGEST_MS, MOST_REQUESTS, MOST_SENDS } from "./limits.js";
import type { ScriptRefusal, ScriptTopic } from "./script.js";
import type {
  CoordinatorForm,
  ScriptedFeatures,
  TransactionCall,
  TransactionScript,
  TransactionStep,
} from "./transaction-script.js";

const CALLS: readonly TransactionCall[] = ["init", "begin", "commit", "abort", "close"];
const APIS: readonly TransactionApi[] = ["FindCoordinator", "InitProducerId", "AddPartitionsToTxn", "EndTxn"];

/** Reads a script of format 3 from an unknown value; every mistake is named with its path and what is allowed there. */
export function checkTransactionScript(value: unknown): TransactionScript | ScriptRefusal {
  const checks = new Checks();
  const object = checks.object(value, "script");
  if (object === undefined) return { errors: checks.errors };
  const topics = checkTopics(object["topics"], checks);
  const script: TransactionScript = {
    format: 3,
    id: checks.text(object["id"], "id"),
    kafkaVersion: checkVersion(object["kafkaVersion"], checks),
    config: checkConfig(object["config"], checks),
    topics,
    steps: checkSteps(object["steps"], topics, checks),
    rtt: checks.whole(object["rtt"], "rtt", 1, LONGEST_MS),
    answers: checkAnswers(object["answers"], checks),
    cluster: checkFeatures(object["cluster"], checks),
    coordinator: checks
      .list(object["coordinator"], "coordinator")
      .map((entry, index) => checkForm(entry, `coordinator[${index}]`, checks)),
    until: checks.whole(object["until"], "until", 0, LONGEST_MS),
  };
  return checks.errors.length > 0 ? { errors: checks.errors } : script;
}

function checkSteps(value: unknown, topics: readonly ScriptTopic[], checks: Checks): TransactionStep[] {
  const list = checks.list(value, "steps");
  if (list.length > MOST_SENDS) checks.report("limit", "steps", `at most ${MOST_SENDS} steps`);
  const partitionCounts = new Map(topics.map(({ name, leaders }) => [name, leaders.length]));
  let lastAt = 0;
  return list.map((entry, index) => {
    const path = `steps[${index}]`;
    const step = checkStep(entry, path, partitionCounts, checks);
    if (step.at < lastAt) checks.report("not-sorted", `${path}.at`, `${lastAt} or later, the time of the step before`);
    lastAt = step.at;
    if (step.do === "close" && index < list.length - 1) checks.report("conflict", path, "nothing after close");
    return step;
  });
}

function checkStep(
  entry: unknown,
  path: string,
  partitionCounts: ReadonlyMap<string, number>,
  checks: Checks,
): TransactionStep {
  const object = checks.object(entry, path) ?? {};
  if (object["do"] === "send") {
    const send = checkSend(entry, path, 1, partitionCounts, checks);
    return { ...send, do: "send", partition: send.partition ?? 0 };
  }
  const call = CALLS.find((name) => name === object["do"]);
  if (call === undefined) checks.report("unknown-name", `${path}.do`, `one of send, ${CALLS.join(", ")}`);
  const at = checks.whole(object["at"], `${path}.at`, 0, LONGEST_MS);
  const { orAbort } = object;
  if (orAbort !== undefined && (orAbort !== true || call !== "commit"))
    checks.report("wrong-type", `${path}.orAbort`, "true, of a commit");
  return { at, do: call ?? "begin", ...(orAbort === true && { orAbort }) };
}

function checkFeatures(value: unknown, checks: Checks): ScriptedFeatures {
  const object = checks.object(value, "cluster") ?? {};
  const version = checks.whole(object["transactionVersion"], "cluster.transactionVersion", 1, 2);
  const { bumpsEpoch } = object;
  if (bumpsEpoch !== undefined && typeof bumpsEpoch !== "boolean")
    checks.report("wrong-type", "cluster.bumpsEpoch", "true or false");
  return { transactionVersion: version === 2 ? 2 : 1, ...(bumpsEpoch === false && { bumpsEpoch }) };
}

function checkForm(value: unknown, path: string, checks: Checks): CoordinatorForm {
  const object = checks.object(value, path) ?? {};
  const { after, error, partitions, disconnect, silent, applied } = object;
  const api = APIS.find((name) => name === object["api"]);
  if (api === undefined) checks.report("unknown-name", `${path}.api`, `one of ${APIS.join(", ")}`);
  const lost = [disconnect, silent].filter((form) => form !== undefined).length;
  const answered = [after, error, partitions].some((form) => form !== undefined);
  if (lost > 1 || (lost === 1 && answered)) checks.report("conflict", path, "an answer, disconnect or silent");
  const isError = typeof error === "string" && isProduceError(error);
  if (error !== undefined && !isError)
    checks.report("unknown-name", `${path}.error`, "an error by its name in Errors.java, such as NOT_COORDINATOR");
  return {
    api: api ?? "EndTxn",
    request: checks.whole(object["request"], `${path}.request`, 0, MOST_REQUESTS),
    ...(after !== undefined && { after: checks.whole(after, `${path}.after`, 0, LONGEST_MS) }),
    ...(isError && { error }),
    ...(partitions !== undefined && {
      partitions: checks
        .list(partitions, `${path}.partitions`)
        .map((name, index) => checks.text(name, `${path}.partitions[${index}]`)),
    }),
    ...(disconnect !== undefined && { disconnect: checks.whole(disconnect, `${path}.disconnect`, 0, LONGEST_MS) }),
    ...(silent === true && { silent }),
    ...(applied === true && { applied }),
  };
}
