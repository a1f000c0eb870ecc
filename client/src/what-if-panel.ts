import {
  CancellationTokenSource,
  commands,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type WebviewPanel,
} from "vscode";
import { WorkDoneProgress } from "vscode-languageclient";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import type { DocumentParams } from "../../server/src/protocol/requests.js";
import {
  APPLY_CHANGES_REQUEST,
  WHAT_IF_FORM_REQUEST,
  WHAT_IF_REQUEST,
  type ApplyChangesParams,
  type ApplyChangesResult,
  type Change,
  type WhatIfForm,
  type WhatIfParams,
  type WhatIfResult,
} from "../../server/src/protocol/what-if.js";
import type { FromPanel, PanelState, ToPanel } from "../../server/src/protocol/what-if-panel.js";
import { saveReport } from "./save-report.js";
import { nameOf, nothingText } from "./served-file.js";
import type { ServerLink } from "./server-link.js";
import { whatIfTexts } from "./what-if-texts.js";
import { applyEdits } from "./write-down.js";

type Run = Extract<FromPanel, { kind: "run" }>;
type Last = Extract<ToPanel, { kind: "report" }>["report"];
/** What there is to try, or why there is nothing. */
type View = Extract<ToPanel, { kind: "form" | "nothing" | "server" }>;

const SEEDS = 5;
/** After so long a pause of typing the panel follows the file. */
const PAUSE_MS = 400;
const SCENARIO_FILE = /\.ackwise\.(ya?ml|json)$/i;

/** One panel about one document: carries questions to the server and answers back. */
export class WhatIfPanel {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  readonly #link: ServerLink;
  readonly #onPainted: (atMs: number) => void;
  readonly #disposables: Disposable[];
  #state: PanelState;
  #running: CancellationTokenSource | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #last: Last | undefined;
  #asked = 0;
  /** Counts what may have changed the view: an older view is not shown. */
  #changes = 0;
  /** Whether the page hears: before it is open, and while it is loaded again, messages to it are lost. */
  #isOpen = false;
  /** Asked for while the page is loaded. */
  #first: Promise<View> | undefined;

