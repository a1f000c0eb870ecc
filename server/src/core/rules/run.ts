import { catalogFor } from "../catalog/catalog.js";
import { isAtLeast, isSupported, type KafkaVersion } from "../catalog/version.js";
import { assess } from "../config/assess.js";
import { workerValues } from "../config/worker-values.js";
import { secretsOf } from "../dialects/document-secrets.js";
import type { ConfigDocument } from "../dialects/types.js";
import { ownOf } from "../text/own.js";
import { Messages } from "../messages/messages.js";
import { unresolvedPlaceholder } from "./all/unresolved-placeholder.js";
import { withCheckedFixes } from "./checked-fixes.js";
import { RULES } from "./registry.js";
import { limitReports } from "./limit-reports.js";
import { levelIn, type Profile, type ProfileLevel } from "./profiles.js";
import { render, renderRest, type RuleLevel } from "./render.js";
import { applySuppressions, type Judged } from "./suppressions.js";
import { templateJudge, withDefaultValues } from "./template-view.js";
import type { Finding, Report, Rule, RuleContext } from "./types.js";

/** How to run the rules. */
export interface RunOptions {
  readonly messages?: Messages;
  /** Which severities rules have; the default one unless told otherwise. */
  readonly profile?: Profile;
  /** Levels by rule id, stronger than the profile. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  readonly rules?: readonly Rule[];
}

/** Everything rules need to know about a document under a client release. */
export function contextOf(document: ConfigDocument, version: KafkaVersion): RuleContext {
  const catalog = catalogFor(version);
  const given = new Map(document.worker === undefined ? [] : workerValues(document.worker, version));
  for (const setting of document.byKey.values()) given.set(setting.key, setting.loaded);
  return { document, catalog, evaluation: assess(given, catalog) };
}

/** Runs the rules over a document; findings come in the order of the text, suppressed ones left out. */
export function runRules(context: RuleContext, options: RunOptions = {}): readonly Finding[] {
  return judge(context, options).findings;
}

/** Runs the rules over a document and tells what its comments suppress, too. */
export function judge(context: RuleContext, options: RunOptions = {}): Judged {
  const messages = options.messages ?? new Messages();
  const profile = options.profile ?? "default";
  const levelOf = ({ meta }: Rule): ProfileLevel => levelIn(meta, profile, options.levels ?? {});
  const secrets = secretsOf(context.document);
  const findings: Finding[] = [];
  const cut = new Set<string>();
  const seen = withDefaultValues(context);
  const besideTemplates = templateJudge(context, messages);
  for (const rule of options.rules ?? RULES) {
    const level = levelOf(rule);
    if (level === "off" || !appliesTo(rule, context.catalog.version)) continue;
    const reports = rule.check(rule === unresolvedPlaceholder ? context : seen);
    const { listed, rest } = limitReports(
      reports
        .filter((it) => it.onlyIn?.includes(profile) !== false && !isSaidElsewhere(rule, it, options))
        .filter((it) => !isConnectsChoice(context, it)),
      rule.meta.severity,
    );
    for (const report of listed) {
      const finding = besideTemplates(render(rule, report, messages, level, secrets));
      if (finding !== undefined) findings.push(finding);
    }
    if (rest === undefined) continue;
    cut.add(rule.meta.id);
    findings.push(renderRest(rule, rest, messages, level));
  }
  if (!isSupported(context.catalog.version)) return { findings, suppressed: [] };
  const checked = findings.map((finding) => withCheckedFixes(context, finding));
  const judged = applySuppressions(context.document, checked, messages, levelOf, cut);
  return { ...judged, findings: [...judged.findings].sort(inOrderOfText) };
}

/** What a worker's file does not set, Connect has set or leaves to connectors. */
function isConnectsChoice({ document }: RuleContext, { key }: Report): boolean {
  return document.worker !== undefined && key !== undefined && !document.byKey.has(key);
}

function isSaidElsewhere({ meta }: Rule, { alsoSaidBy }: Report, { levels = {} }: RunOptions): boolean {
  if (alsoSaidBy === undefined) return false;
  return !Object.hasOwn(levels, meta.id) && ownOf(levels, alsoSaidBy) !== "off";
}

function inOrderOfText(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function appliesTo(rule: Rule, version: KafkaVersion): boolean {
  const { id, since, until } = rule.meta;
  // Of a release that Ackwise does not know nothing can be said but that.
  if (!isSupported(version)) return id === "unknown-version-comment";
  return (since === undefined || isAtLeast(version, since)) && (until === undefined || !isAtLeast(version, until));
}
