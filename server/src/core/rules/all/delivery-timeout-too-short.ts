import { clientMessageOf, described, failuresOf, relatedSettings, spanOfFailure } from "../support.js";
import type { Report, Rule, RuleContext } from "../types.js";

const LINGER = "linger.ms";
const REQUEST = "request.timeout.ms";
const DELIVERY = "delivery.timeout.ms";

export const deliveryTimeoutTooShort: Rule = {
  meta: {
    id: "delivery-timeout-too-short",
    severity: "error",
    category: "time",
    since: "2.1.0",
    summary: "An explicit delivery.timeout.ms must be at least linger.ms + request.timeout.ms.",
    sources: ["KafkaProducer.configureDeliveryTimeout", "KIP-91"],
  },
  messages: {
    tooShort: "{linger} + {request} = {needed} > {delivery}: the producer does not start.",
    takesPart: "{key} takes part in the sum",
    raise: "Set delivery.timeout.ms to {needed}",
    lowerRequest: "Set request.timeout.ms to {requestMs}",
    remove: "Remove delivery.timeout.ms (the default is {defaultMs})",
  },
  check: (context) =>
    failuresOf(context, "delivery-timeout").map((failure): Report => {
      const needed = Number(failure.data["neededMs"]);
      return {
        messageId: "tooShort",
        data: {
          linger: described(context, LINGER),
          request: described(context, REQUEST),
          delivery: described(context, DELIVERY),
          needed,
        },
        key: DELIVERY,
        span: spanOfFailure(context, failure),
        related: relatedSettings(context, [LINGER, REQUEST], "takesPart"),
        fixes: fixesFor(context, needed),
        clientMessage: clientMessageOf(failure),
      };
    }),
};

function fixesFor(context: RuleContext, needed: number): Report["fixes"] & object {
  const { document, evaluation, catalog } = context;
  const delivery = document.byKey.get(DELIVERY);
  const request = document.byKey.get(REQUEST);
  if (delivery === undefined) return [];
  const deliveryMs = Number(evaluation.values.get(DELIVERY)?.value);
  const lingerMs = Number(evaluation.values.get(LINGER)?.value);
  const defaultMs = Number(catalog.keys.get(DELIVERY)?.defaultText);
  const raise = {
    titleId: "raise",
    data: { needed },
    safety: "safe",
    edits: document.edits.setValue(delivery, needed.toString()),
  } as const;
  const lower = deliveryMs - lingerMs;
  const lowerRequest =
    request === undefined || lower <= 0
      ? []
      : [
          {
            titleId: "lowerRequest",
            data: { requestMs: lower },
            safety: "suggestion",
            edits: document.edits.setValue(request, lower.toString()),
          } as const,
        ];
  const remove = {
    titleId: "remove",
    data: { defaultMs },
    safety: "suggestion",
    edits: document.edits.remove(delivery),
  } as const;
  return [raise, ...lowerRequest, ...(defaultMs >= needed ? [remove] : [])];
}
