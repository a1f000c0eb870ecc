import type { CodeLens } from "vscode-languageserver";
import { simulationLens } from "../service/simulation-lens.js";
import type { Previews } from "./previews.js";
import { withDocument, type Session } from "./session.js";

/** Code lenses for clients that have a command to open the what-if panel. Never waits for a simulation. */
export function serveLenses(session: Session, previews: Previews): void {
  const { client, connection, service } = session;
  const { whatIfCommand } = client.abilities;
  if (whatIfCommand === undefined) return;
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    withDocument<CodeLens[]>(session, "codeLens", uri, token, [], (doc, context) => {
      const analysis = context.settings.codeLens ? service.configurationOf(doc, context) : undefined;
      return analysis === undefined ? [] : simulationLens(analysis, previews.lensState(analysis), whatIfCommand);
    }),
  );
}
