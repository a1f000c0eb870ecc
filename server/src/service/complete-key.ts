import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
} from "vscode-languageserver-types";
import { catalogData, historyOf, type Catalog } from "../core/catalog/catalog.js";
import type { KeySpec } from "../core/catalog/types.js";
import { isAtLeast, type KafkaVersion } from "../core/catalog/version.js";
import type { Evaluation } from "../core/config/evaluation.js";
import type { ConfigDocument, Setting } from "../core/dialects/types.js";
import type { Messages } from "../core/messages/messages.js";
import { serviceSpeaker } from "../core/messages/service-texts.js";
import type { Analysis } from "./analysis.js";
import { completeLines } from "./complete-snippet.js";
import { rangeOnLine } from "./range-on-line.js";
import { groupName } from "./group-name.js";
import { settingDocs } from "./setting-docs.js";
import { ownOf } from "../core/text/own.js";

/** The keys of the release that the file does not hold yet, required and important ones first. */
export function completeKey(
  analysis: Analysis,
  setting: Setting | undefined,
  offset: number,
  { suggestCommand, snippets = false }: CompletionAbilities,
): CompletionItem[] {
  const { document, context } = analysis;
  const wanted = wantedKeys(context.evaluation);
  const group = groupAbove(document, offset);
  const span = setting?.keySpan ?? { start: offset, end: offset };
  const range = rangeOnLine(document, span, offset);
  const separator = setting !== undefined && hasSeparator(setting) ? "" : separatorOf(document);
  const items: CompletionItem[] = [];
  for (const prepared of itemsOf(context.catalog, analysis.messages)) {
    const key = prepared.label;
    if (document.byKey.has(key) && setting?.key !== key) continue;
    const insert = `${key}${separator}`;
    items.push({
      ...prepared,
      sortText: sortTextOf(prepared, wanted, group),
      textEdit: { range, newText: insert },
      ...(suggestCommand === undefined || separator === ""
        ? {}
        : { command: { title: "Suggest", command: suggestCommand } }),
    });
  }
  const lines = separator === "" ? [] : completeLines(analysis, range, separator, snippets);
  return [...items.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1)), ...lines];
}

/** What an editor can do with an item besides inserting its text. */
export interface CompletionAbilities {
  /** The command that opens completion, to be run after a key has been inserted. */
  readonly suggestCommand?: string | undefined;
  /** Whether places of a text can be filled in one after the other. */
  readonly snippets?: boolean;
}

/** Within a rank, keys of the topic above the cursor come first. */
function sortTextOf(
  { label, sortText = "" }: CompletionItem,
  wanted: ReadonlySet<string>,
  group: string | undefined,
): string {
  const rank = wanted.has(label) ? "0" : sortText.slice(0, 1);
  return `${rank}${historyOf(label)?.group === group ? "0" : "1"}${label}`;
}

/** The topic of the last setting before an offset. */
function groupAbove({ settings }: ConfigDocument, offset: number): string | undefined {
  const above = settings.findLast(({ keySpan }) => keySpan.end < offset);
  return above === undefined ? undefined : historyOf(above.key)?.group;
}

/** What the settings of the file call for. */
function wantedKeys({ values, given }: Evaluation): ReadonlySet<string> {
  const protocol = String(values.get("security.protocol")?.value).toUpperCase();
  return new Set([
    ...(protocol.startsWith("SASL_") ? ["sasl.mechanism", "sasl.jaas.config"] : []),
    ...(protocol.endsWith("SSL") ? ["ssl.truststore.location", "ssl.truststore.password"] : []),
    ...(given.has("ssl.keystore.location") ? ["ssl.keystore.password"] : []),
    ...(given.has("transactional.id") ? ["transaction.timeout.ms"] : []),
  ]);
}

/** A key without separator has an empty value right behind it. */
function hasSeparator(setting: Setting): boolean {
  return setting.valueSpan.start > setting.keySpan.end;
}

/** How the other entries of the file part key and value. */
function separatorOf(document: ConfigDocument): string {
  const counts = new Map<string, number>();
  for (const { keySpan, valueSpan } of document.settings) {
    const written = document.text.slice(keySpan.end, valueSpan.start);
    if (/^[ \t]*[=:][ \t]*$/.test(written)) counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? "=";
}

const prepared = new WeakMap<Messages, WeakMap<Catalog, readonly CompletionItem[]>>();

/** Everything about the items that depends on release and language only; made once for both. */
function itemsOf(catalog: Catalog, messages: Messages): readonly CompletionItem[] {
  const inLanguage = prepared.get(messages) ?? new WeakMap<Catalog, readonly CompletionItem[]>();
  prepared.set(messages, inLanguage);
  const known = inLanguage.get(catalog);
  if (known !== undefined) return known;
  const items = [...catalog.keys.values()]
    .filter((spec) => !spec.internal)
    .map((spec) => itemOf(spec, catalog.version, messages))
    .sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
  inLanguage.set(catalog, items);
  return items;
}

function itemOf(spec: KeySpec, version: KafkaVersion, messages: Messages): CompletionItem {
  const say = serviceSpeaker(messages);
  const deprecation = ownOf(catalogData.deprecations, spec.key);
  const deprecated = deprecation !== undefined && isAtLeast(version, deprecation.deprecated);
  return {
    label: spec.key,
    kind: CompletionItemKind.Property,
    labelDetails: { description: groupName(spec.group, say) },
    detail: spec.required
      ? say("completion/required")
      : spec.defaultText === undefined
        ? spec.type
        : say("completion/default", { value: spec.defaultText }),
    documentation: { kind: MarkupKind.Markdown, value: settingDocs(spec, version, messages) },
    sortText: `${rankOf(spec, deprecated)}${spec.key}`,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
  };
}

/** What people come for. Kafka calls some of them of low importance, because most programs can leave them alone. */
const SOUGHT: ReadonlySet<string> = new Set([
  "acks",
  "batch.size",
  "client.id",
  "compression.type",
  "delivery.timeout.ms",
  "enable.idempotence",
  "linger.ms",
  "transactional.id",
]);

/** `bootstrap.servers` has a default (nothing) and is needed all the same. */
function rankOf(spec: KeySpec, deprecated: boolean): string {
  if (deprecated) return "9";
  if (spec.required || spec.key === "bootstrap.servers") return "0";
  return SOUGHT.has(spec.key) ? "1" : { high: "2", medium: "3", low: "4" }[spec.importance];
}
