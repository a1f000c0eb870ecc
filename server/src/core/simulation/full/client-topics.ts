import type { RandomStream } from "../engine/random.js";
import { keylessPartitioner } from "../partitioning/keyless.js";
import type { Producer } from "../producer/producer.js";
import type { TopicAppender } from "../producer/topic-appender.js";
import { Keys, type KeyPlan } from "../workload/keys.js";
import { TopicMix, type MixedTopic } from "../workload/topic-mix.js";
import { valueSizeSource } from "../workload/value-sizes.js";
import type { ClientPlan, TopicLoad, World } from "./client-plan.js";

/** The topics that one client sends to: with several, chance chooses one for each record. */
export class ClientTopics {
  /** What sends to the topic, or to the first. */
  readonly first: TopicAppender;
  /** Chooses between several, and counts; undefined with one. */
  readonly mix: TopicMix | undefined;
  /** Keys of the records of a single topic. */
  readonly keys: Keys | undefined;
  readonly #producer: Producer;
  readonly #appenders: readonly TopicAppender[];

  /** `stream`: a source of chance by its name. */
  constructor(producer: Producer, plan: ClientPlan, cluster: Cluster, stream: Stream) {
    const [first, ...others] = makeAppenders(producer, plan, cluster, stream);
    this.first = first;
    this.mix = makeMix(plan, cluster, stream);
    this.keys = this.mix === undefined ? makeKeys(plan.keys, plan.topic, cluster, stream("keys")) : undefined;
    this.#producer = producer;
    this.#appenders = [first, ...others];
  }

  /** What sends to a topic, by its place among several. */
  appender(topic: number): TopicAppender {
    return this.#appenders[topic] ?? this.first;
  }

  /** A partition has another leader: its topic's partitioner must know. */
  onLeader(partition: number): void {
    const { partitions } = this.#producer;
    const name = partitions[partition]?.topic;
    const ofTopic = partitions.filter(({ topic }) => topic === name);
    const available = ofTopic.filter(({ leader }) => leader >= 0).map((queue) => queue.partition);
    this.#appenders.find(({ topic }) => topic === name)?.setView({ partitionCount: ofTopic.length, available });
  }
}

type Cluster = World["cluster"];
type Stream = (name: string) => RandomStream;

/** What sends records to the topics, each with a partitioner's state of its own. */
function makeAppenders(
  producer: Producer,
  plan: ClientPlan,
  cluster: Cluster,
  stream: Stream,
): readonly [TopicAppender, ...TopicAppender[]] {
  const appender = (topic: string, of: string): TopicAppender =>
    makeAppender(producer, topic, plan, cluster, stream(`sticky partitioner${of}`));
  const [first, ...others] = plan.topics ?? [];
  if (first === undefined) return [appender(plan.topic, "")];
  return [appender(first.topic, ofTopic(first)), ...others.map((load) => appender(load.topic, ofTopic(load)))];
}

/** Every topic has chances of its own, so that another topic beside it changes none of them. */
function ofTopic({ topic }: TopicLoad): string {
  return ` of topic ${topic}`;
}

/** What chooses between several topics; undefined with one. */
function makeMix({ topics }: ClientPlan, cluster: Cluster, stream: Stream): TopicMix | undefined {
  if (topics === undefined) return undefined;
  const mixed = topics.map((load): MixedTopic => {
    const { share, values, topic } = load;
    const keys = makeKeys(load.keys, topic, cluster, stream(`keys${ofTopic(load)}`));
    return { share, nextValueBytes: valueSizeSource(values, stream(`sizes${ofTopic(load)}`)), keys };
  });
  return new TopicMix(mixed, stream("topics"));
}

function makeKeys(plan: KeyPlan, topic: string, cluster: Cluster, random: RandomStream): Keys | undefined {
  if (plan.kind === "none") return undefined;
  return new Keys(plan, cluster.partitions.filter((each) => each.topic === topic).length, random);
}

function makeAppender(
  producer: Producer,
  topic: string,
  { release, settings, partitioner: chosen, adaptivePartitioning }: ClientPlan,
  cluster: Cluster,
  random: RandomStream,
): TopicAppender {
  const available = cluster.partitions.filter((each) => each.topic === topic).map(({ number }) => number);
  const view = { partitionCount: available.length, available };
  const draw = (bound: number): number => random.below(bound);
  const partitioner = keylessPartitioner(release, settings.batchSizeBytes, view, draw, chosen?.choice);
  return producer.topicAppender(topic, partitioner, adaptivePartitioning);
}
