import type { Draft } from "../draft.js";

/** KIP-939 (4.1): transactions of a two-phase commit do not expire, so a timeout contradicts it, even without a transactional id. */
export function checkTwoPhaseCommit(draft: Draft): void {
  if (draft.boolean("transaction.two.phase.commit.enable") !== true || !draft.isSet("transaction.timeout.ms")) return;
  const message =
    "Cannot set transaction.timeout.ms when transaction.two.phase.commit.enable is set to true. " +
    "Transactions will not expire with two-phase commit enabled.";
  draft.failConfig("bare", {
    code: "two-phase-commit-timeout",
    key: "transaction.timeout.ms",
    relatedKeys: ["transaction.two.phase.commit.enable"],
    message,
  });
}
