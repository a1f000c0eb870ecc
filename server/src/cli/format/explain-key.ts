import { catalogData, catalogFor, existsIn } from "../../core/catalog/catalog.js";
import { isSecretKey } from "../../core/catalog/secrecy.js";
import type { DefaultValue, KeyHistory, Since, Validator } from "../../core/catalog/types.js";
import { versionOrder, type KafkaVersion } from "../../core/catalog/version.js";
import { summaryText } from "../../core/catalog/guide-texts.js";
import { cliSpeaker, type SayCli } from "../../core/messages/cli-texts.js";
import type { Messages } from "../../core/messages/messages.js";
import { columnsOf, padTo } from "../../core/report/render/columns.js";
import { explainGuide } from "./explain-guide.js";
import type { Style } from "./style.js";
import { TEXT_COLUMNS, wrapped, wrappedLines } from "./wrap.js";

/** The oldest release that anybody is told about. */
const FIRST_RELEASE = "2.1.0";

/** A producer setting: its meaning, the history of its type, default and allowed values, and the guide to it. */
export function explainKey(
  key: string,
  history: KeyHistory,
  version: KafkaVersion,
  style: Style,
  messages: Messages,
): string {
  const say = cliSpeaker(messages);
  const rows: (readonly [string, string])[] = [
    [say("explain/type"), historyText(history.type, (type) => type, say)],
    [say("explain/default"), historyText(history.default, (value) => defaultText(value, say), say)],
    [say("explain/allowed"), historyText(history.validator, (validator) => validatorText(validator, say), say)],
    [say("explain/releases"), lifeText(history, say)],
    ...deprecationRows(key, say),
  ];
  if (isSecretKey(key)) rows.push([say("explain/secret"), say("explain/secret-yes")]);
  const width = Math.max(...rows.map(([name]) => columnsOf(name)));
  const rest = `\n${" ".repeat(width + 4)}`;
  const linesOf = (text: string): string => wrappedLines(text, TEXT_COLUMNS - width - 4).join(rest);
  const table = rows.map(([name, text]) => `  ${style("gray", padTo(name, width))}  ${linesOf(text)}\n`).join("");
  const title = `${style("bold", key)}  ${inRelease(key, history, version, say)}\n`;
  const summary = wrapped(summaryText(key, history.summary, messages.plain.bind(messages)));
  return `${title}\n${summary}\n${table}${explainGuide(key, version, style, messages)}`;
}

function inRelease(key: string, history: KeyHistory, version: KafkaVersion, say: SayCli): string {
  const spec = catalogFor(version).keys.get(key);
  if (spec === undefined || !existsIn(history, version)) return say("explain/not-here", { version: version.text });
  if (spec.required) return say("explain/required", { version: version.text });
  return say("explain/here", { type: spec.type, value: valueText(spec.defaultText, say), version: version.text });
}

/** `none, 3.3: one of …`: what held first, then each change with its release. */
function historyText<T>(history: readonly Since<T>[], print: (value: T) => string, say: SayCli): string {
  const first = history.filter(({ from }) => versionOrder(from) <= versionOrder(FIRST_RELEASE)).at(-1);
  const later = history.filter(({ from }) => versionOrder(from) > versionOrder(FIRST_RELEASE));
  const parts = later.map(({ from, v }) => say("explain/since", { version: shortRelease(from), value: print(v) }));
  return [...(first === undefined ? [] : [print(first.v)]), ...parts].join("; ");
}

function defaultText(value: DefaultValue, say: SayCli): string {
  return "required" in value ? say("explain/none-required") : valueText(value.value ?? undefined, say);
}

function valueText(value: string | undefined, say: SayCli): string {
  if (value === undefined) return say("explain/none");
  return value === "" ? say("explain/empty") : value;
}

function validatorText(validator: Validator | null, say: SayCli): string {
  if (validator === null) return say("explain/any");
  switch (validator.kind) {
    case "range": {
      const { min, max } = validator;
      if (max === undefined) return say("explain/at-least", { min: String(min) });
      return min === undefined ? say("explain/at-most", { max }) : say("explain/between", { min, max });
    }
    case "oneOf":
      return validator.caseSensitive
        ? validator.values.join(", ")
        : say("explain/any-case", { values: validator.values.join(", ") });
    case "nonEmptyString":
      return say("explain/not-empty");
    case "nonNull":
      return say("explain/any");
    case "gzipLevel":
      return say("explain/or", { min: validator.min, max: validator.max, also: validator.also });
    case "list":
      return say(validator.emptyListAllowed ? "explain/list" : "explain/list-not-empty");
  }
}

function lifeText({ since, removedIn }: KeyHistory, say: SayCli): string {
  const from =
    versionOrder(since) <= versionOrder(FIRST_RELEASE)
      ? say("explain/all")
      : say("explain/from", { version: shortRelease(since) });
  return removedIn === null ? from : say("explain/removed", { from, version: shortRelease(removedIn) });
}

function deprecationRows(key: string, say: SayCli): (readonly [string, string])[] {
  return Object.entries(catalogData.deprecations).flatMap(([name, { deprecated, removed, replacement }]) => {
    if (name !== key && !name.startsWith(`${key}=`)) return [];
    const releases = { deprecated: shortRelease(deprecated), removed: shortRelease(removed) };
    const life =
      replacement === undefined ? say("explain/gone", releases) : say("explain/gone-use", { ...releases, replacement });
    const what = name === key ? "" : `${name.slice(key.length + 1)}: `;
    return [[say("explain/deprecated"), `${what}${life}`] as const];
  });
}

/** `3.0.0` is the release 3.0; `3.5.1` stays. */
function shortRelease(release: string): string {
  return release.replace("<=", "").replace(/\.0$/, "");
}
