import type { RefusedResult, SimulatedResult, SimulateResult } from "../../core/simulation/result/result.js";
import { bytesText, failureLine, fateLines, percent, short, stageRows, unfinished, whole } from "./simulate-facts.js";
import type { Style } from "./style.js";

const BAR_COLUMNS = 24;

/** The result for people: what became of the records first, then how fast and why. */
export function formatSimulateText(file: string, result: SimulateResult, style: Style): string {
  switch (result.outcome) {
    case "simulated":
      return simulatedText(file, result, style);
    case "refused":
      return refusedText(file, result, style);
    case "bad-scenario":
      return "";
  }
}

function refusedText(file: string, { kafkaVersion, error }: RefusedResult, style: Style): string {
  const head = `${style("underline", file)}  Kafka ${kafkaVersion}\n`;
  const hint = `Nothing to simulate. ackwise lint shows where, ackwise fix repairs what is safe to repair.\n`;
  return `${head}${style("red", "The producer does not start:")} ${error.message}\n${hint}`;
}

function simulatedText(file: string, result: SimulatedResult, style: Style): string {
  const { scenario, kafkaVersion, seed } = result;
  const head = `${style("underline", file)}  Kafka ${kafkaVersion}, scenario ${scenario.name}, seed ${seed}\n`;
  const stopped = unfinished(result);
  const warning = stopped === undefined ? "" : `${style("red", "Incomplete:")} ${stopped}\n`;
  return [
    head,
    warning,
    fatesText(result, style),
    "\n",
    speedText(result, style),
    stagesText(result, style),
    "\n",
    workText(result, style),
    notesText(result, style),
  ].join("");
}

function fatesText(result: SimulatedResult, style: Style): string {
  const { sent } = result.records;
  const lines = fateLines(result);
  const failures = result.failures.map((failure) => `  ${failureLine(failure)}\n`).join("");
  if (lines.every(({ bad }) => !bad))
    return `${style("green", `${whole(sent)} records sent, every one acknowledged and stored once.`)}\n`;
  const width = whole(sent).length;
  const rows = lines.map(({ bad, count, text }) => {
    const row = `${whole(count).padStart(width)}  ${text} (${percent(count / sent)})`;
    return `  ${bad ? style("red", row) : row}\n`;
  });
  const heading = failures === "" ? "" : `${style("bold", "What the application sees:")}\n${failures}`;
  return `${whole(sent)} records sent:\n${rows.join("")}${heading}`;
}

function speedText({ throughput, latencyMs, endToEndMs, simulatedMs }: SimulatedResult, style: Style): string {
  const { recordsPerSecond, valueMebibytesPerSecond } = throughput;
  const { mean, p50, p99, p999, max } = latencyMs;
  return (
    `${style("bold", "Throughput")}  ${short(recordsPerSecond)} records/s, ${short(valueMebibytesPerSecond)} MiB/s over ${short(simulatedMs / 1_000)} s\n` +
    `${style("bold", "Latency")}     mean ${short(mean)} ms, p50 ${short(p50)}, p99 ${short(p99)}, p99.9 ${short(p999)}, max ${short(max)} ms (send() to callback)\n` +
    `${style("bold", "End to end")}  mean ${short(endToEndMs.mean)} ms, p50 ${short(endToEndMs.p50)}, p99 ${short(endToEndMs.p99)}, p99.9 ${short(endToEndMs.p999)}, max ${short(endToEndMs.max)} ms (send() to consumer)\n`
  );
}

/** Where the mean latency comes from; stages that take no time are left out. */
function stagesText(result: SimulatedResult, style: Style): string {
  const rows = stageRows(result).filter(({ mean }) => mean > 0);
  return rows
    .map(({ name, mean, share }) => {
      const bar = "█".repeat(Math.round(share * BAR_COLUMNS)).padEnd(BAR_COLUMNS);
      return `  ${name.padEnd(21)} ${short(mean).padStart(7)} ms ${style("cyan", bar)} ${percent(share)}\n`;
    })
    .join("");
}

function workText(result: SimulatedResult, style: Style): string {
  const { batches, requests, buffer, retriedRecords } = result;
  const closes = requests.connectionsClosed > 0 ? `, ${whole(requests.connectionsClosed)} connections closed` : "";
  const splits = batches.splits > 0 ? `, ${whole(batches.splits)} split` : "";
  return (
    `${style("bold", "Batches")}     ${short(batches.recordsMean)} records and ${bytesText(batches.bytesMean)} on average, ${percent(batches.fill)} of batch.size${splits}\n` +
    `${style("bold", "Requests")}    ${short(requests.perSecond)}/s with ${short(requests.recordsMean)} records in ${short(requests.batchesMean)} batches, answered in ${short(requests.latencyMs.mean)} ms (p99 ${short(requests.latencyMs.p99)})${closes}\n` +
    `${style("bold", "Memory")}      at most ${bytesText(buffer.mostBytes)} of ${bytesText(buffer.totalBytes)} (${percent(buffer.mostBytes / buffer.totalBytes)})\n` +
    `${style("bold", "Retries")}     ${whole(retriedRecords)} records\n`
  );
}

function notesText({ approximations, dependsOn }: SimulatedResult, style: Style): string {
  const notes = [
    ...dependsOn.map(({ key, reason }) => `taken to start although it depends on the machine: ${key}: ${reason}`),
    ...approximations.map(({ key, text }) => (key === undefined ? text : `${key}: ${text}`)),
  ];
  const lines = notes.map((note) => `  ${note}\n`).join("");
  return `\n${style("gray", "Limits of this simulation (docs/simulation.md):")}\n${style("gray", lines.trimEnd())}\n`;
}
