import { isStrictIn, readAddresses, type BootstrapAddress } from "../../config/checks/bootstrap.js";
import { mendedAddress } from "../mended-address.js";
import { suspicionOf } from "../suspicious-value.js";
import type { Report, Rule } from "../types.js";

const KEY = "bootstrap.servers";

export const swallowedBootstrapAddress: Rule = {
  meta: {
    id: "swallowed-bootstrap-address",
    severity: "warning",
    category: "cluster",
    summary:
      "Client releases with the lenient address grammar use only the last host:port of an entry and drop the rest.",
    sources: ["Utils.getHost", "KAFKA-16824", "KAFKA-18171"],
  },
  messages: {
    swallowed: "The client uses only {used} of this entry and drops the rest without a word; 4.0 and later refuse it.",
    replace: "Replace with {address}",
    commas: "Separate the entries by commas",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting === undefined || context.evaluation.unresolved.has(KEY)) return [];
    if (isStrictIn(context.catalog.version) || suspicionOf(context, setting) !== undefined) return [];
    const strict = readAddresses(setting.value, true);
    return readAddresses(setting.value, false).flatMap((address, index): readonly Report[] => {
      if (address.port === undefined || strict[index]?.port !== undefined) return [];
      return [
        {
          messageId: "swallowed",
          data: { used: usedPart(address) },
          key: KEY,
          span: setting.spanOf(address.start, address.end),
          fixes: fixesFor(address.text).map((fix) => ({
            titleId: fix.titleId,
            data: { address: fix.text },
            safety: "suggestion",
            edits: context.document.edits.replacePart(setting, address.start, address.end, fix.text),
          })),
        },
      ];
    });
  },
};

/** An empty host is the machine itself. */
function usedPart(address: BootstrapAddress): string {
  const host = address.host === undefined || address.host === "" ? "localhost" : address.host;
  return `${host}:${String(address.port)}`;
}

function fixesFor(text: string): readonly { readonly titleId: string; readonly text: string }[] {
  const list = separated(text).map((entries) => ({ titleId: "commas", text: entries }));
  const mended = mendedAddress(text);
  return list.length > 0 || mended === undefined ? list : [{ titleId: "replace", text: mended }];
}

function separated(text: string): readonly string[] {
  const commas = text.replace(/;$/, "").replace(/[ \t]*;[ \t]*|[ \t]+/g, ",");
  return commas === text || !/:\d+,/.test(commas) ? [] : [commas];
}
