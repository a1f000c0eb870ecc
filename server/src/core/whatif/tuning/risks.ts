import type { Change } from "../../changes/changes.js";

/**
 * What a configuration allows to happen to records, whether it happens in a run or not: a crash loses what only the leader has (`acks`), a
 * retry stores a batch again (`duplicates`) or behind its successor (`order`), a delivery is given up after a few attempts (`retries`) or before a failover is
 * over (`delivery-timeout`).
 */
export type Risk = "acks" | "duplicates" | "order" | "retries" | "delivery-timeout";

/** Every risk, in the order in which they are mended: acks=all is what idempotence needs. */
export const RISKS: readonly Risk[] = ["acks", "duplicates", "order", "retries", "delivery-timeout"];

const IN_FLIGHT = "max.in.flight.requests.per.connection";
/** Idempotence keeps the order of so many requests in flight at most (`ProducerConfig`). */
const MOST_IDEMPOTENT_IN_FLIGHT = 5;
/** Default of delivery.timeout.ms; a failover of a broker that is killed takes 9 s and more. */
const DEFAULT_DELIVERY_TIMEOUT_MS = 120_000;
/** Default of retries (`Integer.MAX_VALUE`): delivery.timeout.ms alone ends the attempts. */
const UNLIMITED_RETRIES = 2_147_483_647;

type TextOf = (key: string) => string | undefined;

/** The risks of a configuration by the values in effect. */
export function risksOf(textOf: TextOf): ReadonlySet<Risk> {
  const acks = textOf("acks")?.trim().toLowerCase() ?? "all";
  const isIdempotent = (textOf("enable.idempotence")?.trim().toLowerCase() ?? "true") === "true";
  const retries = numberOf(textOf("retries"), UNLIMITED_RETRIES);
  const repeats = !isIdempotent && retries > 0;
  const has: Readonly<Record<Risk, boolean>> = {
    acks: acks !== "all" && acks !== "-1",
    duplicates: repeats,
    order: repeats && numberOf(textOf(IN_FLIGHT), MOST_IDEMPOTENT_IN_FLIGHT) > 1,
    retries: retries < UNLIMITED_RETRIES,
    "delivery-timeout":
      numberOf(textOf("delivery.timeout.ms"), DEFAULT_DELIVERY_TIMEOUT_MS) < DEFAULT_DELIVERY_TIMEOUT_MS,
  };
  return new Set(RISKS.filter((risk) => has[risk]));
}

/** What takes a risk away. */
export function mendingOf(risk: Risk, textOf: TextOf): readonly Change[] {
  switch (risk) {
    case "acks":
      return [{ key: "acks", value: "all" }];
    case "duplicates":
    case "order":
      return [
        { key: "enable.idempotence", value: "true" },
        ...(numberOf(textOf(IN_FLIGHT), 0) > MOST_IDEMPOTENT_IN_FLIGHT
          ? [{ key: IN_FLIGHT, value: MOST_IDEMPOTENT_IN_FLIGHT.toString() }]
          : []),
      ];
    case "retries":
      return [{ key: "retries", value: undefined }];
    case "delivery-timeout":
      return [{ key: "delivery.timeout.ms", value: DEFAULT_DELIVERY_TIMEOUT_MS.toString() }];
  }
}

function numberOf(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? Number.NaN : Number(text.trim());
  return Number.isFinite(value) ? value : otherwise;
}
