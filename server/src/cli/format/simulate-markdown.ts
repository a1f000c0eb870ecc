import type { Distribution, SimulatedResult, SimulateResult } from "../../core/simulation/result/result.js";
import { bytesText, failureLine, fateLines, percent, short, stageRows, unfinished, whole } from "./simulate-facts.js";

/** The result as a Markdown page, for merge requests and wikis. */
export function formatSimulateMarkdown(file: string, result: SimulateResult): string {
  const title = `# Simulation of ${plainText(file)}\n\n`;
  switch (result.outcome) {
    case "simulated":
      return title + simulatedMarkdown(result);
    case "refused":
      return `${title}Kafka ${result.kafkaVersion}: **the producer does not start.** ${plainText(result.error.message)}\n`;
    case "bad-scenario":
      return title;
  }
}

function simulatedMarkdown(result: SimulatedResult): string {
  const { scenario, kafkaVersion, seed, records, throughput, requests, batches, buffer } = result;
  const stopped = unfinished(result);
  const lines = [
    `Kafka ${kafkaVersion}, scenario ${plainText(scenario.name)}, seed ${seed}.${stopped === undefined ? "" : ` **Incomplete:** ${stopped}.`}`,
    `## Records\n\n${table(
      ["records", "what became of them", "share"],
      fateLines(result).map(({ count, text }) => [whole(count), text, percent(count / records.sent)]),
    )}`,
    ...(result.failures.length === 0 ? [] : [result.failures.map((failure) => `- ${failureLine(failure)}`).join("\n")]),
    `## Speed\n\n${table(
      ["what", "value"],
      [
        [
          "throughput",
          `${short(throughput.recordsPerSecond)} records/s, ${short(throughput.valueMebibytesPerSecond)} MiB/s`,
        ],
        [
          "batches",
          `${short(batches.recordsMean)} records, ${bytesText(batches.bytesMean)}, ${percent(batches.fill)} of batch.size`,
        ],
        ["requests", `${short(requests.perSecond)}/s, ${short(requests.recordsMean)} records each`],
        ["buffer.memory", `at most ${bytesText(buffer.mostBytes)} of ${bytesText(buffer.totalBytes)}`],
        ["retried records", whole(result.retriedRecords)],
      ],
    )}`,
    `## Latency in ms\n\n${table(["what", "mean", "p50", "p99", "p99.9", "max"], latencyRows(result))}`,
    table(
      ["stage", "mean", "p99", "share of the mean"],
      stageRows(result).map(({ name, mean, p99, share }) => [name, short(mean), short(p99), percent(share)]),
    ),
    `## Limits\n\n${result.approximations.map(({ key, text }) => `- ${key === undefined ? "" : `\`${key}\`: `}${text}`).join("\n")}`,
  ];
  return `${lines.join("\n\n")}\n`;
}

function latencyRows({ latencyMs, endToEndMs, requests }: SimulatedResult): string[][] {
  const row = (name: string, { mean, p50, p99, p999, max }: Distribution): string[] => [
    name,
    ...[mean, p50, p99, p999, max].map(short),
  ];
  return [
    row("send() to callback", latencyMs),
    row("send() to consumer", endToEndMs),
    row("request to answer", requests.latencyMs),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Names and messages are text, not Markdown. */
function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&").replace(/\s+/g, " ");
}
