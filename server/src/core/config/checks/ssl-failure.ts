import type { Draft, FailureInput } from "../draft.js";
import { wrapped } from "./channel.js";
import { usesSasl } from "./sasl-mechanism.js";

/**
 * A failure of the TLS context. SaslChannelBuilder makes a KafkaException of everything, SslChannelBuilder until 2.6 too, later only
 * of what is no KafkaException itself.
 */
export function failSsl(draft: Draft, input: FailureInput): void {
  const isKafka = KAFKA_EXCEPTIONS.has(input.cause.class);
  const wraps = usesSasl(draft) || !draft.since("2.7.0") || !isKafka;
  draft.fail("network", { ...input, above: wrapped(input.cause, wraps ? 1 : 0) });
}

/** A store that cannot be loaded: up to 2.5 it was loaded by createSSLContext, which wraps once more. */
export function failLoading(draft: Draft, input: FailureInput): void {
  if (draft.since("2.6.0")) failSsl(draft, input);
  else draft.fail("network", { ...input, above: wrapped(input.cause, 2) });
}

/** A failure of the JVM inside createSSLContext or createSecureRandom, which make a KafkaException of it first. */
export function failAlgorithm(draft: Draft, input: FailureInput): void {
  const wraps = usesSasl(draft) || !draft.since("2.7.0");
  draft.fail("network", { ...input, above: wrapped(input.cause, wraps ? 2 : 1) });
}

/** Refusals of the stores are a KafkaException up to 2.6, and one of their own class since. */
export function storeException(draft: Draft): string {
  return draft.since("2.7.0") ? "InvalidConfigurationException" : "KafkaException";
}

const KAFKA_EXCEPTIONS: ReadonlySet<string> = new Set([
  "KafkaException",
  "InvalidConfigurationException",
  "ConfigException",
]);
