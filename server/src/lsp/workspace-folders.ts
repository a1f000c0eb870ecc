import type { Connection, InitializeParams, WorkspaceFolder } from "vscode-languageserver";

/** The folders the client has open. */
export class WorkspaceFolders {
  #folders: readonly WorkspaceFolder[];

  constructor({ workspaceFolders }: InitializeParams) {
    this.#folders = workspaceFolders ?? [];
  }

  /** Follows the client's changes; `onChange` is called after each. */
  listen(connection: Connection, onChange: () => void): void {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => folder.uri));
      this.#folders = [...this.#folders.filter((folder) => !gone.has(folder.uri)), ...added];
      onChange();
    });
  }

  /** The innermost folder that holds a document. */
  folderOf(uri: string): string | undefined {
    let found: string | undefined;
    for (const { uri: folder } of this.#folders) {
      const root = folder.endsWith("/") ? folder : `${folder}/`;
      if (uri.startsWith(root) && folder.length > (found?.length ?? -1)) found = folder;
    }
    return found;
  }
}
