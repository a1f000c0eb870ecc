import { described, relatedSettings, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, numberOf, writeFix } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const REQUEST = "max.request.size";
const MEMORY = "buffer.memory";

/** So that a second record can be filled while the largest one is sent. */
const RECORDS_IN_MEMORY = 2.5;
/** From here on huge-buffer has something to say. */
const HUGE_BYTES = 1_073_741_824;

/** Memory for two of the largest records and more, within what one machine should give; for the largest one at least. */
function memoryFor(requestBytes: number): string {
  return Math.max(requestBytes, Math.min(Math.ceil(RECORDS_IN_MEMORY * requestBytes), HUGE_BYTES)).toString();
}

export const recordAboveBuffer: Rule = {
  meta: {
    id: "record-above-buffer",
    severity: "warning",
    category: "batching",
    summary: "A record that max.request.size allows must also fit into buffer.memory.",
    sources: ["KafkaProducer.ensureValidRecordSize"],
  },
  messages: {
    ...ADVICE_TITLES,
    above: "{request} allows records that {memory} can never hold: those in between fail with RecordTooLargeException.",
    takesPart: "{key} is smaller",
  },
  check: (context) => {
    const requestBytes = numberOf(context, REQUEST);
    const memoryBytes = numberOf(context, MEMORY);
    const request = givenNumber(context, REQUEST);
    const place = (request ?? givenNumber(context, MEMORY))?.setting;
    if (requestBytes === undefined || memoryBytes === undefined || place === undefined) return [];
    if (requestBytes <= memoryBytes) return [];
    return [
      {
        messageId: "above",
        data: { request: described(context, REQUEST), memory: described(context, MEMORY) },
        key: place.key,
        span: valueOrKey(place),
        severity: request === undefined ? "information" : "warning",
        related: request === undefined ? [] : relatedSettings(context, [MEMORY], "takesPart"),
        fixes:
          request === undefined
            ? removeFix(context, MEMORY)
            : [
                writeFix(context, MEMORY, memoryFor(requestBytes), place),
                writeFix(context, REQUEST, Math.floor(memoryBytes / RECORDS_IN_MEMORY).toString()),
              ],
      },
    ];
  },
};
