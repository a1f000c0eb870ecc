import fc from "fast-check";

const PIECES = [
  "acks", "linger.ms", "delivery.timeout.ms", "bootstrap.servers", "all", "1", "0", "a:9092", "=", ":", " ", "\t", "\f", "\\", "\\\\", "\\u0041",
  "\\u00", "\\n", "#", "!", "\n", "\r", "\r\n", "\\\n", "\\\r\n", ",", '"', ";", "${file:/x:y}", "\u00a0", "\u0000", "é", "😀", "\ufeff", "ackwise-disable-file",
] as const; // prettier-ignore

/** Texts rich in everything that matters to a `.properties` parser. */
export const propertiesText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));
