import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogData, catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion, RELEASE_LINES } from "../../server/src/core/catalog/version.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { unusedKeys } from "../../server/src/core/config/unused-keys.js";
import "../support/property-runs.js";

const KEYS = [...Object.keys(catalogData.keys), ...catalogData.extraKeys.map((entry) => entry.pattern)];
const PIECES = [
  ...[
    "",
    " ",
    ",",
    ":",
    ";",
    "=",
    "/",
    "//",
    "/*",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "${",
    "\\",
    '"',
    "'",
    "-",
    ".",
    "1",
    "0x",
    "e",
  ],
  ...[
    "true",
    "all",
    "SSL",
    "SASL_SSL",
    "SASL_PLAINTEXT",
    "PLAIN",
    "OAUTHBEARER",
    "GSSAPI",
    "PEM",
    "BEGIN",
    "END",
    "CERTIFICATE",
  ],
  ...[
    "org.apache.kafka.common.security.plain.PlainLoginModule required",
    "org.apache.kafka.common.security.oauthbearer.",
  ],
  ...[
    "OAuthBearerLoginModule required",
    "OAuthBearerLoginCallbackHandler",
    "java.lang.String",
    "localhost:9092",
    "http://x",
  ],
  ...["a", "é", "😀", "\u0000", "\u00a0", "\n", "\ud800", "٣", "__proto__", "constructor"],
];

const value = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary" }),
);
const settings = fc
  .array(
    fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: value }), value),
    {
      maxLength: 12,
    },
  )
  .map((entries) => new Map(entries));
const release = fc.constantFrom(...RELEASE_LINES).map((text) => parseVersion(text)!);

test("every file has a verdict that follows from its failures", () => {
  fc.assert(
    fc.property(settings, release, (given, version) => {
      const evaluation = evaluate(given, catalogFor(version));
      const { failures, error, verdict } = evaluation;
      expect(error).toBe(failures.find((failure) => failure.certainty === "certain"));
      expect(verdict).toBe(error !== undefined ? "throws" : failures.length > 0 ? "unknown" : "ok");
      for (const { key, part } of failures) {
        if (part === undefined) continue;
        expect(part.start).toBeLessThanOrEqual(part.end);
        expect(part.end).toBeLessThanOrEqual(given.get(key)?.length ?? 0);
      }
      expect(evaluate(given, catalogFor(version))).toEqual(evaluation);
      unusedKeys(evaluation);
    }),
  );
});

const LENGTH = 10_000;
/** Far above what a busy machine needs for one pass, far below what a pass per character would take. */
const SLOW_MS = 5_000;

test.each([
  "a",
  "1",
  ",",
  " ",
  "[",
  "(",
  "(?",
  "\\",
  '"',
  "'",
  "${",
  "${a:",
  ":",
  "/*",
  "-",
  "BEGIN CERTIFICATE-",
  "٣",
  "a,",
])("%j over and over keeps no setting busy", (piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  const given = new Map(KEYS.map((key) => [key, `${text}!`]));
  given.set("config.providers", `${",".repeat(LENGTH)}a`);
  given.set("config.providers.a.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
  given.set("security.protocol", "SASL_SSL");
  given.set("sasl.mechanism", "OAUTHBEARER");
  given.set("metrics.sample.window.ms", "9".repeat(LENGTH));
  const started = performance.now();
  evaluate(given, catalogFor(parseVersion("4.3.1")!));
  expect(performance.now() - started).toBeLessThan(SLOW_MS);
});
