import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "max.in.flight.requests.per.connection";

export const inFlightOne: Rule = {
  meta: {
    id: "in-flight-one",
    severity: "information",
    profiles: { latency: "warning", throughput: "warning" },
    category: "ordering",
    summary: "An idempotent producer keeps the order with up to 5 requests in flight; one only costs throughput.",
    sources: ["ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION_DOC", "KAFKA-5494"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    one: "{setting} is not needed for the order of records: this producer is idempotent and keeps it with up to 5. One request at a time costs throughput.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written?.value !== 1 || !context.evaluation.idempotent) return [];
    return [adviceOn(context, written.setting, { messageId: "one", fixes: removeFix(context, KEY) })];
  },
};
