import type { DocumentSecrets } from "../dialects/document-secrets.js";
import { FINDING_TEXTS } from "../messages/finding-texts.js";
import type { Messages } from "../messages/messages.js";
import { MOST_FINDINGS, type RestOfReports } from "./limit-reports.js";
import { shownReport } from "./shown-report.js";
import type { Finding, Report, Rule, Severity } from "./types.js";
import { ownOf } from "../text/own.js";

/** What a rule can be set to. */
export const RULE_LEVELS = ["off", "hint", "info", "warning", "error"] as const;

/** What the user set for a rule. */
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** The finding where the list of a rule's findings ends: it tells how many more there are. */
export function renderRest(
  { meta }: Rule,
  { count, first, severity }: RestOfReports,
  messages: Messages,
  level: Severity | undefined,
): Finding {
  const data = { count, rule: meta.id, most: MOST_FINDINGS };
  return {
    rule: meta.id,
    severity: level ?? severity ?? meta.severity,
    message: messages.speaker("finding", FINDING_TEXTS)("more-findings", data),
    messageId: "more-findings",
    data,
    key: undefined,
    span: first.span,
    related: [],
    fixes: [],
    tag: undefined,
  };
}

/** Turns a report into a finding: text, severity, edits. `secrets` are those of the document; files of other kinds have none. */
export function render(
  rule: Rule,
  told: Report,
  messages: Messages,
  level: Severity | undefined,
  secrets: DocumentSecrets | undefined,
): Finding {
  const report = shownReport(told, secrets);
  const text = (id: string, data: Report["data"]): string =>
    messages.text(`${rule.meta.id}/${id}`, ownOf(rule.messages, id) ?? id, data ?? {});
  const client = report.clientMessage;
  const quoted =
    client === undefined || client === ""
      ? ""
      : `\n${messages.speaker("finding", FINDING_TEXTS)("client-says", { client })}`;
  return {
    rule: rule.meta.id,
    severity: level ?? report.severity ?? rule.meta.severity,
    message: text(report.messageId, report.data) + quoted,
    messageId: report.messageId,
    data: report.data ?? {},
    key: report.key,
    span: report.span,
    related: (report.related ?? []).map(({ span, messageId, data }) => ({ span, message: text(messageId, data) })),
    fixes: (report.fixes ?? []).map((fix) => ({
      title: text(fix.titleId, fix.data),
      safety: fix.safety,
      edits: fix.edits,
    })),
    tag: report.tag,
  };
}
