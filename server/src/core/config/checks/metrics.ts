import { javaPatternProblem } from "../java-pattern.js";
import { checkInstances } from "./plugins.js";
import type { Draft } from "../draft.js";

const FILTER_KEYS = ["metrics.jmx.include", "metrics.jmx.exclude", "metrics.jmx.whitelist", "metrics.jmx.blacklist"];
const REPORTER_ROLE = "org.apache.kafka.common.metrics.MetricsReporter";

/** Metric reporters and the filters of the JMX reporter, the first thing the constructor's body builds. */
export function checkMetrics(draft: Draft): void {
  const before = draft.failures.length;
  checkInstances(draft, "metric.reporters", REPORTER_ROLE);
  checkFilters(draft);
  if (draft.between("3.7.0", "4.0.0")) hideCause(draft, before);
}

function checkFilters(draft: Draft): void {
  if (!draft.since("2.6.0") || !jmxReporterRuns(draft)) return;
  for (const key of FILTER_KEYS) {
    const pattern = draft.given.get(key);
    if (pattern === undefined || !filterIsRead(draft, key)) continue;
    if (key.endsWith("list") && draft.since("2.7.0")) deprecateFilter(draft, key);
    if (javaPatternProblem(pattern) === undefined) continue;
    const names = draft.since("2.7.0") ? "(include/exclude)" : "(whitelist/blacklist)";
    const message = `JMX filter for configurationmetrics.jmx..${names} is not a valid regular expression`;
    draft.failConfig("construct", { code: "metrics-filter", key, message });
  }
}

/** org.apache.kafka.common.utils.ConfigUtils.translateDeprecatedConfigs. */
function deprecateFilter(draft: Draft, key: string): void {
  const newName = newNameOf(key);
  const message =
    `Configuration key ${key} is deprecated and may be removed in the future.  ` +
    `Please update your configuration to use ${newName} instead.`;
  draft.adjustments.push({
    code: "deprecated-jmx-filter",
    key,
    causedBy: [key],
    value: draft.given.get(key) ?? "",
    log: { level: "WARN", message },
    data: { name: newName },
  });
}

function newNameOf(key: string): string {
  return key.endsWith("whitelist") ? "metrics.jmx.include" : "metrics.jmx.exclude";
}

/** The old names are read in 2.6 and, as a fallback, until 3.9. */
function filterIsRead(draft: Draft, key: string): boolean {
  const isOldName = key.endsWith("list");
  if (!isOldName) return draft.since("2.7.0");
  const newName = newNameOf(key);
  return !draft.since("4.0.0") && !(draft.since("2.7.0") && draft.isSet(newName));
}

/** Up to 3.9 the JMX reporter is always there (3.4: unless switched off); from 4.0 it is the default of metric.reporters. */
function jmxReporterRuns(draft: Draft): boolean {
  const listed = draft.list("metric.reporters")?.includes("org.apache.kafka.common.metrics.JmxReporter") ?? false;
  if (draft.since("4.0.0")) return listed;
  return listed || draft.boolean("auto.include.jmx.reporter") !== false;
}

/** KAFKA-17478: 3.7 to 3.9 fail with a NullPointerException of their own clean-up. */
function hideCause(draft: Draft, before: number): void {
  for (let i = before; i < draft.failures.length; i++) {
    const failure = draft.failures[i];
    if (failure === undefined) continue;
    const message =
      'Cannot invoke "java.util.Optional.ifPresent(java.util.function.Consumer)" because "this.clientTelemetryReporter" is null';
    draft.failures[i] = { ...failure, exception: [{ class: "NullPointerException", message }] };
  }
}
