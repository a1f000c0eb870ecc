import type { Draft, FailureInput } from "../draft.js";
import type { ClientException } from "../evaluation.js";
import { ownOf } from "../../text/own.js";

/** The packages of exceptions that `toString()` shows when another exception is made of them. */
const PACKAGES: Readonly<Record<string, string>> = {
  KafkaException: "org.apache.kafka.common",
  ConfigException: "org.apache.kafka.common.config",
  InvalidConfigurationException: "org.apache.kafka.common.errors",
  LoginException: "javax.security.auth.login",
  NoSuchAlgorithmException: "java.security",
  NoSuchProviderException: "java.security",
  IOException: "java.io",
};

type Described = ClientException & { readonly place?: string };

/** `Throwable.toString()`. */
function described(exception: Described): string {
  const place = exception.place ?? ownOf(PACKAGES, exception.class) ?? "java.lang";
  return `${place}.${exception.class}: ${exception.message}`;
}

/** `new KafkaException(cause)`, `times` times over; `place` is the package of an exception that moved between releases. */
export function wrapped(cause: Described, times: number): readonly ClientException[] {
  const wrappers: ClientException[] = [];
  let inner: Described = cause;
  for (let count = 0; count < times; count++) {
    inner = { class: "KafkaException", message: described(inner) };
    wrappers.unshift(inner);
  }
  return wrappers;
}

/** A failure inside SaslChannelBuilder.configure, which makes a KafkaException of everything. */
export function failSasl(draft: Draft, input: FailureInput, place?: string): void {
  const cause = place === undefined ? input.cause : { ...input.cause, place };
  draft.fail("network", { ...input, above: wrapped(cause, 1) });
}
