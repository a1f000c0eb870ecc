import type { Adjustment } from "../../config/evaluation.js";
import { javaTrim } from "../../config/parse-value.js";
import type { Setting } from "../../dialects/types.js";
import { adjustmentsOf, described, valueOrKey } from "../support.js";
import { IDEMPOTENT_VALUES } from "../idempotent-values.js";
import type { Fix, Report, Rule, RuleContext, Severity } from "../types.js";
import { ownOf } from "../../text/own.js";

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
    noAnswer:
      "{setting} switches idempotence off, which is on by default. Without answers a written batch is never retried, so that there is nothing to protect.",
    noRetry:
      "{setting} switches idempotence off, which is on by default, and every passing error, such as a change of leader, fails records.",
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
  const value = ownOf(IDEMPOTENT_VALUES, key) ?? "";
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
      messageId: messageIdOf(setting),
      data: { setting: described(context, key) },
      key,
      span: valueOrKey(setting),
      severity: severityOf(setting),
      fixes: [set, sayIt],
      clientMessage: adjustment.log?.message,
    },
  ];
}

/** Only where there are retries can idempotence be missed. */
function messageIdOf({ key, value }: Setting): string {
  if (key === "acks" && javaTrim(value) === "0") return "noAnswer";
  return key === "retries" ? "noRetry" : "disabled";
}

/** From 4.0 on too many requests in flight are an error; what acks=0 costs is said by the rule acks-zero. */
function severityOf(setting: Setting): Severity {
  if (setting.key === IN_FLIGHT) return "warning";
  return messageIdOf(setting) === "noAnswer" ? "hint" : "information";
}
