import { atMost, phrase } from "../../messages/phrase-texts.js";
import type { SchemaCheck } from "../../schema/schema-check.js";
import type { Scenario, ScenarioSizes } from "./scenario.js";
import { topicsOf } from "./topics.js";

/** More partitions than this are not simulated. */
const MOST_PARTITIONS = 5_000;

/** What the schema cannot say of topics: they must fit into the cluster, and be told apart by their names. */
export function checkTopics(scenario: Scenario, check: SchemaCheck): void {
  const { cluster, topic, topics } = scenario;
  checkReplicas(topic, "topic", cluster.brokers, check);
  if (topics === undefined) return;
  const names = new Set<string>();
  topicsOf(scenario).forEach((one, index) => {
    const path = `topics[${index}]`;
    if (names.has(one.name)) check.note(`${path}.name`, one.name, phrase("allowed/other-name"));
    names.add(one.name);
    const written = topics[index];
    const { replicationFactor, valueBytes } = written ?? {};
    if (replicationFactor !== undefined) checkReplicas(one, path, cluster.brokers, check);
    if (valueBytes !== undefined) checkSizes(valueBytes, `${path}.valueBytes`, check);
  });
  const partitions = topicsOf(scenario).reduce((sum, one) => sum + one.partitions, 0);
  if (partitions > MOST_PARTITIONS)
    check.note("topics", partitions, phrase("allowed/partitions", { most: MOST_PARTITIONS }), {
      shown: phrase("shown/partitions", { count: partitions }),
    });
}

/** min.insync.replicas may be above the replicas, as in Kafka: what that does depends on the brokers' release. */
function checkReplicas(
  { replicationFactor }: Pick<Scenario["topic"], "replicationFactor">,
  path: string,
  brokers: number,
  check: SchemaCheck,
): void {
  if (replicationFactor > brokers)
    check.note(`${path}.replicationFactor`, replicationFactor, atMost("cluster.brokers", brokers));
}

/** Sizes from the smallest to the largest; median and p99 stand together, between them. */
export function checkSizes({ min, max, median, p99 }: ScenarioSizes, path: string, check: SchemaCheck): void {
  if (min > max) check.note(`${path}.min`, min, atMost(`${path}.max`, max));
  if (median === undefined && p99 === undefined) return;
  if (median === undefined || median < min || median > max)
    check.note(`${path}.median`, median, phrase("allowed/median", { min, max }));
  else if (p99 === undefined || p99 < median || p99 > max)
    check.note(`${path}.p99`, p99, phrase("allowed/p99", { median, max }));
}
