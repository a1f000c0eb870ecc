import { describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type SymbolInformation,
} from "vscode-languageserver";
import { EFFECTIVE_REQUEST, STATUS_REQUEST, VERSION_EDIT_REQUEST } from "../../server/src/protocol/requests.js";
import { Wire, type WireOptions } from "./wire.js";

const URI = "file:///project/producer.properties";
const TEXT = "bootstrap.servers=a:1\nlinger.ms=20\nrequest.timeout.ms=60000\ndelivery.timeout.ms=60000\nac";

async function opened(text = TEXT): Promise<Wire> {
  const wire = await Wire.start();
  await wire.open(URI, text);
  return wire;
}

const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe("every feature on the wire", () => {
  test("hover", async () => {
    const hover = await (await opened()).at<Hover>("hover", URI, 1, 3);
    expect(JSON.stringify(hover.contents)).toContain("linger.ms");
    expect(hover.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 9 } });
  });

  test("hover in the language of the editor, unless a setting says otherwise", async () => {
    const hoverIn = async (options: WireOptions): Promise<string> => {
      const wire = await Wire.start(options);
      await wire.open(URI, TEXT);
      return JSON.stringify((await wire.at<Hover>("hover", URI, 1, 3)).contents);
    };
    const english = "The producer would work with `20`";
    const settings = (language: string) => ({ initializationOptions: { settings: { language } } });
    expect(await hoverIn({ locale: "ko" })).toContain("`20` 값으로 동작합니다");
    expect(await hoverIn({ locale: "ko", ...settings("en") })).toContain(english);
    expect(await hoverIn({ locale: "de", ...settings("ko") })).not.toContain(english);
    expect(await hoverIn({ locale: "de" })).toContain(english);
  });

  test("completion", async () => {
    const items = await (await opened()).at<CompletionItem[]>("completion", URI, 4, 2);
    expect(items.find(({ label }) => label === "acks")?.textEdit?.newText).toBe("acks=");
  });

  test("the client's own command opens the values", async () => {
    const initializationOptions = { ackwise: { suggestCommand: "suggest" } };
    const wire = await Wire.start({ initializationOptions });
    await wire.open(URI, "ac");
    const items = await wire.at<CompletionItem[]>("completion", URI, 0, 2);
    expect(items.find(({ label }) => label === "acks")?.command?.command).toBe("suggest");
  });

  test("code actions and fix all", async () => {
    const wire = await opened(`${TEXT}ks=ALL`);
    const ask = (only: string[]): Promise<CodeAction[]> =>
      wire.client.sendRequest("textDocument/codeAction", {
        textDocument: { uri: URI },
        range: whole,
        context: { diagnostics: [], only },
      });
    const preferred = (await ask(["quickfix"])).filter(({ isPreferred }) => isPreferred === true);
    expect(preferred.map(({ title }) => title)).toContain("Remove delivery.timeout.ms (the default is 120000)");
    const [all, ...others] = await ask(["source.fixAll.ackwise"]);
    expect(others).toEqual([]);
    expect(JSON.stringify(all?.edit)).toContain('"newText":"all"');
  });

  test("symbols, in a tree or in a list, as the client can take them", async () => {
    const textDocument = { uri: URI };
    const flat = await (await opened()).client.sendRequest("textDocument/documentSymbol", { textDocument });
    expect((flat as SymbolInformation[])[0]).toMatchObject({ name: "bootstrap.servers", containerName: "cluster" });
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
    const wire = await Wire.start({ capabilities: { textDocument: { documentSymbol } } });
    await wire.open(URI, TEXT);
    const tree = await wire.client.sendRequest("textDocument/documentSymbol", { textDocument });
    expect((tree as DocumentSymbol[])[0]?.children?.[0]?.name).toBe("bootstrap.servers");
  });

  test("requests of our own", async () => {
    const wire = await opened();
    const uri = URI;
    expect(await wire.client.sendRequest(STATUS_REQUEST, { uri })).toMatchObject({ uri, source: "latest" });
    expect(await wire.client.sendRequest(EFFECTIVE_REQUEST, { uri })).toMatchObject({
      text: expect.stringContaining("linger.ms=20") as string,
    });
    expect(await wire.client.sendRequest(VERSION_EDIT_REQUEST, { uri, kafkaVersion: "3.9" })).toMatchObject({
      version: 1,
      edits: [{ newText: "# ackwise-kafka-version: 3.9\n" }],
    });
  });
});

describe("capabilities", () => {
  test("pull diagnostics are offered only to clients that ask", async () => {
    const capabilitiesOf = async (capabilities: object): Promise<InitializeResult["capabilities"]> => {
      const wire = await Wire.start();
      const params = { processId: null, rootUri: null, workspaceFolders: null, capabilities };
      return (await wire.client.sendRequest<InitializeResult>("initialize", params)).capabilities;
    };
    expect((await capabilitiesOf({})).diagnosticProvider).toBeUndefined();
    expect((await capabilitiesOf({ textDocument: { diagnostic: {} } })).diagnosticProvider).toBeDefined();
  });
});

describe("what goes wrong", () => {
  test("a cancelled request ends with the protocol's error", async () => {
    const wire = await opened();
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
    const answer = wire.client.sendRequest("textDocument/completion", params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });

  test.each([
    [-1, -1],
    [0, 1_000_000],
    [1_000_000, 0],
    [2_147_483_647, 2_147_483_647],
    [0.5, 0.5],
  ])("position %d:%d", async (line, character) => {
    const wire = await opened();
    await wire.at("hover", URI, line, character);
    await wire.at("completion", URI, line, character);
    const end = { line: line + 1, character };
    await wire.client.sendRequest("textDocument/codeAction", {
      textDocument: { uri: URI },
      range: { start: { line, character }, end },
      context: { diagnostics: [] },
    });
    expect(wire.logged).toEqual([]);
  });

  test("a document that is not open has empty answers", async () => {
    const wire = await Wire.start();
    expect(await wire.at("hover", URI, 0, 0)).toBeNull();
    expect(await wire.at("completion", URI, 0, 0)).toEqual([]);
    expect(await wire.client.sendRequest(STATUS_REQUEST, { uri: URI })).toBeNull();
  });

  test("our own mistake is logged, and the server goes on", async () => {
    const wire = await opened();
    const broken = { textDocument: { uri: URI }, range: null, context: { diagnostics: [] } };
    expect(await wire.client.sendRequest("textDocument/codeAction", broken)).toEqual([]);
    await wire.until(() => wire.logged.find((line) => line.includes("codeAction failed")));
    expect(await wire.at("hover", URI, 1, 3)).not.toBeNull();
  });
});
