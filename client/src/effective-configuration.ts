import { EventEmitter, languages, Uri, ViewColumn, window, workspace, type Disposable } from "vscode";
import { EFFECTIVE_REQUEST, type DocumentParams, type EffectiveResult } from "../../server/src/protocol/requests.js";
import { nothingText, servedFile } from "./served-file.js";
import type { ServerLink } from "./server-link.js";

const SCHEME = "ackwise-effective";

/** Read-only documents with the configuration that the producer works with; they follow the file they are about. */
export class EffectiveConfiguration implements Disposable {
  readonly #link: ServerLink;
  readonly #changed = new EventEmitter<Uri>();
  readonly #disposables: { dispose(): unknown }[];

  constructor(link: ServerLink) {
    this.#link = link;
    this.#disposables = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#textFor(sourceOf(uri)),
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#refreshViewsOf(document.uri)),
    ];
  }

  /** Opens the view of a file beside it. */
  async show(): Promise<void> {
    const status = await servedFile(this.#link);
    if (status === undefined) return;
    const document = await workspace.openTextDocument(viewOf(Uri.parse(status.uri, true)));
    await languages.setTextDocumentLanguage(document, "properties").then(undefined, () => undefined);
    await window.showTextDocument(document, { preview: true, viewColumn: ViewColumn.Beside, preserveFocus: true });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #refreshViewsOf(source: Uri): void {
    if (source.scheme === SCHEME) return;
    const view = viewOf(source).toString();
    for (const { uri } of workspace.textDocuments) if (uri.toString() === view) this.#changed.fire(uri);
  }

  /** The view may be there when the file is closed or is nothing to Ackwise any more: then it says so. */
  async #textFor(source: Uri): Promise<string> {
    const params: DocumentParams = { uri: source.toString() };
    const result = await this.#link.running?.sendRequest<EffectiveResult | null>(EFFECTIVE_REQUEST, params);
    return result?.text ?? `# ${nothingText(source)}\n`;
  }
}

/** The name ends so that no selector for `.properties` files takes the view for a configuration. */
function viewOf(source: Uri): Uri {
  return Uri.from({ scheme: SCHEME, path: `${source.path} (effective)`, query: source.toString() });
}

function sourceOf(view: Uri): Uri {
  return Uri.parse(view.query, true);
}
