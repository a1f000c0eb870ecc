import { env, l10n, Uri, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from "vscode";
import type { PanelState } from "../../server/src/protocol/what-if-panel.js";
import { SECTION } from "../../server/src/protocol/settings.js";
import { nameOf, servedFile } from "./served-file.js";
import type { ServerLink } from "./server-link.js";
import { readPageParts, whatIfPage, type PageParts } from "./what-if-page.js";
import { WhatIfPanel } from "./what-if-panel.js";

const VIEW_TYPE = "ackwise.whatIf";

/** The what-if panels of the window, one for each document. */
export class WhatIfPanels implements Disposable {
  readonly #extensionUri: Uri;
  readonly #link: ServerLink;
  readonly #log: (line: string) => void;
  #parts: Promise<PageParts> | undefined;
  readonly #panels = new Map<string, WhatIfPanel>();
  readonly #disposables: readonly Disposable[];

  constructor(extensionUri: Uri, link: ServerLink, log: (line: string) => void) {
    this.#log = log;
    this.#extensionUri = extensionUri;
    this.#link = link;
    this.#disposables = [
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          if (isPanelState(state)) return this.#adopt(panel, state, Date.now());
          panel.dispose();
          return Promise.resolve();
        },
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(SECTION)) return;
        for (const panel of this.#panels.values()) panel.followSoon();
      }),
    ];
  }

  /** Opens the panel of a document beside it, or shows the one there is; without a document that of the editor in use. */
  async show(target?: Uri | string): Promise<void> {
    const askedMs = Date.now();
    const given = typeof target === "string" ? Uri.parse(target, true) : target;
    const status = await servedFile(this.#link, given);
    if (status === undefined) return;
    const known = this.#panels.get(status.uri);
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(VIEW_TYPE, "", { viewColumn: ViewColumn.Beside, preserveFocus: true });
    await this.#adopt(panel, { uri: status.uri, changes: [], variants: [] }, askedMs);
  }

  /** The panels themselves stay: a window that is loaded anew restores them. */
  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #adopt(panel: WebviewPanel, state: PanelState, askedMs: number): Promise<void> {
    const onPainted = (atMs: number): void => this.#log(`what-if panel painted after ${Math.round(atMs - askedMs)} ms`);
    const held = new WhatIfPanel(panel, state, this.#link, onPainted);
    panel.title = l10n.t("What if: {0}", nameOf(held.uri));
    panel.iconPath = Uri.joinPath(this.#extensionUri, "client", "images", "icon.svg");
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    this.#panels.set(state.uri, held);
    panel.onDidDispose(() => {
      held.dispose();
      this.#panels.delete(state.uri);
    });
    this.#parts ??= readPageParts(this.#extensionUri);
    const parts = await this.#parts;
    if (this.#panels.get(state.uri) === held) panel.webview.html = whatIfPage(parts, env.language); // Else it has been closed.
  }
}

function isPanelState(state: unknown): state is PanelState {
  if (typeof state !== "object" || state === null) return false;
  const { uri, changes, variants } = state as Partial<Record<keyof PanelState, unknown>>;
  return typeof uri === "string" && Array.isArray(changes) && Array.isArray(variants);
}
