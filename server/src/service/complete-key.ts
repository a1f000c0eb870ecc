import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
} from "vscode-languageserver-types";
import { catalogData, type Catalog } from "../core/catalog/catalog.js";
import type { KeySpec } from "../core/catalog/types.js";
import { isAtLeast, type KafkaVersion } from "../core/catalog/version.js";
import type { ConfigDocument, Setting } from "../core/dialects/types.js";
import type { Analysis } from "./analysis.js";
import { rangeOnLine } from "./range-on-line.js";
import { settingDocs } from "./setting-docs.js";

/** The keys of the release that the file does not hold yet, required and important ones first. */
export function completeKey(
  analysis: Analysis,
  setting: Setting | undefined,
  offset: number,
  suggestCommand: string | undefined,
): CompletionItem[] {
  const { document, context } = analysis;
  const span = setting?.keySpan ?? { start: offset, end: offset };
  const range = rangeOnLine(document, span, offset);
  const separator = setting !== undefined && hasSeparator(setting) ? "" : separatorOf(document);
  const items: CompletionItem[] = [];
  for (const prepared of itemsOf(context.catalog)) {
    const key = prepared.label;
    if (document.byKey.has(key) && setting?.key !== key) continue;
    const insert = `${key}${separator}`;
    items.push({
      ...prepared,
      textEdit: { range, newText: insert },
      ...(suggestCommand === undefined || separator === ""
        ? {}
        : { command: { title: "Suggest", command: suggestCommand } }),
    });
  }
  return items;
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

const prepared = new WeakMap<Catalog, readonly CompletionItem[]>();

/** Everything about the items that depends on the release only; made once per release. */
function itemsOf(catalog: Catalog): readonly CompletionItem[] {
  const known = prepared.get(catalog);
  if (known !== undefined) return known;
  const items = [...catalog.keys.values()]
    .filter((spec) => !spec.internal)
    .map((spec) => itemOf(spec, catalog.version))
    .sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
  prepared.set(catalog, items);
  return items;
}

function itemOf(spec: KeySpec, version: KafkaVersion): CompletionItem {
  const deprecation = catalogData.deprecations[spec.key];
  const deprecated = deprecation !== undefined && isAtLeast(version, deprecation.deprecated);
  return {
    label: spec.key,
    kind: CompletionItemKind.Property,
    detail: spec.required ? "required" : spec.defaultText === undefined ? spec.type : `default ${spec.defaultText}`,
    documentation: { kind: MarkupKind.Markdown, value: settingDocs(spec, version) },
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
