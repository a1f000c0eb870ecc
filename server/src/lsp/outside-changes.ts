import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { PROJECT_FILES, SCENARIO_FILES, TRAFFIC_FILES } from "../protocol/languages.js";
import { SECTION } from "../protocol/settings.js";
import { BUILD_FILE_NAMES } from "../core/config/build-version.js";
import { isProjectFileName } from "../core/project/project-file-name.js";
import type { Session } from "./session.js";

/** Follows settings, workspace folders, build files, scenario and project files; `onChange` is called when answers may differ. */
export function followOutside(session: Session, onChange: () => void): void {
  const { client, connection, contexts, documents, folders, guard, projects, settings } = session;
  const changed = (): void => {
    contexts.invalidate();
    onChange();
  };
  connection.onDidChangeConfiguration(({ settings: pushed }: { settings: unknown }) => {
    settings.invalidate(pushed);
    changed();
  });
  const written = (uris: readonly string[]): void => {
    if (uris.map((uri) => forget(session, uri)).includes(true)) changed(); // All of them: no short circuit.
  };
  connection.onDidChangeWatchedFiles(({ changes }) => written(changes.map(({ uri }) => uri)));
  // Clients do not watch files outside their folders.
  documents.onDidSave(({ document }) => written([document.uri]));
  // An open project file counts as it stands there; most keystrokes change nothing that it says.
  const edited = ({ document: { uri } }: { readonly document: { readonly uri: string } }): void => {
    if (!isProjectFileName(uri)) return;
    void guard.task("project", async () => {
      if (await projects.reread(uri)) changed();
    });
  };
  documents.onDidChangeContent(edited);
  documents.onDidClose(edited);
  connection.onInitialized(() => {
    if (client.workspaceFolders) folders.listen(connection, changed);
    void guard.task("register", () => register(session));
  });
}

/** Whether answers rest on the file. */
function forget({ builds, projects, scenarios }: Session, uri: string): boolean {
  return [builds.forget(uri), scenarios.forget(uri), projects.forget(uri)].includes(true);
}

async function register({ client, connection }: Session): Promise<void> {
  if (client.watchConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  }
  if (client.watchFiles) {
    const watchers = [
      ...BUILD_FILE_NAMES.map((name) => `**/${name}`),
      SCENARIO_FILES,
      TRAFFIC_FILES,
      PROJECT_FILES,
    ].map((globPattern) => ({
      globPattern,
    }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
