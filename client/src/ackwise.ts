import { commands, window, workspace, type ExtensionContext, type LogOutputChannel, type Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import { SECTION } from "../../server/src/protocol/settings.js";
import { clientOptions } from "./client-options.js";
import { EffectiveComparison } from "./compare-effective.js";
import { ReleaseComparison } from "./compare-release.js";
import { EffectiveConfiguration } from "./effective-configuration.js";
import { answerReadFile } from "./read-file.js";
import { ServerLink } from "./server-link.js";
import { tellNotRunning } from "./served-file.js";
import { WhatIfPanels } from "./what-if-panels.js";
import { Sample } from "./sample.js";
import { selectKafkaVersion } from "./select-kafka-version.js";
import { selectScenario } from "./select-scenario.js";
import { VersionStatus } from "./version-status.js";

/** A client, and what ends its server when that does not end with the client. */
export interface Made {
  readonly client: BaseLanguageClient;
  readonly end: () => void;
}

/** Makes a client that is not started yet; how depends on the host. */
export type MakeClient = (options: LanguageClientOptions) => Promise<Made>;

/** The extension: one language client, restarted on demand, and the parts of the window that talk to it. */
export class Ackwise {
  readonly #makeClient: MakeClient;
  readonly #link = new ServerLink();
  #made: Made | undefined;
  /** Starts and stops wait for each other. */
  #queue: Promise<void> = Promise.resolve();
  #output: LogOutputChannel | undefined;
  #status: VersionStatus | undefined;

  constructor(makeClient: MakeClient) {
    this.#makeClient = makeClient;
  }

  async start(context: ExtensionContext): Promise<void> {
    const link = this.#link;
    this.#output = window.createOutputChannel("Ackwise", { log: true });
    this.#status = new VersionStatus(link);
    const effective = new EffectiveConfiguration(link);
    const comparison = new ReleaseComparison(link);
    const comparisons = new EffectiveComparison(link);
    const panels = new WhatIfPanels(context.extensionUri, link, (line) => this.#output?.info(line));
    const sample = new Sample(context.extensionUri);
    context.subscriptions.push(
      link,
      this.#output,
      this.#status,
      effective,
      commands.registerCommand(COMMANDS.restartServer, () => this.#restart()),
      commands.registerCommand(COMMANDS.showOutput, () => this.#output?.show()),
      commands.registerCommand(COMMANDS.showEffectiveConfiguration, () => effective.show()),
      comparison,
      commands.registerCommand(COMMANDS.compareRelease, () => comparison.show()),
      panels,
      commands.registerCommand(COMMANDS.whatIf, (uri?: Uri | string) => panels.show(uri)),
      sample,
      commands.registerCommand(COMMANDS.openSample, (key?: unknown) => sample.open(key)),
      comparisons,
      commands.registerCommand(COMMANDS.compareEffectiveRelease, () => comparisons.withRelease()),
      commands.registerCommand(COMMANDS.compareEffectivePreset, () => comparisons.withPreset()),
      commands.registerCommand(COMMANDS.compareEffectiveFile, () => comparisons.withFile()),
      commands.registerCommand(COMMANDS.selectScenario, () => selectScenario(link)),
      commands.registerCommand(COMMANDS.selectKafkaVersion, () => selectKafkaVersion(link)),
      link.onDidChange((state) => {
        if (state === "running") void this.#status?.refresh();
        if (state === "stopped") void tellNotRunning();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.files.include`)) this.#restart().catch(() => undefined); // Told in the output already.
      }),
    );
    await this.#enqueue(() => this.#startClient());
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#stopClient());
  }

  /** A new server and not the old one again: in a browser a worker that has ended cannot be started. */
  #restart(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#stopClient();
      await this.#startClient();
    });
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(task);
    this.#queue = done.catch((error: unknown) => this.#output?.error(error instanceof Error ? error : String(error)));
    return done;
  }

  /** What ends by our own will is not a server that has stopped: somebody starts another, or the window closes. */
  async #stopClient(): Promise<void> {
    const made = this.#made;
    this.#made = undefined;
    this.#link.starting();
    try {
      await made?.client.dispose();
    } finally {
      made?.end();
    }
  }

  async #startClient(): Promise<void> {
    if (this.#output === undefined) return;
    this.#link.starting();
    try {
      this.#made = await this.#makeClient(clientOptions(this.#output));
      const { client } = this.#made;
      answerReadFile(client);
      this.#status?.follow(client);
      this.#link.follow(client);
      await client.start();
    } catch (error) {
      this.#link.stopped();
      throw error;
    }
  }
}
