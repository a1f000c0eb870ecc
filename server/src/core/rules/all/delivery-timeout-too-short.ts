import { clientMessageOf, described, failuresOf, relatedSettings, spanOfFailure } from "../support.js";
import { numberOf } from "../support-advice.js";
import type { Setting } from "../../dialects/types.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

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
    requestAlone: "{request} alone is more than {delivery}: the producer does not start.",
    lingerAlone: "{linger} alone is more than {delivery}: the producer does not start.",
    takesPart: "{key} takes part in the sum",
    raise: "Set delivery.timeout.ms to {needed}",
    lowerRequest: "Set request.timeout.ms to {requestMs}",
    remove: "Remove delivery.timeout.ms (the default is {defaultMs})",
  },
  check: (context) =>
    failuresOf(context, "delivery-timeout").map((failure): Report => {
      const needed = Number(failure.data["neededMs"]);
      return {
        messageId: messageOf(context),
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

/** Whatever the broken or unknown part will be, the other one alone is too much. */
function messageOf({ evaluation: { values } }: RuleContext): "tooShort" | "requestAlone" | "lingerAlone" {
  if (!values.has(LINGER)) return "requestAlone";
  return values.has(REQUEST) ? "tooShort" : "lingerAlone";
}

/** The smallest request timeout that does not itself shorten what the brokers are given (replica.lag.time.max.ms is 30 s). */
const USUAL_REQUEST_MS = 30_000;
/** From here on delivery-timeout-too-long has something to say. */
const LONG_MS = 3_600_000;

/** Each leaves time for a retry, so that no-time-for-retry has nothing to add: at least two requests. */
function fixesFor(context: RuleContext, neededMs: number): readonly Fix[] {
  const { document, catalog } = context;
  const delivery = document.byKey.get(DELIVERY);
  const requestMs = numberOf(context, REQUEST) ?? USUAL_REQUEST_MS;
  if (delivery === undefined) return [];
  const defaultMs = Number(catalog.keys.get(DELIVERY)?.defaultText);
  const isEnough = defaultMs >= neededMs && defaultMs >= 2 * requestMs;
  const generousMs = Math.min(4 * requestMs >= neededMs ? 4 * requestMs : neededMs + 3 * requestMs, LONG_MS);
  const raised = Math.max(neededMs, generousMs);
  return [
    ...(isEnough ? removal(context, delivery, defaultMs) : []),
    ...lowerRequest(context),
    {
      titleId: "raise",
      data: { needed: raised },
      safety: "suggestion",
      edits: document.edits.setValue(delivery, raised.toString()),
    },
  ];
}

/** An earlier entry of the same key would come back. */
function removal({ document }: RuleContext, delivery: Setting, defaultMs: number): readonly Fix[] {
  if (document.settings.some(({ key, overridden }) => key === DELIVERY && overridden)) return [];
  return [{ titleId: "remove", data: { defaultMs }, safety: "suggestion", edits: document.edits.remove(delivery) }];
}

function lowerRequest(context: RuleContext): readonly Fix[] {
  const request = context.document.byKey.get(REQUEST);
  const deliveryMs = numberOf(context, DELIVERY) ?? 0;
  const lingerMs = numberOf(context, LINGER);
  if (request === undefined || lingerMs === undefined) return [];
  const requestMs = Math.min(deliveryMs - lingerMs, Math.floor(deliveryMs / 2));
  if (requestMs < USUAL_REQUEST_MS) return [];
  const edits = context.document.edits.setValue(request, requestMs.toString());
  return [{ titleId: "lowerRequest", data: { requestMs }, safety: "suggestion", edits }];
}
