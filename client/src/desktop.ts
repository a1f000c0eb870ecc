import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { SERVER_FLAGS } from "../../server/src/protocol/server-process.js";
import { Ackwise } from "./ackwise.js";

let ackwise: Ackwise | undefined;

/** The entry on desktops and remote machines: the server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server", "server.js").fsPath;
  ackwise = new Ackwise((options) => {
    const execArgv = [...SERVER_FLAGS];
    const run = { module, transport: TransportKind.ipc, options: { execArgv } };
    const debug = { ...run, options: { execArgv: [...execArgv, "--nolazy", "--inspect=6019"] } };
    const client = new LanguageClient("ackwise", "Ackwise", { run, debug }, options);
    return Promise.resolve({ client, end: () => undefined });
  });
  await ackwise.start(context);
}

export async function deactivate(): Promise<void> {
  await ackwise?.stop();
}
