import { SymbolInformation, type CancellationToken, type DocumentSymbol } from "vscode-languageserver";
import {
  EFFECTIVE_REQUEST,
  SCENARIO_EDIT_REQUEST,
  STATUS_REQUEST,
  UPGRADE_REQUEST,
  VERSION_EDIT_REQUEST,
  type DocumentParams,
  type EffectiveResult,
  type ScenarioEditParams,
  type Status,
  type UpgradeParams,
  type UpgradeResult,
  type VersionEditParams,
  type VersionEditResult,
} from "../protocol/requests.js";
import { withTable } from "../service/neighbours.js";
import type { Previews } from "./previews.js";
import { withDocument, type Session } from "./session.js";

/** Answers the requests of the Language Server Protocol. */
export function serveFeatures(session: Session, previews: Previews, hierarchicalSymbols: boolean): void {
  const { connection, service } = session;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    withDocument(session, "hover", uri, token, null, (doc, context) => {
      const hover = service.hover(doc, position, context) ?? null;
      const analysis = hover === null ? undefined : service.configurationOf(doc, context);
      const table = analysis === undefined ? undefined : previews.neighbours(analysis, position, context);
      return hover === null || table === undefined ? hover : withTable(hover, table);
    }),
  );
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    withDocument(session, "completion", uri, token, [], (doc, context) => service.completion(doc, position, context)),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context: asked }, token) =>
    withDocument(session, "codeAction", uri, token, [], (doc, context) =>
      service.codeActions(doc, range, asked, context),
    ),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    withDocument<DocumentSymbol[] | SymbolInformation[]>(session, "documentSymbol", uri, token, [], (doc, context) => {
      const symbols = service.documentSymbols(doc, context);
      return hierarchicalSymbols ? symbols : symbols.flatMap((group) => flatten(group, uri));
    }),
  );
}

/** Answers the requests of `server/src/protocol/`. */
export function serveOwnRequests(session: Session): void {
  const { connection, service } = session;
  connection.onRequest(STATUS_REQUEST, ({ uri }: DocumentParams, token: CancellationToken) =>
    withDocument<Status | null>(
      session,
      "status",
      uri,
      token,
      null,
      (doc, context) => service.status(doc, context) ?? null,
    ),
  );
  connection.onRequest(EFFECTIVE_REQUEST, ({ uri }: DocumentParams, token: CancellationToken) =>
    withDocument<EffectiveResult | null>(session, "effective", uri, token, null, (doc, context) => {
      const text = service.effectiveText(doc, context);
      return text === undefined ? null : { text };
    }),
  );
  connection.onRequest(VERSION_EDIT_REQUEST, ({ uri, kafkaVersion }: VersionEditParams, token: CancellationToken) =>
    withDocument<VersionEditResult | null>(
      session,
      "versionEdit",
      uri,
      token,
      null,
      (doc, context) => service.versionEdit(doc, kafkaVersion, context) ?? null,
    ),
  );
  connection.onRequest(SCENARIO_EDIT_REQUEST, ({ uri, scenario }: ScenarioEditParams, token: CancellationToken) =>
    withDocument<VersionEditResult | null>(
      session,
      "scenarioEdit",
      uri,
      token,
      null,
      (doc, context) => service.scenarioEdit(doc, scenario, context) ?? null,
    ),
  );
  connection.onRequest(UPGRADE_REQUEST, ({ uri, kafkaVersion }: UpgradeParams, token: CancellationToken) =>
    withDocument<UpgradeResult | null>(
      session,
      "upgrade",
      uri,
      token,
      null,
      (doc, context) => service.upgrade(doc, kafkaVersion, context) ?? null,
    ),
  );
}

/** Old clients want a flat list that names the group. */
function flatten(group: DocumentSymbol, uri: string): SymbolInformation[] {
  return (group.children ?? []).map(({ name, kind, range }) =>
    SymbolInformation.create(name, kind, range, uri, group.name),
  );
}
