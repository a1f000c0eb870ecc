import { SymbolKind, type DocumentSymbol } from "vscode-languageserver-types";
import { historyOf } from "../core/catalog/catalog.js";
import { secretsOf } from "../core/dialects/document-secrets.js";
import type { ConfigDocument, Setting } from "../core/dialects/types.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import { inOneLine } from "../core/text/shown.js";
import type { Analysis } from "./analysis.js";
import { groupName } from "./group-name.js";

const OTHER_GROUP = "other";

/** The settings under the catalog's groups. Neighbours of one group stand together, so that ranges enclose each other. */
export function documentSymbols({ document, messages }: Analysis): DocumentSymbol[] {
  const say = serviceSpeaker(messages);
  const groups: DocumentSymbol[] = [];
  let lastGroup: string | undefined;
  for (const setting of document.settings) {
    const group = historyOf(setting.key)?.group ?? OTHER_GROUP;
    const symbol = symbolOf(document, setting, say);
    const current = groups.at(-1);
    if (current === undefined || group !== lastGroup) {
      groups.push({
        ...symbol,
        name: groupName(group, say),
        detail: "",
        kind: SymbolKind.Namespace,
        children: [symbol],
      });
    } else {
      current.range = { start: current.range.start, end: symbol.range.end };
      current.children?.push(symbol);
    }
    lastGroup = group;
  }
  return groups;
}

function symbolOf(document: ConfigDocument, setting: Setting, say: SayService): DocumentSymbol {
  const { lines } = document;
  const secrets = secretsOf(document);
  return {
    name: setting.key === "" ? say("symbol/no-key") : inOneLine(secrets.keyOf(setting)),
    detail: inOneLine(secrets.valueOf(setting)),
    kind: SymbolKind.Property,
    range: lines.rangeOf({ start: setting.keySpan.start, end: Math.max(setting.keySpan.end, setting.valueSpan.end) }),
    selectionRange: lines.rangeOf(setting.keySpan),
  };
}
