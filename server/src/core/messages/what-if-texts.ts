import type { MessageData } from "./format.js";
import type { Messages } from "./messages.js";

/** English of everything that what-if reports say; a translation is looked up as `what-if/<id>`. */
export const WHAT_IF_TEXTS = {
  "measure/mean": "Latency, mean",
  "measure/p50": "Latency, median",
  "measure/p99": "Latency, p99",
  "measure/p999": "Latency, p99.9",
  "measure/max": "Latency, longest",
  "measure/endToEnd": "End-to-end latency, p99",
  "measure/blocked": "Blocked in send(), mean",
  "measure/blockedP99": "Blocked in send(), p99",
  "measure/commit": "Commit latency, p99",
  "measure/throughput": "Throughput",
  "measure/records": "Records per second",
  "measure/requests": "Requests per second",
  "measure/wire": "Bytes on the wire",
  "measure/fill": "Batch fill",
  "measure/recordsPerRequest": "Records per request",
  "measure/memory": "buffer.memory in use, most",
  "measure/lost": "Acknowledged but lost",
  "measure/duplicates": "Duplicates",
  "measure/unordered": "Out of order",
  "measure/failed": "Reported as failed",
  "measure/pending": "Without an answer at the end",
  "measure/retried": "Records retried",
  "measure/aborted": "Transactions aborted",

  "detail/measure/mean": "send() to callback, acknowledged records",
  "detail/measure/duplicates": "stored twice or more, or stored although reported as failed",
  "detail/measure/endToEnd": "send() until a consumer has the record",
  "detail/measure/blocked": "every call of send(), also those that fail: waiting for buffer.memory or metadata",
  "detail/measure/commit": "call of commitTransaction() to its return",
  "detail/measure/fill": "bytes of a batch as sent, as a share of batch.size",
  "detail/measure/throughput": "values of acknowledged records",
  "detail/interval": "95 % confidence: {low} to {high}",
  "detail/one-run": "one seed: no confidence interval",

  "unit/records-per-second": "records/s",

  "about/file": "File",
  "about/release": "Kafka client",
  "about/scenario": "Scenario",
  "about/load": "Load",
  "about/topic": "Topic",
  "about/cluster": "Cluster",
  "about/faults": "Faults",
  "about/seeds": "Seeds",
  "about/time": "Simulated time",
  load: "{rate} records/s of {bytes}, {producers} producer(s), {sending}",
  "sending/async": "asynchronous",
  "sending/sync": "one send at a time",
  topic: "{partitions} partitions, replication factor {replication}, min.insync.replicas {minInsync}",
  "topic-of-several": "{name}: {share} of the records, {shape}",
  cluster: "{brokers} broker(s), {rtt} ms round trip",
  "no-faults": "none",

  "fault/crash": "broker {broker} crashes",
  "fault/restart": "broker {broker} restarts",
  "fault/rolling-restart": "rolling restart",
  "fault/hang": "broker {broker} hangs",
  "fault/lost-answers": "answers of broker {broker} are lost",
  "fault/disk-stall": "disk of broker {broker} stalls",
  "fault/replication-stall": "replication of broker {broker} stalls",
  "fault/slow": "broker {broker} is slow",
  "fault/reset": "connections to broker {broker} break",
  "fault/cut": "network cut: {between}",
  "fault/controller-failover": "controller failover",
  "fault/producer-pause": "producer {producer} pauses",
  "fault/move-leaders": "leaders move",
  "fault/preferred-leaders": "preferred leaders",

  "title/simulate": "Simulation",
  "title/what-if": "What if {changes}",
  "title/sweep": "Sweep of {keys}",
  "title/tune": "Tuning for {goal}",

  "section/summary": "Result",
  "section/why": "Why",
  "section/transactions": "Transactions",
  "section/fates": "What becomes of the records",
  "section/latency": "Latency",
  "section/stages": "Where the time goes",
  "section/time": "Over time",
  "section/findings": "Findings in the file",
  "section/changes": "Changes",
  "section/steps": "What brings most",
  "section/requirements": "Requirements",
  "section/tried": "What was tried",
  "section/limits": "What this rests on",

  "variant/baseline": "file as it is",
  "variant/removed": "without {key}",

  "headline/healthy": "{rate} records/s with a p99 latency of {p99}; every record is stored once, in order.",
  "headline/harm": "{harm} of {sent} records; p99 latency {p99} at {rate} records/s.",
  "headline/refused": "The producer does not start: {message}",
  "headline/same": "{changes} changes nothing that this scenario shows.",
  "headline/compare": "With {changes}: {parts}.",
  "headline/compare-safe": "With {changes}: {parts}. No record is lost, doubled or out of order either way.",
  "headline/variant-refused": "The client refuses {changes}: {message}",
  "headline/best": "Best for {goal}: {changes} ({value}; file as it is: {baseline}).",
  "headline/sweep-none": "The client refuses every value that was tried.",
  "headline/tuned": "{changes}: {measure} goes from {before} to {after}.",
  "headline/tuned-harm": "{changes}: records lost, doubled, unordered or failed go from {before} to {after}.",
  "headline/nothing-to-tune": "Nothing that was tried makes the file better for {goal} in this scenario.",
  "headline/unmet": "Not met: {requirements}.",
  "headline/incomplete": "Stopped early: the numbers are of a part.",

  "part/rises": "{measure} up from {before} to {after} ({change})",
  "part/falls": "{measure} down from {before} to {after} ({change})",
  "part/unclear": "{measure} stays about {before}",

  "harm/lost": "{count} acknowledged but lost",
  "harm/duplicates": "{count} doubled",
  "harm/unordered": "{count} out of order",
  "harm/failed": "{count} failed",
  "harm/pending": "{count} without an answer",

  "table/summary": "Measures of the file and its variants",
  "table/measure": "Measure",
  "table/change": "Change",
  "table/unclear": "not clear",
  "table/same": "same",
  "table/refused": "refused",
  "table/failures": "What the application sees",
  "table/topics": "By topic",
  "table/transactions": "What becomes of transactions",
  "table/committed": "Committed",
  "table/aborted": "Aborted",
  "table/aborted-records": "Stored records of aborted ones",
  "table/commit-mean": "Commit, mean",
  "table/commit-p99": "Commit, p99",
  "table/commit-longest": "Commit, longest",
  "table/configuration": "Configuration",
  "table/exception": "Exception",
  "table/where": "Where",
  "table/records": "Records",
  "table/stored": "Stored nevertheless",
  "table/changes": "Changes against the file",
  "table/setting": "Setting",
  "table/before": "File as it is",
  "table/after": "Proposed",
  "table/absent": "absent",
  "table/rule": "Rule",
  "table/severity": "Severity",
  "severity/error": "error",
  "severity/warning": "warning",
  "severity/information": "information",
  "severity/hint": "hint",
  "table/finding": "Finding",
  "table/line": "Line",
  "table/requirements": "Requirements",
  "table/requirement": "Requirement",
  "table/measured": "Measured",
  "table/holds": "holds",
  "table/fails": "fails",
  "table/verdict": "Verdict",
  "table/steps": "Changes in order of what they bring",
  "table/cells": "Every value that was tried",
  "table/harm": "Harmed records",

  "chart/fates": "Fate of the records",
  "chart/fates-description":
    "One bar per configuration: how many records were stored once, lost, doubled, failed or left without an answer.",
  "chart/percentiles": "Latency percentiles",
  "chart/percentiles-description":
    "Latency from send() to callback by the share of records that are at most so slow; lower is better.",
  "chart/distribution": "Latency distribution",
  "chart/distribution-description": "Share of the acknowledged records by their latency, on a logarithmic scale.",
  "chart/stages": "Mean latency by stage",
  "chart/stages-description": "Where an acknowledged record spends its time, from send() to the callback.",
  "chart/time-latency": "p99 latency over time",
  "chart/time-rate": "Acknowledged records per second over time",
  "chart/time-buffer": "buffer.memory in use over time",
  "chart/time-inflight": "Requests in flight over time",
  "chart/time-retries": "Records retried over time",
  "chart/time-description": "One line per configuration, seed {seed}; faults are marked.",
  "chart/sweep": "{measure} by {key}",
  "chart/sweep-description": "Mean over the seeds with its 95 % confidence band.",
  "chart/heat": "{measure} by {x} and {y}",
  "chart/heat-description": "Mean over the seeds; empty cells are refused by the client.",
  "chart/pareto": "{first} against {second}",
  "chart/pareto-description": "Every configuration that was tried; the line joins those that no other beats in both.",

  "axis/latency": "Latency",
  "axis/share": "Share of records at most so slow",
  "axis/records-share": "Share of records",
  "axis/time": "Time",
  "axis/rate": "Records",
  "axis/memory": "Memory",
  "axis/requests": "Requests",
  "axis/records": "Records",
  "mark/current": "now",

  "fate/storedOnce": "acknowledged, stored once",
  "fate/acknowledgedLost": "acknowledged, lost",
  "fate/duplicated": "stored twice or more",
  "fate/failedStored": "reported failed, stored",
  "fate/failedAbsent": "reported failed, not stored",
  "fate/failedBeforeSending": "refused by send()",
  "fate/pending": "no answer at the end",

  "stage/blocked": "blocked in send()",
  "stage/batch": "waiting in the batch",
  "stage/retry": "failed attempts",
  "stage/request": "to the broker",
  "stage/brokerQueue": "broker queue",
  "stage/append": "append",
  "stage/replication": "replication",
  "stage/response": "answer and callback",

  "goal/p99": "lowest p99 latency",
  "goal/throughput": "highest throughput",
  "goal/requests": "fewest requests",
  "goal/memory": "least memory",
  "goal/no-loss": "no loss, no duplicates, no failures",

  "why/batch-linger":
    "Records wait {ms} on average in their batch ({share} of the latency): at this rate a batch takes linger.ms={linger} rather than filling up.",
  "why/batch-fills":
    "Records wait {ms} on average in their batch ({share} of the latency) until it is full and its turn to be sent has come.",
  "why/batch-busy":
    "Records wait {ms} on average in their batch ({share} of the latency): batches are ready, but cannot leave: the connection to their broker is busy or broken.",
  "why/fill":
    "Batches leave {fill} full: {perSecond} records/s over {partitions} partitions bring {bytes} per partition within {linger} ms, and batch.size is {batchSize}.",
  "why/fill-sticky":
    "Batches leave {fill} full: {perSecond} records/s without keys, which go to one partition at a time, bring {bytes} within {linger} ms, and batch.size is {batchSize}.",
  "why/fill-keys-ignored":
    "Batches leave {fill} full: keys do not decide here; {perSecond} records/s, which go to one partition at a time, bring {bytes} within {linger} ms, and batch.size is {batchSize}.",
  "why/fill-at-once":
    "Batches leave {fill} full: with linger.ms=0 a batch does not wait for more records, it leaves when the connection to its broker is free.",
  "why/fill-compressed":
    "Batches leave {fill} full: the partitioner goes on to the next partition after batch.size={batchSize} before compression, and compression makes the batch smaller.",
  "why/fill-siblings":
    "Batches leave {fill} full: one full or expired partition makes its broker ready, and the request takes along what the broker's other partitions have.",
  "why/blocked":
    "send() blocks for {ms} on average: buffer.memory ({memory}) is used up, so the application is held back.",
  "why/commit":
    "The application spends {share} of the time in commitTransaction(), {ms} each on average, and sends nothing meanwhile.",
  "why/replication": "acks=all waits {ms} on average for the followers: a round trip between brokers and their fetch.",
  "why/retry": "{count} records had to be sent again; failed attempts cost {ms} on average.",
  "why/broker-queue": "Requests wait {ms} on average at the broker: it gets more than it can take.",
  "why/network":
    "The way to the broker and back takes {ms} on average: distance and bandwidth, no setting of the producer.",
  "why/lost-acks0":
    "acks=0: the producer takes a record for acknowledged when it is written to the socket; {count} were never stored.",
  "why/lost-acks1":
    "acks=1: the leader acknowledged {count} records that its followers had not fetched when it failed; the new leader does not have them.",
  "why/lost-unclean":
    "{count} acknowledged records are gone: with min.insync.replicas={minInsync} a leader may acknowledge alone, or an unclean election chose a replica that lacked them.",
  "why/duplicates-retry":
    "{count} records are stored twice: a batch was stored, its answer did not arrive, and without idempotence the retry was stored as well.",
  "why/stored-failed":
    "{count} records were reported as failed but are stored: the time was up before the answer came. An application that sends them again makes duplicates.",
  "why/unordered":
    "{count} records are out of order: with {inFlight} requests in flight and no idempotence a retried batch lands behind its successor.",
  "why/expired":
    "{count} records ended with TimeoutException after delivery.timeout.ms={timeout}: it is shorter than what went wrong lasted.",
  "why/not-enough-replicas":
    "{count} records ended with NotEnoughReplicasException: fewer replicas than min.insync.replicas={minInsync} were in sync.",
  "why/exception": "{count} records ended with {exception}.",
  "why/compare-stage": "{stage} takes {after} in place of {before} on average.",
  "why/compare-batches":
    "A request carries {after} records in place of {before}, so that {requestsAfter} requests/s do what {requestsBefore} did.",

  "limit/seeds": "Differences are compared over {count} seed(s) with the same random numbers for each configuration.",
  "limit/depends": "Taken to start although it depends on the machine: {key}: {reason}.",
  "limit/model": "{text}",
  "limit/setting": "{key}: {text}",
  "limit/docs": "docs/simulation.md defines every number and says how well the model agrees with the real client.",
} as const;

/** Id of a text of what-if reports. */
export type WhatIfTextId = keyof typeof WHAT_IF_TEXTS;

/** Says a text in the user's language. */
export type SayWhatIf = (id: WhatIfTextId, data?: MessageData) => string;

/** A speaker of what-if texts. */
export function whatIfSpeaker(messages: Messages): SayWhatIf {
  return messages.speaker("what-if", WHAT_IF_TEXTS);
}