  /** @param onPainted is told when the panel has been seen first (milliseconds since 1970) */
  constructor(panel: WebviewPanel, state: PanelState, link: ServerLink, onPainted: (atMs: number) => void) {
    this.#onPainted = onPainted;
    this.panel = panel;
    this.uri = Uri.parse(state.uri, true);
    this.#state = state;
    this.#link = link;
    this.#first = this.#view();
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: FromPanel) => this.#hear(message)),
      link.onDidChange(() => void this.#follow()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === state.uri) this.followSoon();
      }),
      workspace.onDidSaveTextDocument(({ fileName }) => {
        if (SCENARIO_FILE.test(fileName)) this.followSoon();
      }),
    ];
  }

  /** Something has changed that answers depend on: everything is asked anew, when no more changes come. */
  followSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#follow(), PAUSE_MS);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#running?.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #hear(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "ready":
        return this.#open();
      case "run":
        return this.#run(message);
      case "cancel":
        this.#running?.cancel();
        return;
      case "apply":
        return this.#apply(message.changes);
      case "save":
        return saveReport(this.uri, message.html);
      case "restart":
        await commands.executeCommand(COMMANDS.restartServer);
        return;
      case "output":
        await commands.executeCommand(COMMANDS.showOutput);
        return;
      case "painted":
        this.#onPainted(message.atMs);
        return;
    }
  }

  async #open(): Promise<void> {
    this.#isOpen = false;
    const changes = this.#changes;
    const view = await (this.#first ?? this.#view());
    this.#first = undefined;
    const form = view.kind === "form" ? view.form : emptyForm(this.uri);
    const last = this.#last === undefined ? {} : { last: this.#last };
    this.#post({ kind: "open", state: this.#state, form, texts: whatIfTexts(), ...last });
    if (view.kind !== "form") this.#post(view);
    this.#isOpen = true;
    if (changes !== this.#changes) await this.#follow(); // Something has changed since, which the page has not heard of.
  }

  async #follow(): Promise<void> {
    this.#first = undefined; // It answers for what was before.
    this.#changes += 1;
    const changes = this.#changes;
    const view = await this.#view();
    if (this.#isOpen && changes === this.#changes) this.#post(view);
  }

  /** What can be tried, or why there is nothing. A closed editor is no reason: the document is opened for the server to know it. */
  async #view(): Promise<View> {
    const client = this.#link.running;
    if (client === undefined) return this.#serverView();
    try {
      await workspace.openTextDocument(this.uri);
    } catch {
      const message = l10n.t("{0} cannot be opened: it has been moved or deleted.", nameOf(this.uri));
      return { kind: "nothing", message };
    }
    try {
      const params: DocumentParams = { uri: this.uri.toString() };
      const form = await client.sendRequest<WhatIfForm | null>(WHAT_IF_FORM_REQUEST, params);
      return form === null ? { kind: "nothing", message: nothingText(this.uri) } : { kind: "form", form };
    } catch (error) {
      return this.#serverView(error);
    }
  }

  /** A server that has ended is the reason for every failed request; its next state is asked about again. */
  #serverView(error?: unknown): View {
    const { state } = this.#link;
    return state === "running" ? { kind: "nothing", message: textOf(error) } : { kind: "server", state };
  }

  async #run({ number, changes, variants, scenario, quick }: Run): Promise<void> {
    this.#running?.cancel();
    const source = new CancellationTokenSource();
    this.#running = source;
    const client = this.#link.running;
    if (client === undefined) {
      this.#post(this.#serverView());
      return;
    }
    this.#state = { ...this.#state, changes, variants };
    this.#asked += 1;
    const workDoneToken = `ackwise-what-if-${this.uri.toString()}-${this.#asked}`;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === "report") this.#post({ kind: "progress", number, percent: value.percentage ?? 0 });
    });
    const panel = this.uri.toString();
    const asked = { uri: panel, panel, changes, variants, seeds: SEEDS, quick, workDoneToken };
    const params: WhatIfParams = scenario === undefined ? asked : { ...asked, scenario };
    try {
      const result = await client.sendRequest<WhatIfResult>(WHAT_IF_REQUEST, params, source.token);
      if (result.outcome === "failed") this.#fail(number, result.message);
      if (result.outcome !== "report") return;
      this.#last = result.report;
      this.#post({ kind: "report", number, report: result.report, moved: result.moved });
    } catch (error) {
      if (source.token.isCancellationRequested) return;
      if (this.#link.state === "running") this.#fail(number, textOf(error));
      else this.#post(this.#serverView());
    } finally {
      listening.dispose();
      if (this.#running === source) this.#running = undefined;
      source.dispose();
    }
  }

  /** One edit, so that one undo takes it back. */
  async #apply(changes: readonly Change[]): Promise<void> {
    const params: ApplyChangesParams = { uri: this.uri.toString(), changes };
    const client = this.#link.running;
    if (client === undefined) {
      this.#post(this.#serverView());
      return;
    }
    let result: ApplyChangesResult | null;
    try {
      result = await client.sendRequest<ApplyChangesResult | null>(APPLY_CHANGES_REQUEST, params);
    } catch (error) {
      this.#post(this.#serverView(error));
      return;
    }
    if (result === null) await window.showWarningMessage(nothingText(this.uri));
    else if (await applyEdits(this.uri, result.edits)) this.#post({ kind: "applied" });
    else await window.showWarningMessage(l10n.t("The changes could not be written: the file has changed meanwhile."));
  }

  #fail(number: number, message: string): void {
    this.#post({ kind: "failed", number, message });
  }

  #post(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function emptyForm(uri: Uri): WhatIfForm {
  const scenario = { name: "", from: "" };
  const nothing = { documentVersion: 0, kafkaVersion: "", fields: [], scenarios: [], scenario };
  return { uri: uri.toString(), fileName: nameOf(uri), ...nothing };
}
