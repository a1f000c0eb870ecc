import { commands, EventEmitter, l10n, Uri, window, workspace, type Disposable, type QuickPickItem } from "vscode";
import type { PresetId } from "../../server/src/protocol/requests.js";
import {
  COMPARABLE_REQUEST,
  PRESET_IDS,
  type ComparableParams,
  type EffectiveResult,
} from "../../server/src/protocol/requests.js";
import { nameOf, nothingText, servedFile } from "./served-file.js";
import type { ServerLink } from "./server-link.js";

const SCHEME = "ackwise-compare";

interface PresetItem extends QuickPickItem {
  readonly preset: PresetId;
}

/** Effective configurations side by side: of a file and another release, a preset, or another file. They follow the files. */
export class EffectiveComparison implements Disposable {
  readonly #link: ServerLink;
  readonly #changed = new EventEmitter<Uri>();
  readonly #disposables: readonly { dispose(): unknown }[];

  constructor(link: ServerLink) {
    this.#link = link;
    this.#disposables = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (view) => {
          const params = paramsOf(view);
          return (await this.#textFor(params)) ?? `# ${nothingText(Uri.parse(params.uri, true))}\n`;
        },
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#refreshViewsOf(document.uri)),
    ];
  }

  async withRelease(): Promise<void> {
    const status = await servedFile(this.#link);
    if (status === undefined) return;
    const placeHolder = l10n.t("Compare Kafka {0} with which client release?", status.kafkaVersion);
    const kafkaVersion = await window.showQuickPick([...status.choices], { placeHolder });
    if (kafkaVersion === undefined) return;
    const { uri } = status;
    await this.#show({ uri }, `Kafka ${status.kafkaVersion}`, { uri, kafkaVersion }, `Kafka ${kafkaVersion}`);
  }

  async withPreset(): Promise<void> {
    const status = await servedFile(this.#link);
    if (status === undefined) return;
    const items = PRESET_IDS.map((preset): PresetItem => ({ label: presetLabel(preset), preset }));
    const item = await window.showQuickPick(items, { placeHolder: l10n.t("Compare with which preset?") });
    if (item === undefined) return;
    const { uri } = status;
    await this.#show({ uri }, nameOf(Uri.parse(uri, true)), { uri, preset: item.preset }, item.label);
  }

  async withFile(): Promise<void> {
    const status = await servedFile(this.#link);
    if (status === undefined) return;
    const uri = Uri.parse(status.uri, true);
    const openLabel = l10n.t("Compare");
    const [other] = (await window.showOpenDialog({ openLabel, filters: { Properties: ["properties"] } })) ?? [];
    if (other === undefined) return;
    await workspace.openTextDocument(other); // The server knows what is open.
    await this.#show({ uri: status.uri }, nameOf(uri), { uri: other.toString() }, nameOf(other));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #show(left: ComparableParams, leftName: string, right: ComparableParams, rightName: string): Promise<void> {
    if ((await this.#textFor(right)) === undefined) {
      await window.showInformationMessage(
        l10n.t("{0}: there is nothing to compare with, or the client refuses it.", rightName),
      );
      return;
    }
    const name = nameOf(Uri.parse(left.uri, true));
    const title = `${leftName === name ? "" : `${name}: `}${leftName} ↔ ${rightName}`;
    await commands.executeCommand("vscode.diff", viewOf(left, leftName), viewOf(right, rightName), title);
  }

  #refreshViewsOf(source: Uri): void {
    if (source.scheme === SCHEME) return;
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === SCHEME && paramsOf(uri).uri === source.toString()) this.#changed.fire(uri);
    }
  }

  async #textFor(params: ComparableParams): Promise<string | undefined> {
    const result = await this.#link.running?.sendRequest<EffectiveResult | null>(COMPARABLE_REQUEST, params);
    return result?.text;
  }
}

/** The name ends so that no selector for `.properties` files takes the view for a configuration. */
function viewOf(params: ComparableParams, name: string): Uri {
  const { path } = Uri.parse(params.uri, true);
  return Uri.from({ scheme: SCHEME, path: `${path} (${name})`, query: JSON.stringify(params) });
}

function paramsOf(view: Uri): ComparableParams {
  return JSON.parse(view.query) as ComparableParams;
}

function presetLabel(preset: PresetId): string {
  switch (preset) {
    case "durable":
      return l10n.t("durable");
    case "low-latency":
      return l10n.t("low latency");
    case "one-at-a-time":
      return l10n.t("low latency, rare records");
    case "high-throughput":
      return l10n.t("high throughput");
    case "exactly-once":
      return l10n.t("exactly once");
    case "bounded-blocking":
      return l10n.t("bounded blocking");
    case "diskless":
      return l10n.t("answers that take long");
    case "event-hubs":
      return "Azure Event Hubs";
    case "msk-iam":
      return l10n.t("Amazon MSK with IAM");
    case "confluent-cloud":
      return "Confluent Cloud";
    case "aiven":
      return "Aiven";
    case "oci-streaming":
      return "OCI Streaming";
    case "redpanda-cloud":
      return "Redpanda Cloud";
    default:
      return preset satisfies never;
  }
}
