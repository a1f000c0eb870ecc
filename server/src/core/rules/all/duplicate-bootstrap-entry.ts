import { readAddresses, type BootstrapAddress } from "../../config/checks/bootstrap.js";
import type { Report, Rule } from "../types.js";

const KEY = "bootstrap.servers";

export const duplicateBootstrapEntry: Rule = {
  meta: {
    id: "duplicate-bootstrap-entry",
    severity: "warning",
    category: "cluster",
    summary: "The same address twice in bootstrap.servers gives no second try when that broker is down.",
    sources: ["ClientUtils.parseAndValidateAddresses", "KIP-1161"],
  },
  messages: {
    duplicate: "{address} stands here already: a repeated entry is no second broker to try.",
    first: "First entry",
    remove: "Remove the repeated entries",
  },
  check: ({ document, catalog }) => {
    const setting = document.byKey.get(KEY);
    if (setting === undefined || !catalog.keys.has(KEY)) return [];
    const addresses = readAddresses(setting.value, false);
    const seen = new Map<string, BootstrapAddress>();
    const pairs = addresses.flatMap((address, index) => {
      const word = address.text.toLowerCase();
      const first = seen.get(word);
      if (first !== undefined) return [{ address, previous: addresses[index - 1], first }];
      seen.set(word, address);
      return [];
    });
    const edits = pairs.flatMap(({ address, previous }) =>
      document.edits.replacePart(setting, previous?.end ?? 0, address.end, ""),
    );
    return pairs.map(({ address, first }): Report => ({
      messageId: "duplicate",
      data: { address: address.text },
      key: KEY,
      span: setting.spanOf(address.start, address.end),
      related: [{ span: setting.spanOf(first.start, first.end), messageId: "first" }],
      fixes: [{ titleId: "remove", safety: "safe", edits }],
    }));
  },
};
