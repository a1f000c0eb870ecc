import type { KeySpec } from "../catalog/types.js";
import { isAtLeast, type KafkaVersion } from "../catalog/version.js";
import { nearestOf } from "./support-values.js";
import { ownOf } from "../text/own.js";

/** What a refused value of a setting with fixed values is likely to mean, and why it is refused. */
export interface ChoiceReading {
  readonly cause: "empty" | "wrongCase" | "brokerValue" | "replicas" | "removed" | "tooNew" | "notAChoice";
  /** The value that is meant; undefined when it cannot be guessed. */
  readonly meant: string | undefined;
  /** The release for `removed` and `tooNew`. */
  readonly release: string | undefined;
}

/** Words that people write for a value of a key, from other tools and from the broker's configuration. */
const MEANT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  acks: {
    "+1": "1",
    "01": "1",
    leader: "1",
    one: "1",
    "00": "0",
    none: "0",
    quorum: "all",
    majority: "all",
    "-01": "-1",
  },
  "compression.type": {
    producer: "none",
    uncompressed: "none",
    "": "none",
    false: "none",
    off: "none",
    gz: "gzip",
    zstandard: "zstd",
  },
  "client.dns.lookup": { default: "use_all_dns_ips" },
  "metrics.recording.level": { TRACE: "DEBUG", WARN: "INFO", ERROR: "INFO" },
  "security.protocol": {
    TLS: "SSL",
    SASL: "SASL_SSL",
    SASL_TLS: "SASL_SSL",
    PLAINTEXTSASL: "SASL_PLAINTEXT",
    NONE: "PLAINTEXT",
  },
};

/** Values of the topic and broker setting of the same name. */
const BROKER_VALUES: ReadonlySet<string> = new Set(["producer", "uncompressed"]);

/** Why a value is no choice of its key in this release, and what may be meant. */
export function readChoice(
  spec: KeySpec,
  text: string,
  choices: readonly string[],
  version: KafkaVersion,
): ChoiceReading {
  const sameWord = choices.find((choice) => normalised(choice) === normalised(text));
  const meant = sameWord ?? meantBy(spec.key, text) ?? nearestOf(text, choices);
  const cause = causeOf(spec.key, text, sameWord);
  const life = cause === "notAChoice" ? lifeElsewhere(spec, text, version) : undefined;
  return { cause: life?.cause ?? cause, meant, release: life?.release };
}

function causeOf(key: string, text: string, sameWord: string | undefined): ChoiceReading["cause"] {
  if (text === "") return "empty";
  if (sameWord?.toLowerCase() === text.toLowerCase()) return "wrongCase";
  if (key === "compression.type" && BROKER_VALUES.has(text)) return "brokerValue";
  return key === "acks" && /^[2-9]\d*$/.test(text) ? "replicas" : "notAChoice";
}

function meantBy(key: string, text: string): string | undefined {
  if (key === "acks" && /^\d+$/.test(text) && Number(text) > 1) return "all";
  const words = ownOf(MEANT, key) ?? {};
  return [text, text.toLowerCase(), text.toUpperCase()]
    .map((word) => ownOf(words, word))
    .find((word) => word !== undefined);
}

/** `SASL-SSL`, `sasl_ssl` and `SASL SSL` are the same word; signs count. */
function normalised(text: string): string {
  return text.toLowerCase().replace(/(?<=[a-z])[-_. ](?=[a-z])/g, "_");
}

/** Whether another release takes the value: an older one (removed since) or a newer one (not yet there). */
function lifeElsewhere(
  spec: KeySpec,
  text: string,
  version: KafkaVersion,
): { readonly cause: "removed" | "tooNew"; readonly release: string } | undefined {
  const { validator: history } = spec.history;
  for (const [index, { from, v }] of history.entries()) {
    if (v?.kind !== "oneOf" || !v.values.includes(text)) continue;
    const next = history[index + 1]?.from;
    if (!isAtLeast(version, from)) return { cause: "tooNew", release: from };
    if (next !== undefined && isAtLeast(version, next)) return { cause: "removed", release: next };
  }
  return undefined;
}
