import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { TopicResult } from "../../simulation/result/result.js";
import type { Scenario } from "../../simulation/scenario/scenario.js";
import { topicsOf } from "../../simulation/scenario/topics.js";
import type { ReportCell, ReportTable } from "../report-model.js";
import { byConfiguration, numberColumn, wordColumn } from "./by-configuration.js";
import type { SimulatedVariant } from "./context.js";
import { recordsText } from "./harm.js";
import { percentText, timeText, whole } from "./quantities.js";

/** More topics than this are not told one by one. */
const MOST_TOLD = 5;

/** The topics of a scenario in words. */
export function topicsText(say: SayWhatIf, scenario: Scenario): string {
  const topics = topicsOf(scenario);
  const told = topics.slice(0, MOST_TOLD).map(({ name, share, partitions, replicationFactor, minInsyncReplicas }) => {
    const shape = say("topic", { partitions, replication: replicationFactor, minInsync: minInsyncReplicas });
    return topics.length === 1 ? shape : say("topic-of-several", { name, share: percentText(share), shape });
  });
  return topics.length > MOST_TOLD ? `${told.join("; ")}; …` : told.join("; ");
}

/** What may become of records that should not; a column each, where it does. */
const HARMS = [
  { id: "lost", count: ({ acknowledgedLost }: TopicResult) => acknowledgedLost },
  { id: "duplicates", count: ({ duplicated }: TopicResult) => duplicated },
  { id: "unordered", count: ({ outOfOrder }: TopicResult) => outOfOrder },
  {
    id: "failed",
    count: ({ failedAbsent, failedStored, failedBeforeSending }: TopicResult) =>
      failedAbsent + failedStored + failedBeforeSending,
  },
  { id: "pending", count: ({ pending }: TopicResult) => pending },
] as const;

/** What becomes of the records by topic, means over the seeds; undefined with one topic. */
export function topicsTable(say: SayWhatIf, variants: readonly SimulatedVariant[]): ReportTable | undefined {
  const all = variants.flatMap(({ results }) => results[0]?.topics ?? []);
  const harms = HARMS.filter(({ count }) => all.some((topic) => count(topic) > 0));
  return byConfiguration(say, variants, {
    caption: say("table/topics"),
    columns: [
      wordColumn(say("about/topic")),
      numberColumn(say("table/records")),
      ...harms.map(({ id }) => numberColumn(say(`measure/${id}`))),
      numberColumn(say("measure/p99")),
    ],
    rowsOf: ({ topics = [] }) =>
      topics.map((topic) => [
        { text: topic.topic },
        { text: whole(topic.sent) },
        ...harms.map(({ count }): ReportCell => {
          const records = count(topic);
          const text = recordsText(say, records);
          return records > 0 ? { text, tone: "bad" } : { text };
        }),
        { text: timeText(topic.latencyMs.p99) },
      ]),
  });
}
