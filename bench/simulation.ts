// How fast the simulation is: node scripts/bench-simulation.mjs. Prints a table; nothing here fails.
import { simulateText } from "../server/src/core/report/simulate.js";
import { quantile } from "./figure.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

interface Measured {
  readonly records: number;
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** One run of the default scenario with so many records at a rate; CPU time, because other processes may be about. */
function measure(records: number, perSecond: number): Measured {
  const scenario = {
    durationMs: (records / perSecond) * 1_000,
    workload: { arrivals: { kind: "constant", perSecond } },
    limits: { records: 50_000_000 },
  };
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const result = simulateText(TEXT, scenario);
  const { user, system } = process.cpuUsage(cpu);
  if (result.outcome !== "simulated" || !result.complete) throw new Error("the simulation did not end");
  return { records: result.records.sent, cpuMs: (user + system) / 1_000, wallMs: performance.now() - wall };
}

function row(name: string, records: number, perSecond: number, runs: number): string {
  const measured = Array.from({ length: runs }, () => measure(records, perSecond));
  const median = (pick: (one: Measured) => number): number => quantile(measured.map(pick), 0.5);
  const perSecondMillions = median((one) => one.records / one.cpuMs / 1_000);
  const memory = process.memoryUsage().rss / 1_048_576;
  return `| ${name} | ${records} | ${median(({ cpuMs }) => cpuMs).toFixed(0)} ms | ${median(({ wallMs }) => wallMs).toFixed(0)} ms | ${perSecondMillions.toFixed(2)} million/s | ${memory.toFixed(0)} MiB |`;
}

function main(): void {
  measure(300_000, 10_000);
  console.log("| scenario | records | CPU (median) | wall (median) | records per CPU second | memory after |");
  console.log("| --- | --- | --- | --- | --- | --- |");
  console.log(row("default, 10,000/s", 100_000, 10_000, 9));
  console.log(row("default, 10,000/s", 1_000_000, 10_000, 5));
  console.log(row("60 s of 100,000/s", 6_000_000, 100_000, 3));
  console.log(row("default, 10,000/s", 10_000_000, 10_000, 1));
}

main();
