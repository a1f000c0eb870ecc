import { valueIn, historyOf } from "../../catalog/catalog.js";
import { latestVersion } from "../../catalog/version.js";
import type { Draft } from "../draft.js";

/** Up to 3.2 the codec name is looked up in the constructor's body (CompressionType.forName); later ConfigDef validates it. */
export function checkCompression(draft: Draft): void {
  const name = draft.string("compression.type");
  if (draft.since("3.3.0") || name === undefined) return;
  const validator = valueIn(historyOf("compression.type")?.validator ?? [], latestVersion());
  const codecs = validator?.kind === "oneOf" ? validator.values : [];
  if (codecs.includes(name)) return;
  draft.fail("construct", {
    code: "not-a-choice",
    key: "compression.type",
    cause: { class: "IllegalArgumentException", message: `Unknown compression name: ${name}` },
    data: { choices: codecs.join(", ") },
  });
}
