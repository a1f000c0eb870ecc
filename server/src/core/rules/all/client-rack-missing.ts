import { failuresOf, relatedSettings } from "../support.js";
import { failureReport, removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule } from "../types.js";

const RACK_AWARE = "partitioner.rack.aware";

export const clientRackMissing: Rule = {
  meta: {
    id: "client-rack-missing",
    severity: "error",
    category: "startup",
    since: "4.4.0",
    summary: "A rack-aware partitioner must know the client's own rack.",
    sources: ["KafkaProducer constructor of 4.4"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    missing:
      "partitioner.rack.aware is true, but client.rack does not say in which rack the client runs: the producer does not start.",
    takesPart: "{key} needs to know the rack",
  },
  check: (context) =>
    failuresOf(context, "rack-missing").map((failure): Report =>
      failureReport(context, failure, {
        messageId: "missing",
        related: relatedSettings(context, [RACK_AWARE], "takesPart"),
        fixes: removeFix(context, RACK_AWARE),
      }),
    ),
};
