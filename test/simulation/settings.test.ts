// Scripts and files lead to the same settings: the table of scripts is checked against core/config.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion, RELEASE_LINES } from "../../server/src/core/catalog/version.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { parseRelease } from "../../server/src/core/simulation/producer/settings.js";
import { settingsOfEvaluation } from "../../server/src/core/simulation/scenario/settings.js";
import type { ScriptError } from "../../server/src/core/simulation/script/script.js";
import { settingsFromScript } from "../../server/src/core/simulation/script/settings-from-script.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const REQUIRED = {
  "bootstrap.servers": "127.0.0.1:9092",
  "key.serializer": SERIALIZER,
  "value.serializer": SERIALIZER,
};

const config = fc.record(
  {
    acks: fc.constantFrom("all", "-1", "0", "1"),
    "enable.idempotence": fc.constantFrom("true", "false"),
    "linger.ms": fc.constantFrom("0", "5", "200000"),
    "batch.size": fc.constantFrom("0", "1", "65536"),
    "buffer.memory": fc.constantFrom("65536", "33554432"),
    "max.request.size": fc.constantFrom("1000", "1048576"),
    "max.in.flight.requests.per.connection": fc.constantFrom("1", "5", "6"),
    "max.block.ms": fc.constantFrom("0", "100"),
    retries: fc.constantFrom("0", "3", "2147483647"),
    "retry.backoff.ms": fc.constantFrom("0", "50", "100"),
    "partitioner.availability.timeout.ms": fc.constantFrom("0", "1000"),
    "reconnect.backoff.ms": fc.constantFrom("0", "50"),
    "request.timeout.ms": fc.constantFrom("1000", "200000"),
    "delivery.timeout.ms": fc.constantFrom("1000", "120000", "2147483647"),
  },
  { requiredKeys: [] },
);

it("for every release, whether or not the client starts", () => {
  fc.assert(
    fc.property(fc.constantFrom(...RELEASE_LINES), config, (line, chosen) => {
      const given = Object.fromEntries(Object.entries(chosen));
      const errors: ScriptError[] = [];
      const fromScript = settingsFromScript(given, parseRelease(line)!, errors);
      const evaluation = evaluate(new Map(Object.entries({ ...REQUIRED, ...given })), catalogFor(parseVersion(line)!));
      expect(evaluation.verdict, JSON.stringify(errors)).toBe(errors.length === 0 ? "ok" : "throws");
      if (errors.length === 0) expect(fromScript).toEqual(settingsOfEvaluation(evaluation));
    }),
    { numRuns: 500 },
  );
});
