import type { Adjustment } from "../../config/evaluation.js";
import { adjustmentsOf, described, valueOrKey } from "../support.js";
import { IDEMPOTENT_VALUES } from "../idempotent-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const IDEMPOTENCE = "enable.idempotence";
const IN_FLIGHT = "max.in.flight.requests.per.connection";

export const idempotenceDisabled: Rule = {
  meta: {
    id: "idempotence-disabled",
    severity: "information",
    profiles: { durability: "warning" },
    category: "silent-change",
    since: "3.0.1",
    summary:
      "Idempotence is on by default, and the client switches it off when acks, retries or in-flight speak against it.",
    sources: ["ProducerConfig.postProcessAndValidateIdempotenceConfigs", "KIP-679", "KAFKA-13598"],
  },
  messages: {
    disabled:
      "{setting} switches idempotence off, which is on by default: retries may store a record twice or out of order.",
    set: "Set {key} to {value}, which keeps idempotence on",
    sayIt: "Write enable.idempotence=false to say that this is meant",
  },
  check: (context) => {
    if (context.evaluation.failures.some((failure) => failure.code === "transactional-id-without-idempotence"))
      return [];
    return adjustmentsOf(context, "idempotence-disabled").flatMap((adjustment) => reportOf(context, adjustment));
  },
};

function reportOf(context: RuleContext, adjustment: Adjustment): readonly Report[] {
  const key = adjustment.causedBy[0] ?? "";
  const setting = context.document.byKey.get(key);
  if (setting === undefined) return [];
  const value = IDEMPOTENT_VALUES[key] ?? "";
  const set: Fix = {
    titleId: "set",
    data: { key, value },
    safety: "suggestion",
    edits: context.document.edits.setValue(setting, value),
  };
  const sayIt: Fix = {
    titleId: "sayIt",
    safety: "suggestion",
    edits: context.document.edits.insert(IDEMPOTENCE, "false", setting),
  };
  return [
    {
      messageId: "disabled",
      data: { setting: described(context, key) },
      key,
      span: valueOrKey(setting),
      severity: key === IN_FLIGHT ? "warning" : "information",
      fixes: [set, sayIt],
      clientMessage: adjustment.log?.message,
    },
  ];
}
