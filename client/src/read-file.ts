import { FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  LIST_FILES_REQUEST,
  READ_FILE_REQUEST,
  type DocumentParams,
  type ListFilesResult,
  type ReadFileResult,
} from "../../server/src/protocol/requests.js";

/** Reads build files and scenario files for a server that has no file system of its own. */
export function answerReadFile(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE_REQUEST, async ({ uri }: DocumentParams): Promise<ReadFileResult> => {
    try {
      const bytes = await workspace.fs.readFile(Uri.parse(uri, true));
      return { text: new TextDecoder().decode(bytes) };
    } catch {
      return { text: null }; // Most folders have no build file.
    }
  });
  client.onRequest(LIST_FILES_REQUEST, async ({ uri }: DocumentParams): Promise<ListFilesResult> => {
    try {
      const entries = await workspace.fs.readDirectory(Uri.parse(uri, true));
      return { names: entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name) };
    } catch {
      return { names: [] };
    }
  });
}
