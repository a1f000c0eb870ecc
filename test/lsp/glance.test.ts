import { describe, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  SignatureHelp,
} from "vscode-languageserver";
import { COMPARABLE_REQUEST, type EffectiveResult } from "../../server/src/protocol/requests.js";
import { Wire } from "./wire.js";

const URI = "file:///project/producer.properties";
const TEXT = "# KAFKA-13598\nacks=1\ndelivery.timeout.ms=120000\n";
const textDocument = { uri: URI };
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function opened(): Promise<Wire> {
  const wire = await Wire.start();
  await wire.open(URI, TEXT);
  return wire;
}

describe("what editors show at a glance, on the wire", () => {
  test("inlay hints", async () => {
    const { client } = await opened();
    const hints = await client.sendRequest<InlayHint[]>("textDocument/inlayHint", { textDocument, range });
    expect(hints.map(({ label }) => label)).toEqual(["enable.idempotence=false", "= 2 min"]);
  });

  test("inlay hints as the settings say", async () => {
    const settings = { "": { inlayHints: { units: false } } };
    const wire = await Wire.start({ settings, capabilities: { workspace: { configuration: true } } });
    await wire.open(URI, TEXT);
    const hints = await wire.client.sendRequest<InlayHint[]>("textDocument/inlayHint", { textDocument, range });
    expect(hints.map(({ label }) => label)).toEqual(["enable.idempotence=false"]);
  });

  test("folding, and nothing for files that are not ours", async () => {
    const wire = await opened();
    const ask = (uri: string): Promise<FoldingRange[] | null> =>
      wire.client.sendRequest("textDocument/foldingRange", { textDocument: { uri } });
    expect(await ask(URI)).toEqual([{ startLine: 0, endLine: 2 }]);
    await wire.open("file:///project/messages.properties", "a=1\nb=2\n");
    expect(await ask("file:///project/messages.properties")).toBeNull();
  });

  test("links", async () => {
    const links = await (
      await opened()
    ).client.sendRequest<DocumentLink[]>("textDocument/documentLink", { textDocument });
    expect(links.map(({ target }) => target)).toEqual(["https://issues.apache.org/jira/browse/KAFKA-13598"]);
  });

  test("semantic tokens, of all and of a range", async () => {
    const { client } = await opened();
    const all = await client.sendRequest<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
    const part = await client.sendRequest<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range });
    expect(all.data).toHaveLength(4 * 5);
    expect(part.data).toEqual(all.data);
  });

  test("refactorings and effective configurations to compare", async () => {
    const { client } = await opened();
    const context = { diagnostics: [], only: ["refactor.rewrite.ackwise"] };
    const found = await client.sendRequest<CodeAction[]>("textDocument/codeAction", { textDocument, range, context });
    expect(found.map(({ title }) => title)).toContain("Make this an idempotent producer: acks=all");
    const asked = { uri: URI, kafkaVersion: "2.8" };
    const { text } = await client.sendRequest<EffectiveResult>(COMPARABLE_REQUEST, asked);
    expect(text).toContain("# Kafka 2.8.2");
  });

  test("formatting, of all and of a range", async () => {
    const wire = await Wire.start();
    await wire.open(URI, " acks=1\n");
    const options = { tabSize: 2, insertSpaces: true };
    const edit = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, newText: "" };
    expect(await wire.client.sendRequest("textDocument/formatting", { textDocument, options })).toEqual([edit]);
    expect(await wire.client.sendRequest("textDocument/rangeFormatting", { textDocument, range, options })).toEqual([
      edit,
    ]);
  });

  test("options of a login module", async () => {
    const wire = await Wire.start();
    const start = "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule ";
    await wire.open(URI, start);
    const help = await wire.at<SignatureHelp>("signatureHelp", URI, 0, start.length);
    expect(help.signatures[0]?.label).toContain("PlainLoginModule required");
  });

  test("snippets only for clients that can take them", async () => {
    const completion = { completionItem: { snippetSupport: true } };
    for (const capabilities of [{}, { textDocument: { completion } }]) {
      const wire = await Wire.start({ capabilities });
      await wire.open(URI, "");
      const items = await wire.at<CompletionItem[]>("completion", URI, 0, 0);
      const text = items.find(({ label }) => label === "snippet: tls")?.textEdit?.newText ?? "";
      expect(text.includes("${1:")).toBe("textDocument" in capabilities);
    }
  });
});
