import type { Adjustment } from "../../config/evaluation.js";
import type { Setting } from "../../dialects/types.js";
import { adjustmentsOf, described, valueOrKey } from "../support.js";
import { numberOf, textOf } from "../support-advice.js";
import { IDEMPOTENT_VALUES } from "../idempotent-values.js";
import type { Fix, Report, Rule, RuleContext, Severity } from "../types.js";
import { ownOf } from "../../text/own.js";

const IDEMPOTENCE = "enable.idempotence";
const ACKS = "acks";
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
    oneAnswer:
      "{setting}: if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent. This also switches idempotence off, which is on by default: retries may store a record twice or out of order.",
    oneTry:
      "{setting} and retries 0: if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent, and every passing error fails records. This also switches idempotence off, which is on by default.",
    noRetry:
      "{setting} switches idempotence off, which is on by default, and every passing error, such as a change of leader, fails records.",
    set: "Set {key} to {value}, which keeps idempotence on",
    setBoth: "Set acks to all and remove retries, which keeps idempotence on",
    sayIt: "Write enable.idempotence=false to say that this is meant",
  },
  check: (context) => {
    if (context.evaluation.failures.some((failure) => failure.code === "transactional-id-without-idempotence"))
      return [];
    // acks speaks for retries, and the rule acks-zero for acks=0.
    const adjustments = adjustmentsOf(context, "idempotence-disabled");
    const byAcks = adjustments.filter(({ causedBy }) => causedBy.includes(ACKS));
    if (byAcks.length > 0 && textOf(context, ACKS) === "0") return [];
    return (byAcks.length > 0 ? byAcks : adjustments).flatMap((adjustment) => reportOf(context, adjustment));
  },
};

function reportOf(context: RuleContext, adjustment: Adjustment): readonly Report[] {
  const key = adjustment.causedBy[0] ?? "";
  const setting = context.document.byKey.get(key);
  if (setting === undefined) return [];
  const sayIt: Fix = {
    titleId: "sayIt",
    safety: "suggestion",
    edits: context.document.edits.insert(IDEMPOTENCE, "false", setting),
  };
  return [
    {
      messageId: messageIdOf(context, setting),
      data: { setting: described(context, key) },
      key,
      span: valueOrKey(setting),
      severity: severityOf(setting),
      fixes: [keepOn(context, setting), sayIt],
      clientMessage: adjustment.log?.message,
    },
  ];
}

function keepOn(context: RuleContext, setting: Setting): Fix {
  const { byKey, edits } = context.document;
  const { key } = setting;
  const value = ownOf(IDEMPOTENT_VALUES, key) ?? "";
  const retries = messageIdOf(context, setting) === "oneTry" ? byKey.get("retries") : undefined;
  const set = { kind: "set", setting, value } as const;
  if (retries === undefined)
    return { titleId: "set", data: { key, value }, safety: "suggestion", edits: edits.write([set]) };
  const both = edits.write([set, { kind: "remove", setting: retries }]);
  return { titleId: "setBoth", safety: "suggestion", edits: both };
}

/** Only where there are retries can idempotence be missed. */
function messageIdOf(context: RuleContext, { key }: Setting): string {
  if (key === ACKS) return numberOf(context, "retries") === 0 ? "oneTry" : "oneAnswer";
  return key === "retries" ? "noRetry" : "disabled";
}

/** From 4.0 on too many requests in flight are an error. */
function severityOf({ key }: Setting): Severity {
  return key === IN_FLIGHT ? "warning" : "information";
}
