import { phrase } from "../../messages/phrase-texts.js";
import type { Draft } from "../draft.js";

const MAX_IN_FLIGHT = "max.in.flight.requests.per.connection";
const IDEMPOTENCE = "enable.idempotence";
const IDEMPOTENT_IN_FLIGHT_LIMIT = 5;

const RETRIES_MESSAGE = "Must set retries to non-zero when using the idempotent producer.";
const ACKS_MESSAGE =
  "Must set acks to all in order to use the idempotent producer. Otherwise we cannot guarantee idempotence.";
const IN_FLIGHT_MESSAGE = `Must set ${MAX_IN_FLIGHT} to at most 5 to use the idempotent producer.`;
const TRANSACTIONAL_MESSAGE = "Cannot set a transactional.id without also enabling idempotence.";

/** Whether the default `true` of 3.0 is really applied: not in 3.0.0 and 3.1.0 (KAFKA-13598). */
function defaultApplies(draft: Draft): boolean {
  return draft.between("3.0.1", "3.1.0") || draft.since("3.1.1");
}

function isAcksAll(acks: string | undefined): boolean {
  return acks === "all" || acks === "-1";
}

/** ProducerConfig.postProcessAndValidateIdempotenceConfigs and its forerunners in KafkaProducer, by release. */
export function checkIdempotence(draft: Draft): void {
  if (defaultApplies(draft)) checkWithDefault(draft);
  else checkExplicitOnly(draft);
  printAcks(draft);
}

/** From 2.5 on ProducerConfig stores acks as a number. */
function printAcks(draft: Draft): void {
  const acks = draft.effective.get("acks");
  if (draft.since("2.5.0") && acks?.value === "all") {
    draft.effective.set("acks", { ...acks, value: "-1", note: acks.note ?? phrase("note/acks-all") });
  }
}

/** 3.0.1, 3.1.1 and 3.2 on: idempotence is on unless something speaks against it, which is an error only if it was asked for. */
function checkWithDefault(draft: Draft): void {
  const wanted = draft.boolean(IDEMPOTENCE);
  const explicit = draft.isSet(IDEMPOTENCE);
  draft.idempotent = wanted === true;
  if (wanted === true) {
    const contradictions = [retriesContradict(draft), acksContradict(draft), inFlightContradicts(draft)];
    for (const contradiction of contradictions) {
      if (contradiction === undefined) continue;
      if (explicit || contradiction.alwaysError) failContradiction(draft, contradiction, "bare");
      else disable(draft, contradiction);
    }
  }
  if (wanted === undefined || draft.idempotent || !draft.isSet("transactional.id")) return;
  failTransactional(draft, "bare");
}

interface Contradiction {
  readonly key: string;
  readonly value: string;
  readonly message: string;
  readonly log: { readonly level: "INFO" | "WARN"; readonly message: string };
  readonly alwaysError: boolean;
}

function retriesContradict(draft: Draft): Contradiction | undefined {
  if (draft.number("retries") !== 0) return undefined;
  const log = { level: "INFO", message: "Idempotence will be disabled because retries is set to 0." } as const;
  return { key: "retries", value: "0", message: RETRIES_MESSAGE, log, alwaysError: false };
}

function acksContradict(draft: Draft): Contradiction | undefined {
  const acks = draft.string("acks");
  if (acks === undefined || isAcksAll(acks)) return undefined;
  const message = `Idempotence will be disabled because acks is set to ${acks}, not set to 'all'.`;
  return { key: "acks", value: acks, message: ACKS_MESSAGE, log: { level: "INFO", message }, alwaysError: false };
}

/** KAFKA-17927 (4.0) made too many requests in flight an error even when idempotence is only a default. */
function inFlightContradicts(draft: Draft): Contradiction | undefined {
  const inFlight = draft.number(MAX_IN_FLIGHT);
  if (inFlight === undefined || inFlight <= IDEMPOTENT_IN_FLIGHT_LIMIT) return undefined;
  const alwaysError = draft.since("4.0.0");
  const log =
    `Idempotence will be disabled because ${MAX_IN_FLIGHT} is set to ${inFlight}, which is greater than 5. ` +
    "Please note that in v4.0.0 and onward, this will become an error.";
  const message = alwaysError
    ? `To use the idempotent producer, ${MAX_IN_FLIGHT} must be set to at most 5. Current value is ${inFlight}.`
    : IN_FLIGHT_MESSAGE;
  return { key: MAX_IN_FLIGHT, value: inFlight.toString(), message, log: { level: "WARN", message: log }, alwaysError };
}

