import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type WorkspaceFolder,
} from "vscode-languageserver/node";
import { onTestFinished } from "vitest";
import type { Runtime } from "../../server/src/lsp/runtime.js";
import { startServer } from "../../server/src/lsp/server.js";

export interface WireOptions {
  readonly capabilities?: ClientCapabilities;
  /** The settings by folder URI; `""` for files outside folders. */
  readonly settings?: Record<string, unknown>;
  readonly folders?: readonly WorkspaceFolder[];
  /** Files that the host can read. */
  readonly files?: Map<string, string>;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  /** Threads to simulate on; without it the host has none. */
  readonly simulationThreads?: Runtime["simulationThreads"];
}

export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, configuration: true },
};

/** A real client and a real server with two streams in between. */
export class Wire {
  readonly client: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  lensRefreshes = 0;
  #waiting: (() => void)[] = [];

  private constructor(client: ProtocolConnection, options: WireOptions) {
    this.client = client;
    const seen = (): void => {
      for (const wake of this.#waiting.splice(0)) wake();
    };
    client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      seen();
    });
    client.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.logged.push(message);
      seen();
    });
    client.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      seen();
      return null;
    });
    client.onRequest("workspace/codeLens/refresh", () => {
      this.lensRefreshes++;
      seen();
      return null;
    });
    client.onRequest("client/registerCapability", ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      seen();
      return null;
    });
    client.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => options.settings?.[scopeUri ?? ""] ?? null),
    );
  }

  static async start(options: WireOptions = {}): Promise<Wire> {
    const up = new PassThrough();
    const down = new PassThrough();
    const readFile = (uri: string): Promise<string | undefined> => Promise.resolve(options.files?.get(uri));
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const { simulationThreads } = options;
    const listFiles = (folder: string): Promise<readonly string[]> => {
      const below = [...(options.files?.keys() ?? [])].filter((uri) => uri.startsWith(`${folder}/`));
      return Promise.resolve(below.map((uri) => uri.slice(folder.length + 1)).filter((name) => !name.includes("/")));
    };
    const runtime = { readFile, listFiles };
    startServer(server, simulationThreads === undefined ? runtime : { ...runtime, simulationThreads });
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const wire = new Wire(client, options);
    client.listen();
    onTestFinished(async () => {
      await client.sendRequest("shutdown");
      client.dispose();
      server.dispose();
    });
    const { capabilities = {}, initializationOptions } = options;
    const workspaceFolders = options.folders === undefined ? null : [...options.folders];
    await client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders,
      capabilities,
      initializationOptions,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await client.sendNotification("initialized", {});
    return wire;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: "properties", version, text };
    await this.client.sendNotification("textDocument/didOpen", { textDocument });
  }

  async change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.client.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Waits until something from the server makes a condition true. */
  async until<T>(condition: () => T | undefined): Promise<T> {
    for (;;) {
      const result = condition();
      if (result !== undefined) return result;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  /** The diagnostics that were pushed for a version of a document. */
  async pushed(uri: string, version: number | undefined): Promise<Diagnostic[]> {
    const found = await this.until(() =>
      this.published.find((params) => params.uri === uri && params.version === version),
    );
    return found.diagnostics;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const asked = previousResultId === undefined ? {} : { previousResultId };
    return this.client.sendRequest("textDocument/diagnostic", { textDocument: { uri }, ...asked });
  }

  at<T>(method: string, uri: string, line: number, character: number): Promise<T> {
    return this.client.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: { line, character } });
  }
}
