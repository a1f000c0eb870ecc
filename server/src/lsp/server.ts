import type { Connection, InitializeParams, InitializeResult } from "vscode-languageserver";
import { capabilitiesFor } from "./capabilities.js";
import { serveDiagnostics } from "./diagnostics.js";
import { serveFeatures, serveOwnRequests } from "./features.js";
import { followOutside } from "./outside-changes.js";
import { serveLenses } from "./lenses.js";
import { Previews } from "./previews.js";
import { serveGlance } from "./glance.js";
import type { Runtime } from "./runtime.js";
import { createSession } from "./session.js";
import { serveStatus } from "./status-notifier.js";
import { serveWhatIf } from "./what-if.js";

/** Serves the protocol on a connection until the client ends it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => initialize(connection, runtime, params));
  connection.listen();
}

function initialize(connection: Connection, runtime: Runtime, params: InitializeParams): InitializeResult {
  const session = createSession(connection, runtime, params);
  const { client, contexts, documents, service } = session;
  const previews = new Previews(session);
  serveFeatures(
    session,
    previews,
    params.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  );
  serveOwnRequests(session);
  serveWhatIf(session);
  serveLenses(session, previews);
  const glance = serveGlance(session);
  const diagnostics = serveDiagnostics(session);
  const status = serveStatus(session);
  followOutside(session, () => {
    diagnostics.refresh();
    status.refresh();
    previews.refresh();
    glance.refresh();
  });
  documents.onDidClose(({ document }) => {
    service.forget(document.uri);
    contexts.forget(document.uri);
    previews.forget(document.uri);
  });
  documents.listen(connection);
  return { capabilities: capabilitiesFor(client), serverInfo: { name: "ackwise" } };
}
