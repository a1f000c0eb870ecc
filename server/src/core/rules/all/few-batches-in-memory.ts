import { described, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, numberOf, textOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const BATCH = "batch.size";
const MEMORY = "buffer.memory";
/** Fewer batches than a topic usually has partitions. */
const FEW = 16;
const LARGEST_ADVISED_BYTES = 1_073_741_824;

export const fewBatchesInMemory: Rule = {
  meta: {
    id: "few-batches-in-memory",
    severity: "information",
    category: "batching",
    summary: "Every open batch takes a whole batch.size from buffer.memory: with room for a few only, send() waits.",
    sources: ["BufferPool.allocate", "RecordAccumulator.append"],
  },
  messages: {
    ...ADVICE_TITLES,
    few: "Batches that fit into {memory}: {count}, at {batch} each. Every partition in use takes a whole one; with more partitions send() waits.",
  },
  check: (context) => {
    const memoryBytes = numberOf(context, MEMORY);
    const batchBytes = numberOf(context, BATCH);
    const place = (givenNumber(context, BATCH) ?? givenNumber(context, MEMORY))?.setting;
    if (memoryBytes === undefined || batchBytes === undefined || place === undefined) return [];
    if (batchBytes > memoryBytes || memoryBytes >= FEW * batchBytes) return [];
    if (textOf(context, "buffer.memory.allocation.strategy")?.toLowerCase() === "incremental") return [];
    const wanted = FEW * batchBytes;
    return [
      {
        messageId: "few",
        data: {
          memory: described(context, MEMORY),
          batch: described(context, BATCH),
          count: Math.floor(memoryBytes / batchBytes),
        },
        key: place.key,
        span: valueOrKey(place),
        fixes: wanted > LARGEST_ADVISED_BYTES ? [] : [writeFix(context, MEMORY, wanted.toString(), place)],
      },
    ];
  },
};
