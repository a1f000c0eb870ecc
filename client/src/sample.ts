import {
  commands,
  Disposable,
  env,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Selection,
  Uri,
  window,
  workspace,
  type Event,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from "vscode";
import { SAMPLE_FILES, SAMPLE_SCHEME } from "../../server/src/protocol/sample.js";
import { SECTION } from "../../server/src/protocol/settings.js";

const FOLDER = Uri.from({ scheme: SAMPLE_SCHEME, path: "/sample" });

interface Entry {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/**
 * A folder to try things out in, in memory: it asks for no place, needs no trust, is there in browsers too and leaves nothing behind. A
 * window that is loaded anew begins with the sample as it was.
 */
export class Sample implements FileSystemProvider, Disposable {
  readonly #extensionUri: Uri;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #disposables: readonly { dispose(): unknown }[];
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;
  #files: Promise<Map<string, Entry>> | undefined;

  constructor(extensionUri: Uri) {
    this.#extensionUri = extensionUri;
    const provider = workspace.registerFileSystemProvider(SAMPLE_SCHEME, this, { isCaseSensitive: true });
    this.#disposables = [this.#changed, provider];
  }

  /** Opens the sample's files, the producer's in front; with a key the cursor stands on it and its hover is shown. */
  async open(key?: unknown): Promise<void> {
    const [first, ...others] = SAMPLE_FILES;
    for (const name of others.toReversed()) {
      const document = await workspace.openTextDocument(Uri.joinPath(FOLDER, name));
      await window.showTextDocument(document, { preview: false, preserveFocus: true });
    }
    const editor = await window.showTextDocument(Uri.joinPath(FOLDER, first), { preview: false });
    if (typeof key !== "string") return;
    const line = editor.document
      .getText()
      .split("\n")
      .findIndex((text) => text.startsWith(`${key}=`));
    if (line < 0) return; // The user has changed the sample.
    editor.selection = new Selection(line, 0, line, 0);
    editor.revealRange(editor.selection);
    await commands.executeCommand("editor.action.showHover");
  }

  async stat({ path }: Uri): Promise<FileStat> {
    if (path === "/" || path === FOLDER.path) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { bytes, mtime } = await this.#entry(path);
    return { type: FileType.File, ctime: 0, mtime, size: bytes.length };
  }

  async readDirectory({ path }: Uri): Promise<[string, FileType][]> {
    if (path !== FOLDER.path) throw FileSystemError.FileNotFound(path);
    const files = await this.#all();
    return [...files.keys()].map((file) => [file.slice(FOLDER.path.length + 1), FileType.File]);
  }

  async readFile({ path }: Uri): Promise<Uint8Array> {
    return (await this.#entry(path)).bytes;
  }

  async writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
    const files = await this.#all();
    const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    files.set(uri.path, { bytes, mtime: Date.now() });
    this.#changed.fire([{ type, uri }]);
  }

  async delete(uri: Uri): Promise<void> {
    (await this.#all()).delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from: Uri, to: Uri): Promise<void> {
    await this.writeFile(to, await this.readFile(from));
    await this.delete(from);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  /** Nobody but this window writes here, and that is told as it happens. */
  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #entry(path: string): Promise<Entry> {
    const entry = (await this.#all()).get(path);
    if (entry === undefined) throw FileSystemError.FileNotFound(path);
    return entry;
  }

  #all(): Promise<Map<string, Entry>> {
    this.#files ??= this.#original();
    return this.#files;
  }

  async #original(): Promise<Map<string, Entry>> {
    const set = workspace.getConfiguration(SECTION).get<unknown>("language");
    const isKorean = (typeof set === "string" && set !== "auto" ? set : env.language).startsWith("ko");
    const from = Uri.joinPath(this.#extensionUri, "client", "sample", isKorean ? "ko" : "en");
    const entries = SAMPLE_FILES.map(async (name): Promise<[string, Entry]> => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(from, name));
      return [Uri.joinPath(FOLDER, name).path, { bytes, mtime: 0 }];
    });
    return new Map(await Promise.all(entries));
  }
}
