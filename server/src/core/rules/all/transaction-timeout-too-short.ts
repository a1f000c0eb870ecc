import { described, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, isOn, numberOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const TRANSACTION = "transaction.timeout.ms";
const DELIVERY = "delivery.timeout.ms";
/** The broker's default of transaction.max.timeout.ms. */
const BROKER_MAX_MS = 900_000;
/** What Kafka Streams works with (StreamsConfig.EOS_DEFAULT_TRANSACTION_TIMEOUT); less than that no change of a leader fits into. */
const SHORTEST_MS = 10_000;

export const transactionTimeoutTooShort: Rule = {
  meta: {
    id: "transaction-timeout-too-short",
    severity: "information",
    category: "time",
    summary: "A transaction that ends before delivery.timeout.ms is aborted while its records are still being retried.",
    sources: ["TransactionCoordinator", "KIP-98", "KIP-91"],
  },
  messages: {
    ...ADVICE_TITLES,
    short:
      "{transaction} is shorter than {delivery}: in an outage the coordinator aborts the transaction while its records are still being retried.",
    tiny: "{transaction} leaves a transaction no time for a slow request or a new leader: the coordinator aborts it and fences the producer. Kafka Streams works with 10000.",
  },
  check: (context) => {
    const place = (givenNumber(context, TRANSACTION) ?? givenNumber(context, DELIVERY))?.setting;
    const transactionMs = numberOf(context, TRANSACTION);
    const deliveryMs = context.evaluation.deliveryTimeoutMs;
    if (!context.document.byKey.has("transactional.id") || isOn(context, "transaction.two.phase.commit.enable"))
      return [];
    if (place === undefined || transactionMs === undefined || deliveryMs === undefined) return [];
    if (transactionMs <= 0 || transactionMs >= deliveryMs) return [];
    const isTiny = transactionMs < SHORTEST_MS;
    return [
      {
        messageId: isTiny ? "tiny" : "short",
        ...(isTiny ? { severity: "warning" } : {}),
        data: { transaction: described(context, TRANSACTION), delivery: described(context, DELIVERY) },
        key: place.key,
        span: valueOrKey(place),
        fixes: deliveryMs > BROKER_MAX_MS ? [] : [writeFix(context, TRANSACTION, deliveryMs.toString(), place)],
      },
    ];
  },
};
