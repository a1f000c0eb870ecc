import type { CompressedBatch } from "../producer/compression.js";
import { BATCH_HEADER_BYTES } from "../producer/sizes.js";
import { partitionName } from "./scripted-node.js";
import type { ScriptCompressedBatch, ScriptError } from "./script.js";

/** What the script's codec made of batches: data of the script, for the model has no codec. */
export class CompressedSizes {
  readonly #bytes: ReadonlyMap<string, number>;
  #missing: ScriptError | undefined;

  constructor(compressed: readonly ScriptCompressedBatch[]) {
    this.#bytes = new Map(
      compressed.map(({ tp, first, records, bytes }) => [nameOf(tp, first, records), bytes - BATCH_HEADER_BYTES]),
    );
  }

  /** The first batch that was made and whose size is not told. */
  get missing(): ScriptError | undefined {
    return this.#missing;
  }

  /** Compressed bytes by raw bytes. */
  ratioOf({ partition, records, rawBytes }: CompressedBatch): number {
    const tp = partitionName(partition);
    const bytes = this.#bytes.get(nameOf(tp, records[0] ?? -1, records.length));
    if (bytes !== undefined) return bytes / rawBytes;
    const expected = `the size of the batch of ${tp} with ${records.length} records from ${records[0] ?? -1}`;
    this.#missing ??= { code: "missing", path: "compressed", expected };
    return 1;
  }
}

function nameOf(tp: string, first: number, records: number): string {
  return `${tp} ${first} ${records}`;
}
