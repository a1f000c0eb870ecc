import { cliSpeaker, type SayCli } from "../../core/messages/cli-texts.js";
import { HIDDEN } from "../../core/catalog/secrecy.js";
import type { EffectiveConfig, EffectiveError, EffectiveSetting } from "../../core/report/effective.js";
import { columnsOf, cutTo, padTo } from "../../core/report/render/columns.js";
import { inJson, inOneLine, inTerminal, withoutCommands } from "../../core/text/shown.js";
import type { Style } from "./style.js";
import { ownOf } from "../../core/text/own.js";

/** What the producer makes of a file. */
export interface EffectiveFile {
  readonly file: string;
  readonly config: EffectiveConfig;
}

/** `effective --format json`: the shape is fixed, other programs read it. */
export function formatEffectiveJson({ file, config }: EffectiveFile): string {
  const { dialect, kafkaVersion, verdict, error, asItStands, dependsOn, settings, raw } = config;
  const shape = {
    file,
    dialect,
    kafkaVersion,
    verdict,
    ...(error === undefined ? {} : { error }),
    ...(asItStands === undefined ? {} : { asItStands }),
    dependsOn,
    settings,
    raw,
  };
  return `${inJson(shape, 2)}\n`;
}

/** The effective configuration as a `.properties` file; what no file can say stands in comments. */
export function formatEffectiveProperties({ file, config }: EffectiveFile, say: SayCli = cliSpeaker()): string {
  const lines = [`# ${say("effective/with-defaults", { file: inOneLine(file), version: config.kafkaVersion })}`];
  if (config.error !== undefined) lines.push(`# ${say("effective/throws")} ${inOneLine(config.error.message)}`);
  if (config.asItStands !== undefined)
    lines.push(`# ${say("effective/as-it-stands")} ${inOneLine(config.asItStands.message)}`);
  for (const [key, setting] of Object.entries(config.settings)) {
    if (setting.source === "adjusted") lines.push(`# ${changeOf(setting, say)}`);
    if (setting.value === null || setting.value.includes(HIDDEN))
      lines.push(`# ${key}=${inOneLine(setting.value ?? "")}`);
    else lines.push(`${key}=${escapeValue(setting.value)}`);
  }
  return withoutCommands(`${lines.join("\n")}\n`);
}

function changeOf({ note }: EffectiveSetting, say: SayCli): string {
  return note === undefined ? say("effective/changed") : say("effective/changed-note", { note: inOneLine(note) });
}

/** Verdict first, then a row per setting: what the file says comes before what the defaults say. */
export function formatEffectiveTable(
  { file, config }: EffectiveFile,
  versionOrigin: string,
  style: Style,
  say: SayCli = cliSpeaker(),
): string {
  const head = `${style("underline", inOneLine(file))}  Kafka ${config.kafkaVersion} (${versionOrigin})\n${verdictOf(config, style, say)}\n`;
  const rows = Object.entries(config.settings).map(([key, setting]) => rowOf(key, setting, say));
  const ordered = [
    ...rows.filter((row) => row.setting.source !== "default"),
    ...rows.filter((row) => row.setting.source === "default"),
  ];
  const keyWidth = widest(
    rows.map(({ key }) => key),
    3,
  );
  const valueWidth = Math.min(
    MAX_VALUE_COLUMNS,
    widest(
      rows.map(({ value }) => value),
      5,
    ),
  );
  const sourceWidth = widest(
    rows.map(({ source }) => source),
    6,
  );
  const line = (key: string, value: string, source: string, note: string): string =>
    `${padTo(key, keyWidth)}  ${padTo(value, valueWidth)}  ${padTo(source, sourceWidth)}  ${note}`.trimEnd();
  const titleOf = (id: "key" | "value" | "source" | "note"): string => say(`effective/title-${id}`);
  const titles = style("bold", line(titleOf("key"), titleOf("value"), titleOf("source"), titleOf("note")));
  const body = ordered.map(({ key, value, source, note, setting }) => {
    const text = line(key, value, source, note);
    if (setting.source === "default") return style("dim", text);
    return setting.source === "adjusted" ? style("yellow", text) : text;
  });
  return inTerminal(`${head}\n${[titles, ...body].join("\n")}\n`);
}

const MAX_VALUE_COLUMNS = 60;

interface Row {
  readonly key: string;
  readonly value: string;
  readonly source: string;
  readonly note: string;
  readonly setting: EffectiveSetting;
}

function rowOf(key: string, setting: EffectiveSetting, say: SayCli): Row {
  const { value, source, line, note } = setting;
  const shown = value === null ? "-" : value === "" ? '""' : shorten(inOneLine(value));
  const origin = say(`effective/from-${source}`);
  const where = line === undefined ? origin : say("effective/from-line", { source: origin, line });
  return { key, value: shown, source: where, note: inOneLine(note ?? ""), setting };
}

function verdictOf(config: EffectiveConfig, style: Style, say: SayCli): string {
  switch (config.verdict) {
    case "ok":
      return style("green", say("effective/starts"));
    case "throws":
      return [style("red", say("effective/throws")), ...chainOf(config.error)].join("\n");
    case "unknown": {
      const reasons = config.dependsOn.map(({ key, reason }) => `  ${key}: ${inOneLine(reason)}`);
      const refusal =
        config.asItStands === undefined ? [] : [say("effective/as-it-stands"), ...chainOf(config.asItStands)];
      return [style("yellow", say("effective/depends")), ...reasons, ...refusal].join("\n");
    }
  }
}

function chainOf(error: EffectiveError | undefined): readonly string[] {
  return (error?.exception ?? []).map((part, depth) => `  ${"  ".repeat(depth)}${inOneLine(part)}`);
}

function widest(texts: readonly string[], least: number): number {
  return texts.reduce((width, text) => Math.max(width, columnsOf(text)), least);
}

function shorten(text: string): string {
  return cutTo(text, MAX_VALUE_COLUMNS);
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f" };

/** Escapes a value as `Properties.store` does, where `load` or a terminal would take a character for something else. */
function escapeValue(value: string): string {
  return value
    .replace(/[\\\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, escapeOf)
    .replace(/##(?=\[|vso\[)/g, "#\\u0023")
    .replace(/^(?=[ =:])/, "\\");
}

function escapeOf(character: string): string {
  return ownOf(ESCAPES, character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`;
}
