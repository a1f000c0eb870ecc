import type { PartitionInfo } from "../producer/partition-queue.js";
import type { Producer } from "../producer/producer.js";
import type { AppendOutcome } from "../producer/accumulator.js";
import type { ReleaseNumber } from "../producer/settings.js";
import { payloadBytes } from "../producer/sizes.js";
import type { TopicAppender } from "../producer/topic-appender.js";
import { keylessPartitioner, keysDecide, type PartitionerPlan } from "../partitioning/keyless.js";
import { partitionForKey } from "../partitioning/murmur2.js";
import type { ProducerScript, ScriptSend } from "./script.js";
import { ThreadRandom } from "./thread-random.js";

/** How a script's records without a partition are spread. */
export interface ScriptPartitioning {
  readonly release: ReleaseNumber;
  readonly plan: PartitionerPlan;
  /** partitioner.adaptive.partitioning.enable. */
  readonly adaptive: boolean;
}

/** A topic as the application sees it. */
interface SentTopic {
  readonly appender: TopicAppender;
  readonly partitionCount: number;
}

/** send() of a script's records: to the partition the script names, or where the release's partitioner puts it. */
export class ScriptedSends {
  /** The partition of the last record that was appended. */
  lastPartition: number = 0;
  readonly #producer: Producer;
  readonly #topics = new Map<string, SentTopic>();
  readonly #keysDecide: boolean;

  constructor(script: ProducerScript, batchSizeBytes: number, partitioning: ScriptPartitioning, producer: Producer) {
    const { release, plan, adaptive } = partitioning;
    this.#producer = producer;
    this.#keysDecide = keysDecide(plan);
    const random = new ThreadRandom(BigInt(script.seed ?? "0"));
    const draw = (bound: number): number => random.below(bound);
    const newBatch = {};
    for (const { name, leaders } of script.topics) {
      const view = viewOf(name, producer);
      const partitioner = keylessPartitioner(release, batchSizeBytes, view, draw, plan.choice, newBatch);
      const appender = producer.topicAppender(name, partitioner, adaptive && plan.choice === "built-in");
      this.#topics.set(name, { appender, partitionCount: leaders.length });
    }
  }

  /** The number under which the producer knows the record is its position in the script. */
  send(send: ScriptSend, nowMs: number): AppendOutcome {
    const record = this.#producer.records.add(payloadBytes(send.key ?? undefined, send.value), nowMs);
    const topic = this.#topics.get(send.topic);
    if (topic === undefined) throw new RangeError(`topic ${send.topic} is not known`);
    const partition = this.#partitionOf(send, topic);
    if (this.#producer.isTooLarge(record)) return topic.appender.refuse(partition);
    const outcome =
      partition < 0 ? topic.appender.appendKeyless(record, nowMs) : topic.appender.appendTo(partition, record, nowMs);
    this.lastPartition = topic.appender.lastPartition;
    return outcome;
  }

  /** The metadata changed. */
  onMetadata(): void {
    for (const [name, { appender }] of this.#topics) appender.setView(viewOf(name, this.#producer));
  }

  /** The partition, if it is settled before the partitioner for records without a key is asked; else -1. Keys are zeros. */
  #partitionOf({ partition, key }: ScriptSend, { partitionCount }: SentTopic): number {
    if (partition !== null) return partition;
    return key !== null && this.#keysDecide ? partitionForKey(new Uint8Array(key), partitionCount) : -1;
  }
}

function viewOf(topic: string, { partitions }: Producer): { partitionCount: number; available: number[] } {
  const queues = partitions.filter((queue) => queue.topic === topic);
  const available = queues.filter(({ leader }) => leader >= 0).map(({ partition }: PartitionInfo) => partition);
  return { partitionCount: queues.length, available };
}
