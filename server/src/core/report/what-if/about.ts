import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import type { Scenario, ScenarioArrivals, ScenarioFault } from "../../simulation/scenario/scenario.js";
import type { Fact } from "../report-model.js";
import type { ReportContext } from "./context.js";
import { bytesText, short, timeText } from "./quantities.js";

/** What a report was made from. */
export function aboutFacts(context: ReportContext, result: SimulatedResult | undefined): readonly Fact[] {
  const { say, file, kafkaVersion, seeds } = context;
  const facts: Fact[] = [];
  const add = (label: string, value: string): void => void facts.push({ label, value });
  if (file !== undefined) add(say("about/file"), file);
  add(say("about/release"), kafkaVersion);
  if (result === undefined) return facts;
  const { scenario } = result;
  const { topic, cluster, faults } = scenario;
  add(say("about/scenario"), scenario.name);
  add(say("about/load"), loadText(say, scenario));
  add(
    say("about/topic"),
    say("topic", {
      partitions: topic.partitions,
      replication: topic.replicationFactor,
      minInsync: topic.minInsyncReplicas,
    }),
  );
  add(say("about/cluster"), say("cluster", { brokers: cluster.brokers, rtt: cluster.clientRttMs }));
  add(
    say("about/faults"),
    faults.length === 0 ? say("no-faults") : faults.map((one) => faultText(say, one)).join("; "),
  );
  add(say("about/time"), timeText(result.simulatedMs));
  add(say("about/seeds"), seeds.join(", "));
  return facts;
}

function loadText(say: SayWhatIf, { workload, durationMs }: Scenario): string {
  const { min, max } = workload.valueBytes;
  return say("load", {
    rate: rateText(workload.arrivals, durationMs),
    bytes: min === max ? bytesText(min) : `${bytesText(min)} … ${bytesText(max)}`,
    producers: workload.producers,
    sending: say(workload.sending === "sync" ? "sending/sync" : "sending/async"),
  });
}

function rateText(arrivals: ScenarioArrivals, durationMs: number): string {
  switch (arrivals.kind) {
    case "constant":
    case "perf-test":
      return short(arrivals.perSecond);
    case "burst":
      return `${short(arrivals.betweenPerSecond)} … ${short(arrivals.perSecond)}`;
    case "ramp":
      return `${short(arrivals.fromPerSecond)} → ${short(arrivals.toPerSecond)}`;
    case "diurnal":
      return `${short(arrivals.leastPerSecond)} … ${short(arrivals.mostPerSecond)}`;
    case "steps": {
      const records = arrivals.steps.reduce((sum, { forMs, perSecond }) => sum + (forMs * perSecond) / 1_000, 0);
      return short(records / (durationMs / 1_000));
    }
    default:
      return "…";
  }
}

/** A fault in a few words. */
export function faultText(say: SayWhatIf, fault: ScenarioFault): string {
  const data: Record<string, string | number> = {};
  if ("broker" in fault) data["broker"] = fault.broker;
  if ("producer" in fault) data["producer"] = fault.producer;
  if (fault.kind === "cut") data["between"] = fault.between.join(" – ");
  return say(`fault/${fault.kind}`, data);
}
