import { Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { READ_FILE_REQUEST, type DocumentParams, type ReadFileResult } from "../../server/src/protocol/requests.js";

/** Reads build files for a server that has no file system of its own. */
export function answerReadFile(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE_REQUEST, async ({ uri }: DocumentParams): Promise<ReadFileResult> => {
    try {
      const bytes = await workspace.fs.readFile(Uri.parse(uri, true));
      return { text: new TextDecoder().decode(bytes) };
    } catch {
      return { text: null }; // Most folders have no build file.
    }
  });
}
