import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DEFAULT_SETTINGS } from "../../server/src/protocol/settings.js";
import { createLanguageService } from "../../server/src/service/language-service.js";
import { Wire } from "./wire.js";

const URI = "file:///project/producer.properties";
const position = fc.record({ line: fc.nat(8), character: fc.nat(20) });
const piece = fc.constantFrom("acks", "=", "all", "\n", "\r\n", "\r", "\\", "x", "😀", " ", "#", "");
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const edit = fc.record({ from: position, to: position, text });

test("after any edits the server knows the same text as the client", async () => {
  const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
  const wire = await Wire.start({ capabilities: { textDocument: { documentSymbol, diagnostic: {} } } });
  const service = createLanguageService();
  const context = { settings: DEFAULT_SETTINGS, folderUri: undefined, buildVersion: undefined };
  await fc.assert(
    fc.asyncProperty(text, fc.array(edit, { maxLength: 8 }), async (initial, edits) => {
      const mirror = TextDocument.create(URI, "properties", 1, initial);
      await wire.open(URI, initial);
      for (const [index, { from, to, text: inserted }] of edits.entries()) {
        const [first, last] = [mirror.offsetAt(from), mirror.offsetAt(to)].sort((a, b) => a - b);
        const range = { start: mirror.positionAt(first ?? 0), end: mirror.positionAt(last ?? 0) };
        TextDocument.update(mirror, [{ range, text: inserted }], index + 2);
        await wire.change(URI, index + 2, { range, text: inserted });
      }
      const symbols = await wire.client.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
        textDocument: { uri: URI },
      });
      const report = await wire.pull(URI);
      await wire.close(URI);
      expect(symbols).toEqual(service.documentSymbols(mirror, { ...context }));
      expect(report.kind === "full" ? report.items : []).toEqual(service.diagnostics(mirror, { ...context }));
    }),
  );
});
