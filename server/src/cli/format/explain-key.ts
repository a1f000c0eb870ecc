import { catalogData, catalogFor, existsIn } from "../../core/catalog/catalog.js";
import type { DefaultValue, KeyHistory, Since, Validator } from "../../core/catalog/types.js";
import { versionOrder, type KafkaVersion } from "../../core/catalog/version.js";
import type { Style } from "./style.js";

/** The oldest release that anybody is told about. */
const FIRST_RELEASE = "2.1.0";

/** A producer setting with the history of its type, default and allowed values. */
export function explainKey(key: string, history: KeyHistory, version: KafkaVersion, style: Style): string {
  const rows: (readonly [string, string])[] = [
    ["type", historyText(history.type, (type) => type)],
    ["default", historyText(history.default, defaultText)],
    ["allowed", historyText(history.validator, validatorText)],
    ["importance", historyText(history.importance, (importance) => importance)],
    ["releases", lifeText(history)],
    ...deprecationRows(key),
  ];
  if (history.sensitive) rows.push(["secret", "yes: prints as [hidden]"]);
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, text]) => `  ${style("gray", name.padEnd(width))}  ${text}\n`).join("");
  return `${style("bold", key)}  ${inRelease(key, history, version)}\n\n${history.summary}\n\n${table}`;
}

function inRelease(key: string, history: KeyHistory, version: KafkaVersion): string {
  const spec = catalogFor(version).keys.get(key);
  if (spec === undefined || !existsIn(history, version))
    return `not a setting of Kafka ${version.text}, which ignores it`;
  if (spec.required) return `required in Kafka ${version.text}`;
  return `${spec.type}, default ${valueText(spec.defaultText)} in Kafka ${version.text}`;
}

/** `none, 3.3: one of …`: what held first, then each change with its release. */
function historyText<T>(history: readonly Since<T>[], print: (value: T) => string): string {
  const first = history.filter(({ from }) => versionOrder(from) <= versionOrder(FIRST_RELEASE)).at(-1);
  const later = history.filter(({ from }) => versionOrder(from) > versionOrder(FIRST_RELEASE));
  const parts = later.map(({ from, v }) => `since ${shortRelease(from)}: ${print(v)}`);
  return [...(first === undefined ? [] : [print(first.v)]), ...parts].join("; ");
}

function defaultText(value: DefaultValue): string {
  return "required" in value ? "none (required)" : valueText(value.value ?? undefined);
}

function valueText(value: string | undefined): string {
  if (value === undefined) return "none";
  return value === "" ? "empty" : value;
}

function validatorText(validator: Validator | null): string {
  if (validator === null) return "any";
  switch (validator.kind) {
    case "range": {
      if (validator.max === undefined) return `at least ${String(validator.min)}`;
      return validator.min === undefined ? `at most ${validator.max}` : `${validator.min} to ${validator.max}`;
    }
    case "oneOf":
      return `${validator.values.join(", ")}${validator.caseSensitive ? "" : " (any case)"}`;
    case "nonEmptyString":
      return "not empty";
    case "nonNull":
      return "any";
    case "gzipLevel":
      return `${validator.min} to ${validator.max}, or ${validator.also}`;
    case "list":
      return validator.emptyListAllowed
        ? "a list without empty elements"
        : "a list that is not empty, without empty elements";
  }
}

function lifeText({ since, removedIn }: KeyHistory): string {
  const from = versionOrder(since) <= versionOrder(FIRST_RELEASE) ? "all" : `since ${shortRelease(since)}`;
  return removedIn === null ? from : `${from}, removed in ${shortRelease(removedIn)}`;
}

function deprecationRows(key: string): (readonly [string, string])[] {
  return Object.entries(catalogData.deprecations).flatMap(([name, { deprecated, removed, replacement }]) => {
    if (name !== key && !name.startsWith(`${key}=`)) return [];
    const use = replacement === undefined ? "" : `; use ${replacement}`;
    const what = name === key ? "" : `${name.slice(key.length + 1)}: `;
    return [
      ["deprecated", `${what}since ${shortRelease(deprecated)}, gone in ${shortRelease(removed)}${use}`] as const,
    ];
  });
}

/** `3.0.0` is the release 3.0; `3.5.1` stays. */
function shortRelease(release: string): string {
  return release.replace("<=", "").replace(/\.0$/, "");
}
