import { clientMessageOf, failuresOf, relatedSettings, spanOfFailure } from "../support.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const TWO_PHASE = "transaction.two.phase.commit.enable";
const TIMEOUT = "transaction.timeout.ms";

export const twoPhaseCommitTimeout: Rule = {
  meta: {
    id: "two-phase-commit-timeout",
    severity: "error",
    category: "startup",
    since: "4.1.0",
    summary: "Transactions under two-phase commit do not expire, so transaction.timeout.ms cannot be set beside it.",
    sources: ["ProducerConfig", "KIP-939"],
  },
  messages: {
    conflict:
      "transaction.timeout.ms cannot be set while transaction.two.phase.commit.enable is true: such transactions do not expire.",
    twoPhase: "{key} is on",
    remove: "Remove transaction.timeout.ms",
    disable: "Set transaction.two.phase.commit.enable to false",
  },
  check: (context) =>
    failuresOf(context, "two-phase-commit-timeout").map((failure): Report => ({
      messageId: "conflict",
      key: failure.key,
      span: spanOfFailure(context, failure),
      related: relatedSettings(context, [TWO_PHASE], "twoPhase"),
      fixes: fixesFor(context),
      clientMessage: clientMessageOf(failure),
    })),
};

function fixesFor({ document }: RuleContext): readonly Fix[] {
  const timeout = document.byKey.get(TIMEOUT);
  const twoPhase = document.byKey.get(TWO_PHASE);
  if (timeout === undefined || twoPhase === undefined) return [];
  return [
    { titleId: "remove", safety: "suggestion", edits: document.edits.remove(timeout) },
    { titleId: "disable", safety: "suggestion", edits: document.edits.setValue(twoPhase, "false") },
  ];
}
