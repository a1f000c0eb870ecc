import { catalogData } from "../core/catalog/catalog.js";
import type { DefaultValue, KeySpec, Validator } from "../core/catalog/types.js";
import { RELEASE_LINES, versionOrder, type KafkaVersion } from "../core/catalog/version.js";
import { humanValue } from "./units.js";

/** What a setting is, as Markdown: summary, type, range, default and how the default changed. */
export function settingDocs(spec: KeySpec, version: KafkaVersion): string {
  return [spec.summary, factsOf(spec), defaultLine(spec, version), lifeLine(spec)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function factsOf(spec: KeySpec): string {
  const facts = [spec.type, validatorText(spec.validator), `${spec.importance} importance`];
  return facts.filter((fact) => fact !== "").join(" · ");
}

/** What values a validator lets through; empty when it adds nothing to the type. */
export function validatorText(validator: Validator | undefined): string {
  if (validator === undefined) return "";
  switch (validator.kind) {
    case "range":
      return rangeText(validator.min, validator.max);
    case "oneOf":
      return validator.values.map((value) => code(value)).join(" ");
    case "nonEmptyString":
      return "not empty";
    case "gzipLevel":
      return `${validator.min} … ${validator.max}, or ${validator.also}`;
    case "list":
      return validator.emptyListAllowed ? "" : "not empty";
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

function defaultLine(spec: KeySpec, version: KafkaVersion): string {
  const now = spec.required
    ? `**Required** in Kafka ${shortVersion(version.text)}: there is no default`
    : `Default in Kafka ${shortVersion(version.text)}: ${defaultText(spec, spec.defaultText)}`;
  const changes = changesOf(spec);
  return changes === "" ? `${now}.` : `${now} (${changes}).`;
}

function defaultText(spec: KeySpec, text: string | undefined): string {
  if (text === undefined) return "none";
  if (text === "") return "empty";
  const human = humanValue(spec.key, spec.type, text);
  return human === undefined ? code(text) : `${code(text)} (${human})`;
}

/** `0 before 4.0, 5 since`: nothing when the default never changed in a supported release. */
function changesOf(spec: KeySpec): string {
  const oldest = versionOrder(RELEASE_LINES[0] ?? "");
  const { default: defaults } = spec.history;
  const parts = defaults.slice(1).flatMap((entry, index) => {
    const before = defaults[index];
    if (before === undefined || versionOrder(entry.from) <= oldest) return [];
    return [`${plainDefault(before.v)} before ${shortVersion(entry.from)}`];
  });
  const last = defaults.at(-1);
  if (parts.length === 0 || last === undefined) return "";
  return `${parts.join(", ")}, ${plainDefault(last.v)} since`;
}

function plainDefault(value: DefaultValue): string {
  if ("required" in value) return "required";
  if (value.value === null) return "none";
  return value.value === "" ? "empty" : code(value.value);
}

function lifeLine(spec: KeySpec): string {
  const { since, removedIn } = spec.history;
  const deprecation = catalogData.deprecations[spec.key];
  const oldest = versionOrder(RELEASE_LINES[0] ?? "");
  return [
    versionOrder(since) > oldest ? `Since Kafka ${shortVersion(since)}.` : "",
    deprecation === undefined ? "" : `Deprecated since Kafka ${shortVersion(deprecation.deprecated)}.`,
    removedIn === null ? "" : `Removed in Kafka ${shortVersion(removedIn)}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** A value as inline code, whatever characters it holds. */
export function code(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${flat}\`` : `${fence} ${flat} ${fence}`;
}

/** `3.9.2` → `3.9`; a patch that is not the first one of a line stays, as in `3.0.1`. */
export function shortVersion(text: string): string {
  return text.replace("<=", "").split(".").slice(0, 2).join(".");
}
