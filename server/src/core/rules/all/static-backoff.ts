import type { Adjustment } from "../../config/evaluation.js";
import { adjustmentsOf, described, valueOrKey } from "../support.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

export const staticBackoff: Rule = {
  meta: {
    id: "static-backoff",
    severity: "warning",
    category: "time",
    summary: "A backoff or connection timeout above its maximum, or without one, is not what the client uses.",
    sources: ["CommonClientConfigs.warnDisablingExponentialBackoff", "KIP-580", "KAFKA-13988"],
  },
  messages: {
    capped: "{base} is above {maximum}: the client uses {value} all the time.",
    alone: "{base} stands alone: the client waits the same time before every reconnect, without exponential growth.",
    raise: "Set {key} to {value}",
    write: "Write {key}={value}",
  },
  check: (context) => [
    ...adjustmentsOf(context, "retry-backoff-static", "connection-setup-timeout-static").flatMap((adjustment) =>
      capped(context, adjustment),
    ),
    ...adjustmentsOf(context, "reconnect-backoff-static").flatMap((adjustment) => alone(context, adjustment)),
  ],
};

function capped(context: RuleContext, adjustment: Adjustment): readonly Report[] {
  const [base = "", maximum = ""] = adjustment.causedBy;
  const { document } = context;
  const baseSetting = document.byKey.get(base);
  const setting = baseSetting ?? document.byKey.get(maximum);
  if (setting === undefined) return [];
  const value = String(adjustment.data["base"]);
  const maximumSetting = document.byKey.get(maximum);
  const fix: Fix =
    maximumSetting === undefined
      ? {
          titleId: "write",
          data: { key: maximum, value },
          safety: "suggestion",
          edits: document.edits.insert(maximum, value, setting),
        }
      : {
          titleId: "raise",
          data: { key: maximum, value },
          safety: "suggestion",
          edits: document.edits.setValue(maximumSetting, value),
        };
  return [
    {
      messageId: "capped",
      data: { base: described(context, base), maximum: described(context, maximum), value: adjustment.value },
      key: setting.key,
      span: valueOrKey(setting),
      severity: baseSetting === undefined ? "information" : "warning",
      fixes: [fix],
      clientMessage: adjustment.log?.message,
    },
  ];
}

/** Legal and often meant; the client itself warns from 3.7 on. */
function alone(context: RuleContext, adjustment: Adjustment): readonly Report[] {
  const setting = context.document.byKey.get(adjustment.causedBy[0] ?? "");
  // The rule reconnect-backoff-too-short says what 0 does.
  if (setting === undefined || Number(adjustment.value) === 0) return [];
  const maximum = context.catalog.keys.get(adjustment.key)?.defaultText ?? "1000";
  const value = Number(maximum) > Number(adjustment.value) ? maximum : adjustment.value;
  const edits = context.document.edits.insert(adjustment.key, value, setting);
  return [
    {
      messageId: "alone",
      data: { base: described(context, setting.key) },
      key: setting.key,
      span: valueOrKey(setting),
      severity: "information",
      fixes: [{ titleId: "write", data: { key: adjustment.key, value }, safety: "suggestion", edits }],
      clientMessage: adjustment.log?.message,
    },
  ];
}
