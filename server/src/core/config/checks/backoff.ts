import { phrase } from "../../messages/phrase-texts.js";
import type { AdjustmentCode } from "../evaluation.js";
import type { Draft } from "../draft.js";

/** What the client does on its own with backoffs and connection timeouts (CommonClientConfigs, 3.7: KIP-580). */
export function checkBackoff(draft: Draft): void {
  checkReconnectBackoff(draft);
  if (draft.since("3.7.0")) {
    checkOrder(draft, "retry-backoff-static", "retry.backoff.ms", "A static backoff");
    checkOrder(
      draft,
      "connection-setup-timeout-static",
      "socket.connection.setup.timeout.ms",
      "A static connection setup timeout",
    );
  }
}

/** reconnect.backoff.ms alone turns exponential growth off (CommonClientConfigs.postProcessReconnectBackoffConfigs). */
function checkReconnectBackoff(draft: Draft): void {
  const base = draft.values.get("reconnect.backoff.ms");
  if (!draft.isSet("reconnect.backoff.ms") || draft.isSet("reconnect.backoff.max.ms") || base === undefined) return;
  const message =
    "Disabling exponential reconnect backoff because reconnect.backoff.ms is set, but reconnect.backoff.max.ms is not.";
  draft.values.set("reconnect.backoff.max.ms", base);
  draft.adjust(
    {
      code: "reconnect-backoff-static",
      key: "reconnect.backoff.max.ms",
      causedBy: ["reconnect.backoff.ms"],
      value: base.text,
      log: draft.since("3.7.0") ? { level: "WARN", message } : undefined,
      data: {},
    },
    phrase("note/reconnect-static"),
  );
}

/** A base above its maximum: the maximum is used all the time (CommonClientConfigs.warnDisablingExponentialBackoff). */
function checkOrder(draft: Draft, code: AdjustmentCode, key: string, what: string): void {
  const maximumKey = key.replace(/\.ms$/, ".max.ms");
  const base = draft.values.get(key);
  const maximum = draft.values.get(maximumKey);
  if (base === undefined || maximum === undefined || Number(base.value) <= Number(maximum.value)) return;
  const message =
    `Configuration '${key}' with value '${base.text}' is greater than configuration '${maximumKey}' with value ` +
    `'${maximum.text}'. ${what} with value '${maximum.text}' will be applied.`;
  draft.adjust(
    {
      code,
      key,
      causedBy: [key, maximumKey],
      value: maximum.text,
      log: { level: "WARN", message },
      data: { base: base.text, maximum: maximum.text },
    },
    phrase("note/above-maximum", { maximum: maximumKey }),
  );
}
