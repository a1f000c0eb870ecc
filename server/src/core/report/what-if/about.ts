import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import { recordsInAll } from "../../simulation/scenario/arrival-pieces.js";
import type { Scenario, ScenarioFault } from "../../simulation/scenario/scenario.js";
import { meanValueBytes } from "../../simulation/scenario/value-bytes.js";
import type { Fact } from "../report-model.js";
import type { ReportContext } from "./context.js";
import { bytesText, short, timeText } from "./quantities.js";
import { topicsText } from "./topics.js";

/** What a report was made from. */
export function aboutFacts(context: ReportContext, result: SimulatedResult | undefined): readonly Fact[] {
  const { say, file, kafkaVersion, seeds } = context;
  const facts: Fact[] = [];
  const add = (label: string, value: string): void => void facts.push({ label, value });
  if (file !== undefined) add(say("about/file"), file);
  add(say("about/release"), kafkaVersion);
  if (result === undefined) return facts;
  const { scenario } = result;
  const { cluster, faults } = scenario;
  add(say("about/scenario"), scenario.name);
  add(say("about/load"), loadText(say, scenario));
  add(say("about/topic"), topicsText(say, scenario));
  add(say("about/cluster"), say("cluster", { brokers: cluster.brokers, rtt: cluster.clientRttMs }));
  add(
    say("about/faults"),
    faults.length === 0 ? say("no-faults") : faults.map((one) => wholeFaultText(say, one)).join("; "),
  );
  add(say("about/time"), timeText(result.simulatedMs));
  add(say("about/seeds"), seeds.join(", "));
  return facts;
}

function loadText(say: SayWhatIf, scenario: Scenario): string {
  const { workload } = scenario;
  const load = say("load", {
    rate: rateText(scenario),
    bytes: sizeText(scenario),
    producers: workload.producers,
    sending: say(workload.sending === "sync" ? "sending/sync" : "sending/async"),
  });
  const csvFile = "csvFile" in workload.arrivals ? workload.arrivals.csvFile : undefined;
  return csvFile === undefined ? load : `${load}; ${csvFile}`;
}

function sizeText(scenario: Scenario): string {
  const { arrivals, valueBytes } = scenario.workload;
  if (arrivals.kind === "recorded" || scenario.topics !== undefined) return `≈ ${bytesText(meanValueBytes(scenario))}`;
  const { min, max } = valueBytes;
  return min === max ? bytesText(min) : `${bytesText(min)} … ${bytesText(max)}`;
}

function rateText(scenario: Scenario): string {
  const { arrivals, producers } = scenario.workload;
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
    case "recorded":
    case "steps":
      return short(recordsInAll(scenario) / producers / (scenario.durationMs / 1_000));
  }
}

/** A fault in a few words. */
export function faultText(say: SayWhatIf, fault: ScenarioFault): string {
  const data: Record<string, string | number> = {};
  if ("broker" in fault) data["broker"] = fault.broker;
  if ("producer" in fault) data["producer"] = fault.producer;
  if (fault.kind === "idle-drop") {
    data["after"] = timeText(fault.afterMs);
    data["answer"] = say(`answer/${fault.answer}`);
  }
  if (fault.kind === "cut") data["between"] = fault.between.join(" – ");
  return say(`fault/${fault.kind}`, data);
}

function wholeFaultText(say: SayWhatIf, fault: ScenarioFault): string {
  if (fault.kind !== "crash" || fault.replicationStallMs === undefined) return faultText(say, fault);
  return say("fault/crash-stalled", { broker: fault.broker, stall: timeText(fault.replicationStallMs) });
}
