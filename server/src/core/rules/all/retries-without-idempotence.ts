import { changeEdits } from "../../changes/write-changes.js";
import { idempotentChanges } from "../../changes/idempotent-changes.js";
import { adjustmentsOf, described, firstLine, valueOrKey } from "../support.js";
import { ADVICE_TITLES, isGiven, numberOf, textOf, writeFix } from "../support-advice.js";
import type { Fix, Rule, RuleContext } from "../types.js";

const IDEMPOTENCE = "enable.idempotence";
const IN_FLIGHT = "max.in.flight.requests.per.connection";

export const retriesWithoutIdempotence: Rule = {
  meta: {
    id: "retries-without-idempotence",
    severity: "information",
    profiles: { default: "off", strict: "information", durability: "warning" },
    category: "ordering",
    summary: "Without idempotence a retry may store records twice, and with several requests in flight out of order.",
    sources: ["ProducerConfig.RETRIES_DOC", "ProducerConfig.ENABLE_IDEMPOTENCE_DOC", "KIP-98"],
  },
  messages: {
    ...ADVICE_TITLES,
    duplicates: "{idempotence}: a retry after a lost answer stores its records twice.",
    makeIdempotent: "Make the producer idempotent ({keys})",
    both: "{idempotence}: a retry after a lost answer stores its records twice, and with {inFlight} a retried batch may land behind its successor.",
  },
  check: (context) => {
    const { document, evaluation } = context;
    if (document.settings.length === 0 || !mayRetry(context) || isReportedElsewhere(context)) return [];
    const setting = document.byKey.get(IDEMPOTENCE);
    return [
      {
        messageId: numberOf(context, IN_FLIGHT) === 1 ? "duplicates" : "both",
        data: {
          idempotence: evaluation.values.has(IDEMPOTENCE) ? described(context, IDEMPOTENCE) : IDEMPOTENCE,
          inFlight: described(context, IN_FLIGHT),
        },
        key: IDEMPOTENCE,
        span: setting === undefined ? firstLine(context) : valueOrKey(setting),
        fixes: canBeIdempotent(context)
          ? [writeFix(context, IDEMPOTENCE, "true", setting ?? document.settings.at(-1))]
          : allChanges(context),
      },
    ];
  },
};

/** With acks=0 there is no answer that could be missed. */
function mayRetry(context: RuleContext): boolean {
  const retries = numberOf(context, "retries");
  return !context.evaluation.idempotent && retries !== undefined && retries > 0 && textOf(context, "acks") !== "0";
}

/** The rules idempotence-disabled and idempotence-default-not-applied, and everything the client refuses. */
function isReportedElsewhere(context: RuleContext): boolean {
  const silent = adjustmentsOf(context, "idempotence-disabled", "idempotence-default-not-applied");
  const refused = context.evaluation.failures.some(({ key, relatedKeys }) =>
    [key, ...relatedKeys].includes(IDEMPOTENCE),
  );
  return (
    silent.length > 0 || refused || context.evaluation.failures.some(({ code }) => code === "idempotence-conflict")
  );
}

/** Whether enable.idempotence=true alone does it: beside acks=1 or more than 5 in flight it would throw. */
function canBeIdempotent(context: RuleContext): boolean {
  const acks = textOf(context, "acks");
  const isAll = acks === "all" || acks === "-1" || !isGiven(context, "acks");
  return isAll && (numberOf(context, IN_FLIGHT) ?? 0) <= 5;
}

/** One edit for everything that speaks against idempotence. */
function allChanges({ document, evaluation }: RuleContext): readonly Fix[] {
  const changes = idempotentChanges(evaluation);
  if (changes.length === 0) return [];
  const keys = changes.map(({ key }) => key).join(", ");
  return [
    {
      titleId: "makeIdempotent",
      data: { keys },
      safety: "suggestion",
      edits: changeEdits(document, changes),
    },
  ];
}
