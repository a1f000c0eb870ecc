import {
  commands,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  type Disposable,
  type DocumentFilter,
  type LanguageStatusItem,
  type TextDocument,
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
import { isProperties, OPEN_SETTINGS, whyNotServed } from "./served-file.js";
import type { ServerLink } from "./server-link.js";

/** The key that menus of the manifest look at: whether the active editor shows what Ackwise serves. */
const IS_SERVED = "ackwise.isServed";

/**
 * The entries among the language's status items: for which client release a file is checked, in which scenario it is simulated, and what
 * was found; of a `.properties` file that is not served, why.
 */
export class VersionStatus implements Disposable {
  readonly #link: ServerLink;
  readonly #item: LanguageStatusItem;
  readonly #scenario: LanguageStatusItem;
  readonly #findings: LanguageStatusItem;
  readonly #disposables: { dispose(): unknown }[];
  #isServed = false;

  constructor(link: ServerLink) {
    this.#link = link;
    this.#item = languages.createLanguageStatusItem("ackwise.kafkaVersion", []);
    this.#item.name = l10n.t("Kafka client version");
    this.#item.severity = LanguageStatusSeverity.Information;
    this.#scenario = languages.createLanguageStatusItem("ackwise.scenario", []);
    this.#scenario.name = l10n.t("Kafka scenario");
    this.#scenario.severity = LanguageStatusSeverity.Information;
    this.#findings = languages.createLanguageStatusItem("ackwise.findings", []);
    this.#findings.name = l10n.t("Ackwise findings");
    this.#disposables = [
      ...[this.#item, this.#scenario, this.#findings],
      window.onDidChangeActiveTextEditor(() => void this.refresh()),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const active = window.activeTextEditor?.document;
        if (this.#isServed && uris.some((uri) => uri.toString() === active?.uri.toString())) this.#count(active);
      }),
    ];
  }

  /** Listens to a client that has just been made. */
  follow(client: BaseLanguageClient): void {
    client.onNotification(STATUS_CHANGED_NOTIFICATION, ({ uri, status }: StatusChangedParams) => {
      if (window.activeTextEditor?.document.uri.toString() === uri) this.#show(status);
    });
  }

  /** Asks the server about the active editor. */
  async refresh(): Promise<void> {
    const client = this.#link.running;
    const uri = window.activeTextEditor?.document.uri.toString();
    if (client === undefined || uri === undefined) return;
    const params: DocumentParams = { uri };
    const status = await client.sendRequest<Status | null>(STATUS_REQUEST, params).catch(() => null); // It may be ending.
    if (window.activeTextEditor?.document.uri.toString() === uri) this.#show(status);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(status: Status | null): void {
    const document = window.activeTextEditor?.document;
    this.#isServed = status !== null;
    void commands.executeCommand("setContext", IS_SERVED, this.#isServed);
    this.#findings.selector = document === undefined ? [] : selectorOf(document);
    if (status === null || document === undefined) {
      this.#item.selector = [];
      this.#scenario.selector = [];
      if (document !== undefined) this.#explain(document);
      return;
    }
    this.#count(document);
    this.#item.selector = selectorOf(document);
    this.#item.text = `Kafka ${status.kafkaVersion.split(".").slice(0, 2).join(".")}`;
    this.#item.detail = describe(status.source);
    this.#item.command = { title: l10n.t("Select Version"), command: COMMANDS.selectKafkaVersion };
    this.#scenario.selector = this.#item.selector;
    this.#scenario.text = l10n.t("Scenario {0}", status.scenario.name);
    this.#scenario.detail = describeScenario(status.scenario.source);
    this.#scenario.command = { title: l10n.t("Select Scenario"), command: COMMANDS.selectScenario };
  }

  /** A file in which nothing is found is quiet; here it is said that somebody has looked. */
  #count(document: TextDocument | undefined): void {
    if (document === undefined) return;
    const found = languages.getDiagnostics(document.uri).filter(({ source }) => source === "ackwise").length;
    this.#findings.text = found === 0 ? l10n.t("Nothing found") : l10n.t("Findings: {0}", found);
    this.#findings.detail = l10n.t("by Ackwise");
    this.#findings.command = { title: l10n.t("Show Problems"), command: "workbench.actions.view.problems" };
  }

  /** A `.properties` file may be meant for Ackwise, which does not say a word about it. */
  #explain(document: TextDocument): void {
    if (!isProperties(document)) {
      this.#findings.selector = [];
      return;
    }
    const { text, setting } = whyNotServed(document);
    this.#findings.text = text;
    this.#findings.detail = "";
    this.#findings.command = { title: l10n.t("Open Settings"), command: OPEN_SETTINGS, arguments: [setting] };
  }
}

/** Selectors know no single file; another one of the same sort is asked about as soon as it is active. */
function selectorOf({ uri, languageId }: TextDocument): DocumentFilter {
  return { scheme: uri.scheme, language: languageId };
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
