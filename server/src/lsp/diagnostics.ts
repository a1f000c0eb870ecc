import { DocumentDiagnosticReportKind, type DocumentDiagnosticReport } from "vscode-languageserver";
import type { Found } from "../service/diagnostics.js";
import { withDocument, type Session } from "./session.js";

/** Gives diagnostics to the client: on request when it asks for them, else after every change. Never both. */
export function serveDiagnostics(session: Session): { readonly refresh: () => void } {
  return session.client.pullDiagnostics ? servePull(session) : servePush(session);
}

function servePush(session: Session): { readonly refresh: () => void } {
  const { connection, contexts, documents, guard, service } = session;
  const publish = async (uri: string, version: number): Promise<void> => {
    const context = contexts.ready(uri) ?? (await contexts.load(uri));
    const document = documents.get(uri);
    if (document?.version !== version) return; // A newer change brings its own.
    await connection.sendDiagnostics({ uri, version, diagnostics: service.diagnostics(document, context) });
  };
  documents.onDidChangeContent(({ document: { uri, version } }) => {
    void guard.task("diagnostics", () => publish(uri, version));
  });
  documents.onDidClose(({ document: { uri } }) => {
    void guard.task("diagnostics", () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  const refresh = (): void => {
    for (const { uri, version } of documents.all()) void guard.task("diagnostics", () => publish(uri, version));
  };
  return { refresh };
}

function servePull(session: Session): { readonly refresh: () => void } {
  const { client, connection, guard, service } = session;
  const resultIds = new WeakMap<Found, string>();
  let lastId = 0;
  const idOf = (analysis: Found): string => {
    const known = resultIds.get(analysis) ?? (++lastId).toString();
    resultIds.set(analysis, known);
    return known;
  };
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    withDocument(session, "diagnostic", uri, token, nothing, (document, context): DocumentDiagnosticReport => {
      const analysis = service.analysisOf(document, context);
      if (analysis === undefined) return nothing;
      const resultId = idOf(analysis);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: service.diagnostics(document, context) };
    }),
  );
  const refresh = (): void => {
    if (client.refreshDiagnostics) void guard.task("refresh", () => connection.languages.diagnostics.refresh());
  };
  return { refresh };
}
