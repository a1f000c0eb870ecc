import { SymbolKind, type DocumentSymbol } from "vscode-languageserver-types";
import { serviceSpeaker, type SayService } from "../../core/messages/service-texts.js";
import type { ObjectNode, TreeNode } from "../../core/syntax/value-tree.js";
import type { LineIndex } from "../../core/text/line-index.js";
import type { Span } from "../../core/text/span.js";
import type { SchemaFileAnalysis } from "./analysis.js";

/** Longer lists, such as recorded rates, are not gone through by hand. */
const MOST_ITEMS = 200;

/** The parts of a file as they stand inside each other. */
export function schemaSymbols({ document, messages }: SchemaFileAnalysis): DocumentSymbol[] {
  return document.root === undefined ? [] : symbolsIn(document.root, document.lines, serviceSpeaker(messages));
}

function symbolsIn(node: TreeNode, lines: LineIndex, say: SayService): DocumentSymbol[] {
  switch (node.kind) {
    case "scalar":
      return [];
    case "list":
      return node.items
        .slice(0, MOST_ITEMS)
        .map((item, index) => symbolOf(itemName(item, index), item.span, item.span, item, lines, say));
    case "object":
      return node.members.map(({ name, nameSpan, value }) => symbolOf(name, nameSpan, nameSpan, value, lines, say));
  }
}

function symbolOf(
  name: string,
  from: Span,
  selection: Span,
  node: TreeNode,
  lines: LineIndex,
  say: SayService,
): DocumentSymbol {
  const end = Math.max(from.end, node.span.end);
  // An alias leads to a place further up: what it names is not inside this symbol.
  const isInside = node.span.start >= from.start;
  return {
    name: name === "" ? say("symbol/no-name") : name,
    kind: KINDS[node.kind],
    ...(node.kind === "scalar" ? { detail: String(node.value) } : {}),
    range: lines.rangeOf({ start: from.start, end: isInside ? end : from.end }),
    selectionRange: lines.rangeOf(selection),
    ...(isInside ? { children: symbolsIn(node, lines, say) } : {}),
  };
}

const KINDS: Readonly<Record<TreeNode["kind"], SymbolKind>> = {
  object: SymbolKind.Object,
  list: SymbolKind.Array,
  scalar: SymbolKind.Property,
};

/** Faults by their kind, other items by their number. */
function itemName(item: TreeNode, index: number): string {
  const kind = item.kind === "object" ? kindIn(item) : undefined;
  return kind ?? `[${index}]`;
}

function kindIn({ members }: ObjectNode): string | undefined {
  const kind = members.find(({ name }) => name === "kind")?.value;
  return kind?.kind === "scalar" && typeof kind.value === "string" && kind.value !== "" ? kind.value : undefined;
}
