import { commands, l10n, Uri, window, workspace, type Disposable } from "vscode";
import { UPGRADE_REQUEST, type UpgradeParams, type UpgradeResult } from "../../server/src/protocol/requests.js";
import { servedFile } from "./served-file.js";
import type { ServerLink } from "./server-link.js";
import { applyEdits } from "./write-down.js";

const SCHEME = "ackwise-upgrade";

/** Shows what becomes of the active file under another client release, and writes what keeps the old behaviour. */
export class ReleaseComparison implements Disposable {
  readonly #link: ServerLink;
  readonly #texts = new Map<string, string>();
  readonly #provider: Disposable;

  constructor(link: ServerLink) {
    this.#link = link;
    this.#provider = workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? "",
    });
  }

  async show(): Promise<void> {
    const status = await servedFile(this.#link);
    if (status === undefined) return;
    const placeHolder = l10n.t("Compare Kafka {0} with which client release?", status.kafkaVersion);
    const kafkaVersion = await window.showQuickPick([...status.choices], { placeHolder });
    if (kafkaVersion !== undefined) await this.#compare(Uri.parse(status.uri, true), kafkaVersion);
  }

  dispose(): void {
    this.#provider.dispose();
  }

  async #compare(uri: Uri, kafkaVersion: string): Promise<void> {
    const params: UpgradeParams = { uri: uri.toString(), kafkaVersion };
    const result = await this.#link.running?.sendRequest<UpgradeResult | null>(UPGRADE_REQUEST, params);
    if (result === undefined || result === null) return;
    const view = Uri.from({
      scheme: SCHEME,
      path: `${uri.path} (Kafka ${kafkaVersion}).md`,
      query: Date.now().toString(),
    });
    this.#texts.set(view.toString(), result.text);
    await commands.executeCommand("markdown.showPreviewToSide", view);
    if (result.edits.length > 0) await this.#offer(uri, result);
  }

  async #offer(uri: Uri, { edits }: UpgradeResult): Promise<void> {
    const write = l10n.t("Write these lines");
    const question = l10n.t("Keep the old behaviour? {0} settings would be written into the file.", edits.length);
    if ((await window.showInformationMessage(question, write)) !== write) return;
    await applyEdits(uri, edits);
  }
}
