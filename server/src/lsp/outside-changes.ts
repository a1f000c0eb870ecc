import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { PROJECT_FILES, SCENARIO_FILES, TRAFFIC_FILES } from "../protocol/languages.js";
import { SECTION } from "../protocol/settings.js";
import { BUILD_FILE_NAMES } from "../core/config/build-version.js";
import type { Session } from "./session.js";

/** Follows settings, workspace folders, build files, scenario and project files; `onChange` is called when answers may differ. */
export function followOutside(session: Session, onChange: () => void): void {
  const { builds, client, connection, contexts, folders, guard, projects, scenarios, settings } = session;
  const changed = (): void => {
    contexts.invalidate();
    onChange();
  };
  connection.onDidChangeConfiguration(({ settings: pushed }: { settings: unknown }) => {
    settings.invalidate(pushed);
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const known = changes.flatMap(({ uri }) => [builds.forget(uri), scenarios.forget(uri), projects.forget(uri)]); // All of them: no short circuit.
    if (known.includes(true)) changed();
  });
  connection.onInitialized(() => {
    if (client.workspaceFolders) folders.listen(connection, changed);
    void guard.task("register", () => register(session));
  });
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
