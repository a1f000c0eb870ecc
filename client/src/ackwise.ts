import { commands, window, workspace, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import { SECTION } from "../../server/src/protocol/settings.js";
import { clientOptions } from "./client-options.js";
import { EffectiveConfiguration } from "./effective-configuration.js";
import { answerReadFile } from "./read-file.js";
import { selectKafkaVersion } from "./select-kafka-version.js";
import { VersionStatus } from "./version-status.js";

/** Makes a client that is not started yet; how depends on the host. */
export type MakeClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The extension: one language client, restarted on demand, and the parts of the window that talk to it. */
export class Ackwise {
  readonly #makeClient: MakeClient;
  #client: BaseLanguageClient | undefined;
  #output: LogOutputChannel | undefined;
  #status: VersionStatus | undefined;

  constructor(makeClient: MakeClient) {
    this.#makeClient = makeClient;
  }

  async start(context: ExtensionContext): Promise<void> {
    const client = (): BaseLanguageClient | undefined => this.#client;
    this.#output = window.createOutputChannel("Ackwise", { log: true });
    this.#status = new VersionStatus(client);
    const effective = new EffectiveConfiguration(client);
    context.subscriptions.push(
      this.#output,
      this.#status,
      effective,
      commands.registerCommand(COMMANDS.restartServer, () => this.#restart()),
      commands.registerCommand(COMMANDS.showOutput, () => this.#output?.show()),
      commands.registerCommand(COMMANDS.showEffectiveConfiguration, () => effective.show()),
      commands.registerCommand(COMMANDS.selectKafkaVersion, () => selectKafkaVersion(client())),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.files.include`)) void this.#restart();
      }),
    );
    await this.#startClient();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }

  async #startClient(): Promise<void> {
    if (this.#output === undefined) return;
    const client = await this.#makeClient(clientOptions(this.#output));
    this.#client = client;
    answerReadFile(client);
    this.#status?.follow(client);
    await client.start();
    await this.#status?.refresh();
  }

  /** A new server and not the old one again: in a browser a worker that has ended cannot be started. */
  async #restart(): Promise<void> {
    await this.stop();
    await this.#startClient();
  }
}
