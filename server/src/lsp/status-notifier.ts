import { STATUS_CHANGED_NOTIFICATION, type StatusChangedParams } from "../protocol/requests.js";
import type { Session } from "./session.js";

/** Tells clients that want to know which release counts for a document, whenever that changes. */
export function serveStatus(session: Session): { readonly refresh: () => void } {
  const { client, connection, contexts, documents, guard, service } = session;
  if (client.abilities.status !== true) return { refresh: () => undefined };
  const told = new Map<string, string>();
  const tell = async (uri: string): Promise<void> => {
    const context = contexts.ready(uri) ?? (await contexts.load(uri));
    const document = documents.get(uri);
    if (document === undefined) return;
    const status = service.status(document, context) ?? null;
    const summary =
      status === null
        ? ""
        : `${status.kafkaVersion} ${status.source} ${status.scenario.name} ${status.scenario.source}`;
    if (told.get(uri) === summary) return;
    told.set(uri, summary);
    const params: StatusChangedParams = { uri, status };
    await connection.sendNotification(STATUS_CHANGED_NOTIFICATION, params);
  };
  documents.onDidChangeContent(({ document }) => void guard.task("status", () => tell(document.uri)));
  documents.onDidClose(({ document }) => told.delete(document.uri));
  return {
    refresh: () => {
      for (const { uri } of documents.all()) void guard.task("status", () => tell(uri));
    },
  };
}