function failContradiction(draft: Draft, contradiction: Contradiction, wrapping: "bare" | "construct"): void {
  const causes = draft.isSet(IDEMPOTENCE) ? [IDEMPOTENCE] : draft.isSet("transactional.id") ? ["transactional.id"] : [];
  draft.failConfig(wrapping, {
    code: "idempotence-conflict",
    key: contradiction.key,
    relatedKeys: causes,
    message: contradiction.message,
    data: { value: contradiction.value },
  });
}

function disable(draft: Draft, contradiction: Contradiction): void {
  draft.idempotent = false;
  draft.values.set(IDEMPOTENCE, { value: false, text: "false" });
  draft.adjust(
    {
      code: "idempotence-disabled",
      key: IDEMPOTENCE,
      causedBy: [contradiction.key],
      value: "false",
      log: contradiction.log,
      data: { value: contradiction.value },
    },
    phrase("note/idempotence-off", { key: contradiction.key, value: contradiction.value }),
  );
}

function failTransactional(draft: Draft, wrapping: "bare" | "construct"): void {
  draft.failConfig(wrapping, {
    code: "transactional-id-without-idempotence",
    key: "transactional.id",
    relatedKeys: [IDEMPOTENCE, "acks", "retries", MAX_IN_FLIGHT],
    message: TRANSACTIONAL_MESSAGE,
  });
}

/** Up to 2.8, and in 3.0.0 and 3.1.0: idempotence only when the file asks for it, or through transactional.id. */
function checkExplicitOnly(draft: Draft): void {
  const explicit = draft.isSet(IDEMPOTENCE);
  const wanted = draft.boolean(IDEMPOTENCE);
  const transactional = draft.isSet("transactional.id");
  draft.idempotent = explicit ? wanted === true : transactional;
  if (draft.since("2.5.0")) {
    if (explicit && wanted === false && transactional) failTransactional(draft, "bare");
    if (draft.idempotent) checkRetriesAndAcks(draft, "bare");
  }
  if (draft.idempotent && !explicit && draft.since("2.5.0")) overrideIdempotence(draft);
  if (draft.idempotent && !draft.isSet("acks")) overrideAcks(draft);
  if (!draft.idempotent && !explicit && draft.since("3.0.0")) defaultNotApplied(draft);
}

function checkRetriesAndAcks(draft: Draft, wrapping: "bare" | "construct"): void {
  const retries = retriesContradict(draft);
  if (retries !== undefined) failContradiction(draft, retries, wrapping);
  const acks = draft.isSet("acks") ? acksContradict(draft) : undefined;
  if (acks !== undefined) failContradiction(draft, acks, wrapping);
}

function overrideIdempotence(draft: Draft): void {
  const message = "Overriding the default enable.idempotence to true since transactional.id is specified.";
  draft.adjust(
    {
      code: "idempotence-enabled",
      key: IDEMPOTENCE,
      causedBy: ["transactional.id"],
      value: "true",
      log: { level: "INFO", message },
      data: {},
    },
    phrase("note/idempotence-on"),
  );
}

function overrideAcks(draft: Draft): void {
  if (draft.since("3.0.0")) return;
  const message = "Overriding the default acks to all since idempotence is enabled.";
  const causedBy = draft.isSet(IDEMPOTENCE) ? [IDEMPOTENCE] : ["transactional.id"];
  draft.values.set("acks", { value: "all", text: "all" });
  draft.adjust(
    { code: "acks-overridden", key: "acks", causedBy, value: "all", log: { level: "INFO", message }, data: {} },
    phrase("note/acks-overridden"),
  );
}

function defaultNotApplied(draft: Draft): void {
  draft.adjust(
    {
      code: "idempotence-default-not-applied",
      key: IDEMPOTENCE,
      causedBy: [],
      value: "false",
      log: undefined,
      data: { version: draft.version.text },
    },
    phrase("note/default-not-applied"),
  );
}

/** 2.1 to 2.4 find the conflict of transactional.id in the constructor's body, before the network client. */
export function checkTransactionState(draft: Draft): void {
  if (draft.since("2.5.0")) return;
  if (draft.isSet(IDEMPOTENCE) && draft.boolean(IDEMPOTENCE) === false && draft.isSet("transactional.id")) {
    failTransactional(draft, "construct");
  }
}

/** What old releases check right before they make the network client: in-flight (≤ 2.8, 3.0.0, 3.1.0; KafkaProducer.newSender). */
export function checkInFlight(draft: Draft): void {
  if (defaultApplies(draft) || !draft.idempotent) return;
  const inFlight = inFlightContradicts(draft);
  if (inFlight !== undefined) failContradiction(draft, inFlight, "construct");
}

/** What 2.1 to 2.4 check only after the network client stands: retries and acks. */
export function checkLateIdempotence(draft: Draft): void {
  if (draft.idempotent && !draft.since("2.5.0")) checkRetriesAndAcks(draft, "construct");
}
