import { MarkupKind, type Hover } from "vscode-languageserver-types";
import { valueGuideOf } from "../core/catalog/guide.js";
import { keyKind, type KeyKind } from "../core/catalog/key-kind.js";
import type { Setting } from "../core/dialects/types.js";
import type { Position } from "../core/text/line-index.js";
import type { Span } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { guideDocs } from "./guide-docs.js";
import { presetHover } from "./presets.js";
import { HIDDEN, isSecret } from "./secrets.js";
import { code, settingDocs, shortVersion } from "./setting-docs.js";
import { settingAt } from "./setting-at.js";
import { humanValue } from "./units.js";

const LONGEST_VALUE = 200;

/** What a setting is, and which value the producer works with. */
export function hover(analysis: Analysis, position: Position): Hover | undefined {
  const { document } = analysis;
  const at = settingAt(document, document.lines.offsetAt(position));
  if (at === undefined) return presetHover(analysis, document.lines.offsetAt(position));
  if (at.part === "separator") return undefined;
  const { setting } = at;
  return at.part === "key"
    ? hoverOf(analysis, setting.keySpan, keyText(analysis, setting))
    : hoverOf(analysis, setting.valueSpan, valueText(analysis, setting));
}

function hoverOf({ document }: Analysis, span: Span, value: string): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: document.lines.rangeOf(span) };
}

function keyText(analysis: Analysis, setting: Setting): string {
  const { catalog } = analysis.context;
  const spec = catalog.keys.get(setting.key);
  const about =
    spec === undefined
      ? kindText(keyKind(setting.key, catalog.version), catalog.version.text)
      : settingDocs(spec, catalog.version);
  const title = `**${setting.key.replace(/[*_\\]/g, "\\$&")}**`;
  const guide = spec === undefined ? "" : guideDocs(setting.key, analysis.context.evaluation);
  return [title, about, valueHere(analysis, setting), guide].filter((part) => part !== "").join("\n\n");
}

function valueText(analysis: Analysis, setting: Setting): string {
  const spec = analysis.context.catalog.keys.get(setting.key);
  const human = spec === undefined ? undefined : humanValue(setting.key, spec.type, setting.value);
  const title = `**${setting.key.replace(/[*_\\]/g, "\\$&")}**${human === undefined ? "" : ` = ${human}`}`;
  const meaning = isSecret(setting.key) ? undefined : valueGuideOf(setting.key, setting.value);
  return [title, meaning ?? "", valueHere(analysis, setting), spec?.summary ?? ""]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The value that counts here and who decided it: this line, a later one, the default, or the client. */
function valueHere({ document, context }: Analysis, setting: Setting): string {
  const effective = context.evaluation.effective.get(setting.key);
  const counting = document.byKey.get(setting.key);
  const overridden =
    setting.overridden && counting !== undefined ? `Line ${counting.line} sets it again and wins. ` : "";
  if (effective === undefined) return overridden.trim();
  const spec = context.catalog.keys.get(setting.key);
  const text = effective.value ?? "";
  const secret = isSecret(setting.key);
  const human = secret || spec === undefined ? undefined : humanValue(setting.key, spec.type, text);
  const shown = secret && text !== "" ? code(HIDDEN) : text === "" ? "nothing" : code(cut(text));
  const origin = effective.source === "file" ? `line ${counting?.line ?? setting.line}` : ORIGINS[effective.source];
  const note = effective.note === undefined ? "" : `: ${effective.note}`;
  const verb = context.evaluation.error === undefined ? "works" : "would work";
  return `${overridden}The producer ${verb} with ${shown}${human === undefined ? "" : `, ${human}`} (${origin}${note}).`;
}

const ORIGINS = {
  default: "the client's default",
  framework: "set by the framework",
  adjusted: "changed by the client",
} as const;

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** What a key is that the release's ConfigDef does not define. */
function kindText(kind: KeyKind, version: string): string {
  switch (kind.kind) {
    case "producer":
      return "Read by the client outside its list of settings.";
    case "plugin":
      return `Read by ${kind.plugin}; the client passes it through.`;
    case "newer":
      return `Exists from Kafka ${shortVersion(kind.since)} on, not in ${shortVersion(version)}: the client ignores it.`;
    case "removed":
      return `Removed in Kafka ${shortVersion(kind.removedIn)}: the client ignores it.`;
    case "old-producer":
      return `A setting of the producer before Kafka ${kind.removedIn}; the client ignores it.${insteadOf(kind.use)}`;
    case "consumer":
      return "A setting of the consumer; the producer ignores it.";
    case "admin":
      return "A setting of the admin client; the producer ignores it.";
    case "librdkafka":
      return `A setting of librdkafka; the Java client ignores it.${insteadOf(kind.use)}`;
    case "prefixed":
      return `With this prefix the client ignores it.${insteadOf(kind.use)}`;
    case "misspelled":
      return `No setting of the client.${insteadOf(kind.use)}`;
    case "unknown":
      return "No setting of the client: it is passed on to serializers, interceptors and other plugins.";
    default:
      return kind satisfies never;
  }
}

function insteadOf(use: string | undefined): string {
  return use === undefined ? "" : ` Use ${code(use)}.`;
}
