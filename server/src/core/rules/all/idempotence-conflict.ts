import type { Failure } from "../../config/evaluation.js";
import { clientMessageOf, described, failuresOf, relatedSettings, spanOfFailure } from "../support.js";
import { IDEMPOTENT_VALUES } from "../idempotent-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

const IDEMPOTENCE = "enable.idempotence";

export const idempotenceConflict: Rule = {
  meta: {
    id: "idempotence-conflict",
    severity: "error",
    category: "startup",
    summary: "An idempotent producer needs acks=all, retries above 0 and at most 5 requests in flight.",
    sources: ["ProducerConfig.postProcessAndValidateIdempotenceConfigs", "KIP-98", "KIP-679", "KAFKA-17927"],
  },
  messages: {
    explicit: "{setting} contradicts {cause}: the producer does not start.",
    byDefault: "{setting} contradicts idempotence, which is on by default: from 4.0 the producer does not start.",
    asks: "{key} asks for idempotence",
    set: "Set {key} to {value}",
    removeKey: "Remove {key} (the default is {value})",
    disable: "Set enable.idempotence to false",
    disableByWriting: "Write enable.idempotence=false",
  },
  check: (context) => failuresOf(context, "idempotence-conflict").map((failure) => reportOf(context, failure)),
};

function reportOf(context: RuleContext, failure: Failure): Report {
  const cause = failure.relatedKeys[0];
  return {
    messageId: cause === undefined ? "byDefault" : "explicit",
    data: { setting: described(context, failure.key), cause: cause === undefined ? "" : described(context, cause) },
    key: failure.key,
    span: spanOfFailure(context, failure),
    related: relatedSettings(context, failure.relatedKeys, "asks"),
    fixes: fixesFor(context, failure),
    clientMessage: clientMessageOf(failure),
  };
}

function fixesFor(context: RuleContext, failure: Failure): readonly Fix[] {
  const { document, catalog } = context;
  const setting = document.byKey.get(failure.key);
  const value = ownOf(IDEMPOTENT_VALUES, failure.key);
  if (setting === undefined || value === undefined) return [];
  const fixes: Fix[] = [
    {
      titleId: "set",
      data: { key: failure.key, value },
      safety: "safe",
      edits: document.edits.setValue(setting, value),
    },
  ];
  const idempotence = document.byKey.get(IDEMPOTENCE);
  if (document.byKey.has("transactional.id")) return fixes;
  if (idempotence !== undefined) {
    fixes.push({ titleId: "disable", safety: "suggestion", edits: document.edits.setValue(idempotence, "false") });
  } else if (catalog.keys.has(IDEMPOTENCE)) {
    const edits = document.edits.insert(IDEMPOTENCE, "false", setting);
    fixes.push({ titleId: "disableByWriting", safety: "suggestion", edits });
  }
  return fixes;
}
