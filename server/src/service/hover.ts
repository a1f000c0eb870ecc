import { shortVersion } from "../core/catalog/version.js";
import { pluginPhrase } from "../core/messages/phrase-texts.js";
import { MarkupKind, type Hover } from "vscode-languageserver-types";
import { valueGuideOf } from "../core/catalog/guide.js";
import { summaryText } from "../core/catalog/guide-texts.js";
import { keyKind, type KeyKind } from "../core/catalog/key-kind.js";
import { secretsOf } from "../core/dialects/document-secrets.js";
import { isSecretKey, shownValue } from "../core/catalog/secrecy.js";
import type { Setting } from "../core/dialects/types.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import { codeSpan } from "../core/text/shown.js";
import type { Position } from "../core/text/line-index.js";
import type { Span } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { guideDocs } from "./guide-docs.js";
import { jaasHover } from "./jaas-hover.js";
import { platformDocs } from "./platform-docs.js";
import { presetHover } from "./presets.js";
import { settingDocs } from "./setting-docs.js";
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
  const word = at.part === "value" ? jaasHover(analysis, setting, document.lines.offsetAt(position)) : undefined;
  if (word !== undefined) return hoverOf(analysis, word.span, word.text);
  return at.part === "key"
    ? hoverOf(analysis, setting.keySpan, keyText(analysis, setting))
    : hoverOf(analysis, setting.valueSpan, valueText(analysis, setting));
}

function hoverOf({ document }: Analysis, span: Span, value: string): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: document.lines.rangeOf(span) };
}

function keyText(analysis: Analysis, setting: Setting): string {
  const { catalog } = analysis.context;
  const { messages } = analysis;
  const spec = catalog.keys.get(setting.key);
  const about =
    spec === undefined
      ? kindText(keyKind(setting.key, catalog.version), catalog.version.text, serviceSpeaker(messages))
      : settingDocs(spec, catalog.version, messages);
  const title = titleOf(analysis, setting);
  const guide = spec === undefined ? "" : guideDocs(setting.key, analysis.context.evaluation, messages);
  const platforms = setting.key === "bootstrap.servers" ? platformDocs(analysis) : "";
  return [title, about, valueHere(analysis, setting), platforms, guide].filter((part) => part !== "").join("\n\n");
}

function valueText(analysis: Analysis, setting: Setting): string {
  const spec = analysis.context.catalog.keys.get(setting.key);
  const { messages } = analysis;
  const say = serviceSpeaker(messages);
  const human = spec === undefined ? undefined : humanValue(setting.key, spec.type, setting.value, say);
  const title = `${titleOf(analysis, setting)}${human === undefined ? "" : ` = ${human}`}`;
  const translated = messages.plain.bind(messages);
  const meaning = isSecretKey(setting.key) ? undefined : valueGuideOf(setting.key, setting.value, translated);
  const summary = spec === undefined ? "" : summaryText(spec.key, spec.summary, translated);
  const platforms = setting.key === "bootstrap.servers" ? platformDocs(analysis) : "";
  return [title, meaning ?? "", valueHere(analysis, setting), platforms, summary]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Keys of a file are code: as Markdown they could be pictures and links. */
function titleOf({ document, context }: Analysis, setting: Setting): string {
  if (context.catalog.keys.has(setting.key)) return `**${setting.key.replace(/[*_\\]/g, "\\$&")}**`;
  return `**${codeSpan(secretsOf(document).keyOf(setting))}**`;
}

/** The value that counts here and who decided it: this line, a later one, the default, or the client. */
function valueHere({ document, context, messages }: Analysis, setting: Setting): string {
  const say = serviceSpeaker(messages);
  const effective = context.evaluation.effective.get(setting.key);
  const counting = document.byKey.get(setting.key);
  const overridden =
    setting.overridden && counting !== undefined ? `${say("value/overridden", { line: counting.line })} ` : "";
  if (effective === undefined) return overridden.trim();
  const spec = context.catalog.keys.get(setting.key);
  const text = effective.value ?? "";
  const secret = isSecretKey(setting.key);
  const human = secret || spec === undefined ? undefined : humanValue(setting.key, spec.type, text, say);
  const shown = text === "" ? say("value/nothing") : codeSpan(cut(shownValue(setting.key, text)));
  const place = say("origin/line", { line: counting?.line ?? setting.line });
  const from = effective.source === "file" ? place : say(`origin/${effective.source}`);
  const note = effective.note === undefined ? "" : `: ${messages.say(effective.note)}`;
  const sentence = context.evaluation.error === undefined ? "value/works" : "value/would-work";
  const value = human === undefined ? shown : `${shown}, ${human}`;
  return `${overridden}${say(sentence, { value, origin: `${from}${note}` })}`;
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** What a key is that the release's ConfigDef does not define. */
function kindText(kind: KeyKind, version: string, say: SayService): string {
  const useOf = (use: string | undefined): string =>
    use === undefined ? "" : ` ${say("kind/use", { key: codeSpan(use) })}`;
  switch (kind.kind) {
    case "plugin":
      return say("kind/plugin", { plugin: pluginPhrase(kind.plugin) });
    case "newer":
      return say("kind/newer", { since: shortVersion(kind.since), version: shortVersion(version) });
    case "removed":
      return say("kind/removed", { version: shortVersion(kind.removedIn) });
    case "old-producer":
      return say("kind/old-producer", { version: kind.removedIn }) + useOf(kind.use);
    case "librdkafka":
    case "prefixed":
    case "misspelled":
      return say(`kind/${kind.kind}`) + useOf(kind.use);
    case "producer":
    case "consumer":
    case "admin":
    case "topic":
    case "broker":
    case "unknown":
      return say(`kind/${kind.kind}`);
    default:
      return kind satisfies never;
  }
}
