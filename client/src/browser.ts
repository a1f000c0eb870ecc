import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { Ackwise } from "./ackwise.js";
import { serverScript } from "./server-script.js";

let ackwise: Ackwise | undefined;

/** The entry in the web worker host: the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const dist = Uri.joinPath(context.extensionUri, "dist");
  ackwise = new Ackwise(async (options) => {
    // The worker itself and not a function: VS Code replaces Worker, and the client's `instanceof` fails on the result.
    const worker = new Worker(await serverScript(dist));
    const abilities = {
      ...(options.initializationOptions as { ackwise: object }).ackwise,
      simulationWorker: Uri.joinPath(dist, "server", "server.js").toString(),
    };
    const initializationOptions = { ackwise: abilities };
    const client = new LanguageClient("ackwise", "Ackwise", worker, { ...options, initializationOptions });
    return { client, end: () => worker.terminate() };
  });
  await ackwise.start(context);
}

export async function deactivate(): Promise<void> {
  await ackwise?.stop();
}
