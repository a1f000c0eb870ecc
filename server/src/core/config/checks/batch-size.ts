import { phrase } from "../../messages/phrase-texts.js";
import type { Draft } from "../draft.js";

/** KAFKA-14303 (3.3.2): a batch size of zero, which switches batching off, is used as one. */
export function checkBatchSize(draft: Draft): void {
  const key = "batch.size";
  if (!draft.since("3.3.2") || draft.number(key) !== 0) return;
  draft.adjust(
    { code: "batch-size-one", key, causedBy: [key], value: "1", log: undefined, data: {} },
    phrase("note/batch-of-one"),
  );
}
