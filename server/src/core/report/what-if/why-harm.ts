import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { CauseResult, SimulatedResult } from "../../simulation/result/result.js";
import { topicsOf } from "../../simulation/scenario/topics.js";
import { recordsText } from "./harm.js";
import { isOverloaded } from "./keeping-up.js";
import { bytesText, timeText } from "./quantities.js";

/** Why records were lost, doubled, unordered, hidden or failed: each by its own cause and setting. */
export function harmSentences(say: SayWhatIf, result: SimulatedResult): readonly string[] {
  const { records, settings, retriedRecords, neverVisible, causes } = result;
  const sentences: string[] = lossSentences(say, result);
  const minInsync = minInsyncText(result);
  if (neverVisible > 0) sentences.push(say("why/invisible", { count: recordsText(say, neverVisible), minInsync }));
  if (records.duplicated > 0)
    sentences.push(say("why/duplicates-retry", { count: recordsText(say, records.duplicated) }));
  if (records.outOfOrder > 0) {
    const inFlight = String(settings["max.in.flight.requests.per.connection"] ?? "");
    const text = retriedRecords > 0 ? "why/unordered" : "why/unordered-connections";
    sentences.push(say(text, { count: recordsText(say, records.outOfOrder), inFlight }));
  }
  for (const cause of causes) sentences.push(failureSentence(say, result, cause));
  return sentences;
}

function minInsyncText({ scenario }: SimulatedResult): string {
  return [...new Set(topicsOf(scenario).map(({ minInsyncReplicas }) => minInsyncReplicas))].join(" / ");
}

function lossSentences(say: SayWhatIf, result: SimulatedResult): string[] {
  const { records, settings, scenario } = result;
  if (records.acknowledgedLost === 0) return [];
  const count = recordsText(say, records.acknowledgedLost);
  if (settings["acks"] === "0") return [say("why/lost-acks0", { count })];
  if (settings["acks"] !== "1") return [say("why/lost-unclean", { count, minInsync: minInsyncText(result) })];
  const isPlanned = scenario.faults.every(({ kind }) => PLANNED.has(kind));
  return [say(isPlanned ? "why/lost-acks1-moved" : "why/lost-acks1", { count })];
}

/** Leaders that move in good order. */
const PLANNED: ReadonlySet<string> = new Set(["restart", "rolling-restart", "move-leaders", "preferred-leaders"]);

/** A failure by what really was the matter, and how many of its records are stored nevertheless. */
function failureSentence(say: SayWhatIf, result: SimulatedResult, cause: CauseResult): string {
  const sentence = causeSentence(say, result, cause);
  if (cause.stored === 0) return sentence;
  return `${sentence} ${say("why/stored-failed", { count: recordsText(say, cause.stored) })}`;
}

function causeSentence(say: SayWhatIf, result: SimulatedResult, { cause, exception, records }: CauseResult): string {
  const { settings, scenario } = result;
  const data = {
    count: recordsText(say, records),
    exception,
    timeout: String(settings["delivery.timeout.ms"] ?? ""),
    maxBlock: String(settings["max.block.ms"] ?? ""),
    memory: bytesText(Number(settings["buffer.memory"] ?? 0)),
    batchSize: bytesText(Number(settings["batch.size"] ?? 0)),
    requestSize: bytesText(Number(settings["max.request.size"] ?? 0)),
    retries: String(settings["retries"] ?? ""),
    minInsync: minInsyncText(result),
    largest: [
      ...new Set(
        topicsOf(scenario).map((topic) => bytesText(topic.maxMessageBytes ?? scenario.cluster.messageMaxBytes)),
      ),
    ].join(" / "),
    brokers: unreachableLeaders(result),
    ms: timeText(scenario.workload.closeTimeoutMs),
  };
  if (/^NotEnoughReplicas/.test(exception)) return say("why/not-enough-replicas", data);
  if (cause === "unsent" && result.batches.splits > 0 && result.causes.some((one) => one.cause === "split"))
    return say("why/failed-split", data);
  if (cause === "unsent" && isOverloaded(result)) return say("why/failed-overload", data);
  return cause === "other" ? say("why/exception", data) : say(`why/failed-${cause}`, data);
}

/** Leaders of the partitions that never took a record. */
function unreachableLeaders({ partitions }: SimulatedResult): string {
  const leaders = partitions.filter(
    ({ storedOnce, failedAbsent, stored }) => failedAbsent > 0 && storedOnce + stored === 0,
  );
  return [...new Set(leaders.map(({ leader }) => leader))].sort((a, b) => a - b).join(", ");
}
