import { catalogData } from "../core/catalog/catalog.js";
import type { DefaultValue, KeySpec, Validator } from "../core/catalog/types.js";
import { RELEASE_LINES, shortVersion, versionOrder, type KafkaVersion } from "../core/catalog/version.js";
import { summaryText } from "../core/catalog/guide-texts.js";
import { codeSpan } from "../core/text/shown.js";
import { Messages } from "../core/messages/messages.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import { humanValue } from "./units.js";
import { ownOf } from "../core/text/own.js";

/** What a setting is, as Markdown: summary, type, range, default and how the default changed. */
export function settingDocs(spec: KeySpec, version: KafkaVersion, messages: Messages = new Messages()): string {
  const say = serviceSpeaker(messages);
  const summary = summaryText(spec.key, spec.summary, messages.plain.bind(messages));
  return [summary, factsOf(spec, say), defaultLine(spec, version, say), lifeLine(spec, say)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function factsOf(spec: KeySpec, say: SayService): string {
  const facts = [spec.type, validatorText(spec.validator, say)];
  return facts.filter((fact) => fact !== "").join(" · ");
}

/** What values a validator lets through; empty when it adds nothing to the type. */
function validatorText(validator: Validator | undefined, say: SayService): string {
  if (validator === undefined) return "";
  switch (validator.kind) {
    case "range":
      return rangeText(validator.min, validator.max);
    case "oneOf":
      return validator.values.map((value) => codeSpan(value)).join(" ");
    case "nonEmptyString":
      return say("fact/not-empty");
    case "gzipLevel":
      return say("fact/or", { range: `${validator.min} … ${validator.max}`, also: validator.also });
    case "list":
      return validator.emptyListAllowed ? "" : say("fact/not-empty");
    case "nonNull":
      return "";
    default:
      return validator satisfies never;
  }
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${min} … ${max}`;
  if (min !== undefined) return `≥ ${min}`;
  return max === undefined ? "" : `≤ ${max}`;
}

function defaultLine(spec: KeySpec, version: KafkaVersion, say: SayService): string {
  const release = shortVersion(version.text);
  const now = spec.required
    ? say("default/required", { version: release })
    : say("default/is", { version: release, value: defaultText(spec, spec.defaultText, say) });
  const changes = changesOf(spec, say);
  return changes === "" ? `${now}.` : `${now} (${changes}).`;
}

function defaultText(spec: KeySpec, text: string | undefined, say: SayService): string {
  if (text === undefined) return say("default/none");
  if (text === "") return say("default/empty");
  const human = humanValue(spec.key, spec.type, text, say);
  return human === undefined ? codeSpan(text) : `${codeSpan(text)} (${human})`;
}

/** `0 before 4.0, 5 since`: nothing when the default never changed in a supported release. */
function changesOf(spec: KeySpec, say: SayService): string {
  const oldest = versionOrder(RELEASE_LINES[0] ?? "");
  const { default: defaults } = spec.history;
  const parts = defaults.slice(1).flatMap((entry, index) => {
    const before = defaults[index];
    if (before === undefined || versionOrder(entry.from) <= oldest) return [];
    return [say("default/before", { value: plainDefault(before.v, say), version: shortVersion(entry.from) })];
  });
  const last = defaults.at(-1);
  if (parts.length === 0 || last === undefined) return "";
  return [...parts, say("default/since", { value: plainDefault(last.v, say) })].join(", ");
}

function plainDefault(value: DefaultValue, say: SayService): string {
  if ("required" in value) return say("default/required-short");
  if (value.value === null) return say("default/none");
  return value.value === "" ? say("default/empty") : codeSpan(value.value);
}

function lifeLine(spec: KeySpec, say: SayService): string {
  const { since, removedIn } = spec.history;
  const deprecation = ownOf(catalogData.deprecations, spec.key);
  const oldest = versionOrder(RELEASE_LINES[0] ?? "");
  return [
    versionOrder(since) > oldest ? say("life/since", { version: shortVersion(since) }) : "",
    deprecation === undefined ? "" : say("life/deprecated", { version: shortVersion(deprecation.deprecated) }),
    removedIn === null ? "" : say("life/removed", { version: shortVersion(removedIn) }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
