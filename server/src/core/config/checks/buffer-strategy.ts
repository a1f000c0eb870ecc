import { phrase } from "../../messages/phrase-texts.js";
import type { Draft } from "../draft.js";

/** 4.4: the rack-aware partitioner and the incremental allocation strategy. */
export function checkBufferStrategy(draft: Draft): void {
  checkRack(draft);
  checkIncremental(draft);
}

function checkRack(draft: Draft): void {
  const rack = draft.string("client.rack");
  if (draft.boolean("partitioner.rack.aware") !== true || rack === undefined || rack.trim() !== "") return;
  draft.failConfig("construct", {
    code: "rack-missing",
    key: "client.rack",
    relatedKeys: ["partitioner.rack.aware"],
    message: "client.rack must be provided if partitioner.rack.aware is enabled",
  });
}

function checkIncremental(draft: Draft): void {
  const key = "buffer.memory.allocation.strategy";
  if (draft.string(key)?.toLowerCase() !== "incremental") return;
  const batchSize = draft.number("batch.size");
  if (batchSize !== undefined && batchSize < 16_384) {
    draft.adjust(
      {
        code: "incremental-buffer-fallback",
        key,
        causedBy: [key, "batch.size"],
        value: "full",
        log: { level: "WARN", message: fallbackMessage(batchSize) },
        data: {},
      },
      phrase("note/small-batch"),
    );
    return;
  }
  if (draft.string("compression.type") === "none") return;
  const message =
    "The incremental buffer.memory.allocation.strategy does not support compression yet. compression.type must be set to none.";
  draft.failConfig("construct", { code: "incremental-buffer", key, relatedKeys: ["compression.type"], message });
}

function fallbackMessage(batchSizeBytes: number): string {
  return (
    "Ignoring buffer.memory.allocation.strategy=incremental and falling back to full: " +
    `batch.size is ${Math.max(1, batchSizeBytes)} bytes, below the 16384 byte chunk size, so a batch cannot fill a single chunk.`
  );
}
