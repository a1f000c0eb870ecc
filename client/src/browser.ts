import { Uri, workspace, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { Ackwise } from "./ackwise.js";

let ackwise: Ackwise | undefined;

/** The entry in the web worker host: the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server", "server.js");
  ackwise = new Ackwise(async (options) => {
    // VS Code refuses workers from remote extensions by URL, so the script is read and started as a blob. A worker reads no
    // files either: the Korean texts are put before it, see scripts/build.mjs.
    const korean = Uri.joinPath(context.extensionUri, "dist", "korean.json");
    const [program, texts] = await Promise.all([script, korean].map((file) => workspace.fs.readFile(file)));
    const parts = ["globalThis.ackwiseKorean=", texts?.slice() ?? "{}", ";", program?.slice() ?? ""];
    const blob = new Blob(parts, { type: "text/javascript" });
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
