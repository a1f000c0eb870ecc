import type { Draft } from "../draft.js";

/**
 * From 3.3 the serializers are looked for before anything else (ProducerConfig.appendSerializerToConfig).
 * Earlier releases miss them while parsing, which `values.ts` does.
 */
export function checkRequiredSerializers(draft: Draft): void {
  if (!draft.since("3.3.0")) return;
  for (const key of ["key.serializer", "value.serializer"]) {
    if (draft.isSet(key)) continue;
    const message = `Invalid value null for configuration ${key}: must be non-null.`;
    draft.failConfig("bare", { code: "missing-setting", key, message });
  }
}
