import { Uri, workspace, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { Ackwise } from "./ackwise.js";

let ackwise: Ackwise | undefined;

/** The entry in the web worker host: the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server", "server.js");
  ackwise = new Ackwise(async (options) => {
    // VS Code refuses workers from remote extensions by URL, so the script is read and started as a blob.
    const blob = new Blob([(await workspace.fs.readFile(script)).slice()], { type: "text/javascript" });
    // The worker itself and not a function: VS Code replaces Worker, and the client's `instanceof` fails on the result.
    const worker = new Worker(URL.createObjectURL(blob));
    const abilities = {
      ...(options.initializationOptions as { ackwise: object }).ackwise,
      simulationWorker: script.toString(),
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
