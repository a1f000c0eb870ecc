import type { ExtensionContext } from "vscode";

/**
 * The entry in every host. One file for desktop and web, so that both share their code; what belongs to the other host is in it
 * but never runs.
 */
const isNode: boolean =
  typeof process === "object" && Object.hasOwn(process, "versions") && typeof process.versions.node === "string";

interface Host {
  activate(context: ExtensionContext): Promise<void>;
  deactivate(): Promise<void>;
}

let host: Host | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  host = await (isNode ? import("./desktop.js") : import("./browser.js"));
  await host.activate(context);
}

export async function deactivate(): Promise<void> {
  await host?.deactivate();
}
