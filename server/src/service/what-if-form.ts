import { summaryText } from "../core/catalog/guide-texts.js";
import type { KeySpec } from "../core/catalog/types.js";
import { builtInNames } from "../core/config/scenario-names.js";
import type { Messages } from "../core/messages/messages.js";
import { renderTextsOf } from "../core/messages/render-texts.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import type { RuleContext } from "../core/rules/types.js";
import type { ScenarioGroup, WhatIfField, WhatIfForm } from "../protocol/what-if.js";
import type { Analysis } from "./analysis.js";
import { scenarioInUse } from "./scenario-in-use.js";
import { humanValue } from "./units.js";
import { FIELD_PLANS, type FieldPlan } from "./what-if-fields.js";

/** What can be tried with a document: settings with the values in effect, and scenarios. */
export function whatIfForm(analysis: Analysis): WhatIfForm {
  const { uri, documentVersion, document, version } = analysis;
  const { name, from } = scenarioInUse(analysis);
  const { messages } = analysis;
  const { language } = messages;
  return {
    ...(language === "en" ? {} : { words: { language, texts: renderTextsOf(messages) } }),
    uri,
    documentVersion,
    fileName: document.fileName.slice(document.fileName.lastIndexOf("/") + 1),
    kafkaVersion: version.version.text,
    fields: FIELD_PLANS.flatMap((plan) => fieldOf(plan, analysis) ?? []),
    scenarios: scenarioGroups(messages),
    scenario: { name, from },
  };
}

/** A setting with the values to try; undefined when the form does not have it. */
export function whatIfField(analysis: Analysis, key: string): WhatIfField | undefined {
  const plan = FIELD_PLANS.find((one) => one.key === key);
  return plan === undefined ? undefined : fieldOf(plan, analysis);
}

function fieldOf(plan: FieldPlan, { context, messages }: Analysis): WhatIfField | undefined {
  const { key, group } = plan;
  const say = serviceSpeaker(messages);
  const spec = context.catalog.keys.get(key);
  if (spec === undefined) return undefined; // Not in this release.
  const effective = context.evaluation.effective.get(key);
  const defaultValue = spec.defaultText ?? "";
  const value = valueInEffect(context, key) ?? "";
  const human = humanValue(key, spec.type, value, say);
  return {
    key,
    group,
    kind: plan.stops === undefined ? "choice" : "number",
    value,
    ...(human === undefined ? {} : { human }),
    source: effective?.source ?? "default",
    defaultValue: spelled(key, defaultValue),
    stops: stopsOf(plan, spec, value).map((stop) => ({ value: stop, label: labelOf(spec, stop, say) })),
    ...rangeOf(spec),
    summary: summaryText(key, spec.summary, messages.plain.bind(messages)),
  };
}

/** The value that the client works with, spelled as people do; undefined when the release does not have the setting. */
export function valueInEffect({ catalog, evaluation }: RuleContext, key: string): string | undefined {
  const spec = catalog.keys.get(key);
  return spec === undefined ? undefined : spelled(key, evaluation.effective.get(key)?.value ?? spec.defaultText ?? "");
}

/** The client knows acks=all as -1; people know it as all. */
function spelled(key: string, value: string): string {
  return key === "acks" && value.trim() === "-1" ? "all" : value.trim();
}

/** The value in effect is always among them, so that the slider can show where the file stands. */
function stopsOf({ stops, choices }: FieldPlan, spec: KeySpec, value: string): readonly string[] {
  if (stops === undefined) return [...new Set([...(choices ?? choicesOf(spec)), value])].filter((one) => one !== "");
  const { min, max } = rangeOf(spec);
  const own = /^\d+$/.test(value) ? [Number(value)] : [];
  const allowed = [...new Set([...stops, ...own])].filter((stop) => stop >= (min ?? stop) && stop <= (max ?? stop));
  return allowed.sort((one, other) => one - other).map(String);
}

function choicesOf(spec: KeySpec): readonly string[] {
  if (spec.type === "boolean") return ["true", "false"];
  const validator = spec.validator ?? spec.history.validator.findLast(({ v }) => v !== null)?.v;
  return validator?.kind === "oneOf" ? validator.values : [];
}

function rangeOf({ validator }: KeySpec): { readonly min?: number; readonly max?: number } {
  if (validator?.kind !== "range") return {};
  const { min, max } = validator;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function labelOf({ key, type }: KeySpec, value: string, say: SayService): string {
  if (key === "retries" && value === "2147483647") return say("form/no-limit");
  return humanValue(key, type, value, say) ?? value;
}

function scenarioGroups(messages: Messages): readonly ScenarioGroup[] {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = builtInNames(messages);
  return (["places", "workloads", "events"] as const).flatMap((id): ScenarioGroup[] => {
    const group = names[id];
    if (group === undefined) return [];
    return [{ id, names: Object.entries(group).map(([name, what]) => ({ name, what })) }];
  });
}
