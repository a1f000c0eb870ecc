import {
  commands,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  type Disposable,
  type LanguageStatusItem,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import {
  STATUS_CHANGED_NOTIFICATION,
  STATUS_REQUEST,
  type DocumentParams,
  type Status,
  type StatusChangedParams,
} from "../../server/src/protocol/requests.js";

/** The key that menus of the manifest look at: whether the active editor shows what Ackwise serves. */
const IS_SERVED = "ackwise.isServed";

/** The entries among the language's status items: for which client release a file is checked, in which scenario it is simulated. */
export class VersionStatus implements Disposable {
  readonly #client: () => BaseLanguageClient | undefined;
  readonly #item: LanguageStatusItem;
  readonly #scenario: LanguageStatusItem;
  readonly #disposables: { dispose(): unknown }[];

  constructor(client: () => BaseLanguageClient | undefined) {
    this.#client = client;
    this.#item = languages.createLanguageStatusItem("ackwise.kafkaVersion", []);
    this.#item.name = l10n.t("Kafka client version");
    this.#item.severity = LanguageStatusSeverity.Information;
    this.#scenario = languages.createLanguageStatusItem("ackwise.scenario", []);
    this.#scenario.name = l10n.t("Kafka scenario");
    this.#scenario.severity = LanguageStatusSeverity.Information;
    this.#disposables = [this.#item, this.#scenario, window.onDidChangeActiveTextEditor(() => void this.refresh())];
  }

  /** Listens to a client that has just been made. */
  follow(client: BaseLanguageClient): void {
    client.onNotification(STATUS_CHANGED_NOTIFICATION, ({ uri, status }: StatusChangedParams) => {
      if (window.activeTextEditor?.document.uri.toString() === uri) this.#show(status);
    });
  }

  /** Asks the server about the active editor. */
  async refresh(): Promise<void> {
    const client = this.#client();
    const uri = window.activeTextEditor?.document.uri.toString();
    if (client?.isRunning() !== true || uri === undefined) return;
    const params: DocumentParams = { uri };
    const status = await client.sendRequest<Status | null>(STATUS_REQUEST, params).catch(() => null); // It may be ending.
    if (window.activeTextEditor?.document.uri.toString() === uri) this.#show(status);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(status: Status | null): void {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand("setContext", IS_SERVED, status !== null);
    if (status === null || document === undefined) {
      this.#item.selector = [];
      this.#scenario.selector = [];
      return;
    }
    this.#item.selector = { scheme: document.uri.scheme, language: document.languageId };
    this.#item.text = `Kafka ${status.kafkaVersion.split(".").slice(0, 2).join(".")}`;
    this.#item.detail = describe(status.source);
    this.#item.command = { title: l10n.t("Select Version"), command: COMMANDS.selectKafkaVersion };
    this.#scenario.selector = this.#item.selector;
    this.#scenario.text = l10n.t("Scenario {0}", status.scenario.name);
    this.#scenario.detail = describeScenario(status.scenario.source);
    this.#scenario.command = { title: l10n.t("Select Scenario"), command: COMMANDS.selectScenario };
  }
}

function describe(source: Status["source"]): string {
  switch (source) {
    case "file":
      return l10n.t("from the comment in this file");
    case "command-line":
    case "settings":
      return l10n.t("from the settings");
    case "project":
      return l10n.t("from the project file");
    case "build":
      return l10n.t("from the build files");
    case "latest":
      return l10n.t("the newest release");
    default:
      return source satisfies never;
  }
}

function describeScenario(source: Status["scenario"]["source"]): string {
  switch (source) {
    case "comment":
      return l10n.t("from the comment in this file");
    case "file":
      return l10n.t("the nearest scenario file");
    case "project":
      return l10n.t("from the project file");
    case "settings":
      return l10n.t("from the settings");
    case "default":
      return l10n.t("the default");
    default:
      return source satisfies never;
  }
}
