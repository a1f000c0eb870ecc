import { phrase } from "../../messages/phrase-texts.js";
import type { Draft } from "../draft.js";

const INT_MAX = 2_147_483_647;
const MESSAGE = "delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms";

/** KIP-91: delivery.timeout.ms against linger.ms + request.timeout.ms (KafkaProducer.configureDeliveryTimeout). */
export function checkDeliveryTimeout(draft: Draft): void {
  const delivery = draft.number("delivery.timeout.ms");
  draft.deliveryTimeoutMs = delivery;
  const linger = draft.number("linger.ms");
  const request = draft.number("request.timeout.ms");
  if (linger !== undefined && linger > INT_MAX) clampLinger(draft);
  if (delivery === undefined) return;
  if (linger === undefined || request === undefined) {
    checkKnownPart(draft, delivery, linger ?? request);
    return;
  }
  const needed = neededMs(draft, linger, request);
  const exempt = !draft.since("2.2.1") && delivery === INT_MAX;
  if (delivery >= needed || exempt) return;
  if (draft.isSet("delivery.timeout.ms")) tooShort(draft, needed);
  else raise(draft, needed);
}

/** Where one part of the sum is not known, it is at least 0, so that the other alone may be too much; up to 2.2.0 the sum may wrap around. */
function checkKnownPart(draft: Draft, deliveryMs: number, partMs: number | undefined): void {
  if (partMs === undefined || !draft.isSet("delivery.timeout.ms") || !draft.since("2.2.1")) return;
  const needed = Math.min(partMs, INT_MAX);
  if (deliveryMs < needed) tooShort(draft, needed);
}

/** From 2.2.1 on: linger.ms is read as a long and used as an int. */
function clampLinger(draft: Draft): void {
  const value = INT_MAX.toString();
  draft.adjust(
    { code: "linger-clamped", key: "linger.ms", causedBy: ["linger.ms"], value, log: undefined, data: {} },
    phrase("note/largest-int"),
  );
}

/** Up to 2.2.0 the sum is a 32-bit one and may wrap around; from 2.2.1 linger and sum stop at the largest int. */
function neededMs(draft: Draft, linger: number, request: number): number {
  if (!draft.since("2.2.1")) return (linger + request) | 0;
  return Math.min(Math.min(linger, INT_MAX) + request, INT_MAX);
}

function tooShort(draft: Draft, neededMs: number): void {
  draft.failConfig("construct", {
    code: "delivery-timeout",
    key: "delivery.timeout.ms",
    relatedKeys: ["linger.ms", "request.timeout.ms"],
    message: MESSAGE,
    data: { neededMs },
  });
}

function raise(draft: Draft, neededMs: number): void {
  draft.deliveryTimeoutMs = neededMs;
  draft.adjust(
    {
      code: "delivery-timeout-raised",
      key: "delivery.timeout.ms",
      causedBy: ["linger.ms", "request.timeout.ms"],
      value: neededMs.toString(),
      log: { level: "WARN", message: `${MESSAGE}. Setting it to ${neededMs}.` },
      data: { neededMs },
    },
    phrase("note/raised"),
  );
}
