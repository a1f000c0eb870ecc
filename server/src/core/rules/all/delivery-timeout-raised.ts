import { adjustmentsOf, described, relatedSettings, valueOrKey, firstLine } from "../support.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const LINGER = "linger.ms";
const REQUEST = "request.timeout.ms";
const DELIVERY = "delivery.timeout.ms";

export const deliveryTimeoutRaised: Rule = {
  meta: {
    id: "delivery-timeout-raised",
    severity: "warning",
    category: "time",
    since: "2.1.0",
    summary: "Without an explicit delivery.timeout.ms the client raises it to linger.ms + request.timeout.ms.",
    sources: ["KafkaProducer.configureDeliveryTimeout", "KIP-91"],
  },
  messages: {
    raised:
      "{linger} + {request} exceeds the default delivery.timeout.ms {defaultMs}: the client works with {effective} instead and logs it at WARN.",
    takesPart: "{key} takes part in the sum",
    write: "Set delivery.timeout.ms to {effective}, which is what the client uses",
  },
  check: (context) =>
    adjustmentsOf(context, "delivery-timeout-raised").map((adjustment): Report => {
      const setting = largest(context);
      return {
        messageId: "raised",
        data: {
          linger: described(context, LINGER),
          request: described(context, REQUEST),
          defaultMs: context.catalog.keys.get(DELIVERY)?.defaultText ?? "",
          effective: adjustment.value,
        },
        key: setting?.key ?? DELIVERY,
        span: setting === undefined ? firstLine(context) : valueOrKey(setting),
        related: relatedSettings(
          context,
          [LINGER, REQUEST].filter((key) => key !== setting?.key),
          "takesPart",
        ),
        fixes: [writeOut(context, adjustment.value)],
        clientMessage: adjustment.log?.message,
      };
    }),
};

/** The larger of the two values that stand in the file is the one to look at. */
function largest(context: RuleContext): ReturnType<RuleContext["document"]["byKey"]["get"]> {
  const settings = [REQUEST, LINGER].flatMap((key) => context.document.byKey.get(key) ?? []);
  const value = (key: string): number => Number(context.evaluation.values.get(key)?.value ?? 0);
  return settings.sort((a, b) => value(b.key) - value(a.key))[0];
}

function writeOut(context: RuleContext, effective: string): Fix {
  const edits = context.document.edits.insert(DELIVERY, effective, largest(context));
  return { titleId: "write", data: { effective }, safety: "safe", edits };
}
