import type {
  CancellationToken,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
} from "vscode-languageserver";
import { COMPARABLE_REQUEST, type ComparableParams, type EffectiveResult } from "../protocol/requests.js";
import type { Analysis, ServiceContext } from "../service/analysis.js";
import { comparableText } from "../service/comparable-text.js";
import { documentLinks } from "../service/document-links.js";
import { foldingRanges } from "../service/folding.js";
import { formatting } from "../service/formatting.js";
import { inlayHints } from "../service/inlay-hints.js";
import { semanticTokens } from "../service/semantic-tokens.js";
import { signatureHelp } from "../service/signature-help.js";
import { withDocument, type Session } from "./session.js";

/** Answers what editors ask in order to show more than the text. `refresh` asks them to ask again. */
export function serveGlance(session: Session): { readonly refresh: () => void } {
  const { client, connection, guard } = session;
  const { languages } = connection;
  languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    withConfiguration<InlayHint[]>(session, "inlayHint", uri, token, [], (found, { settings }) =>
      inlayHints(found, range, settings.inlayHints),
    ),
  );
  // Null and not an empty list: editors then fold a file that is nothing to us as they would without us.
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    withConfiguration<FoldingRange[] | null>(session, "foldingRange", uri, token, null, foldingRanges),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    withConfiguration<DocumentLink[]>(session, "documentLink", uri, token, [], documentLinks),
  );
  languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    withConfiguration<SemanticTokens>(session, "semanticTokens", uri, token, { data: [] }, (found) =>
      semanticTokens(found),
    ),
  );
  languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    withConfiguration<SemanticTokens>(session, "semanticTokens", uri, token, { data: [] }, (found) =>
      semanticTokens(found, range),
    ),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
    withConfiguration<TextEdit[]>(session, "formatting", uri, token, [], (found) => formatting(found)),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
    withConfiguration<TextEdit[]>(session, "formatting", uri, token, [], (found) => formatting(found, range)),
  );
  connection.onSignatureHelp(({ textDocument: { uri }, position }, token) =>
    withConfiguration<SignatureHelp | null>(
      session,
      "signatureHelp",
      uri,
      token,
      null,
      (found) => signatureHelp(found, position) ?? null,
    ),
  );
  connection.onRequest(COMPARABLE_REQUEST, ({ uri, ...asked }: ComparableParams, token: CancellationToken) =>
    withConfiguration<EffectiveResult | null>(session, "comparable", uri, token, null, (found) => {
      const text = comparableText(found, asked);
      return text === undefined ? null : { text };
    }),
  );
  return {
    refresh: () => {
      if (client.refreshInlayHints) void guard.task("refresh", () => languages.inlayHint.refresh());
      if (client.refreshSemanticTokens) void guard.task("refresh", async () => languages.semanticTokens.refresh());
    },
  };
}

/** Answers about a document that is a producer configuration. */
export function withConfiguration<T>(
  session: Session,
  name: string,
  uri: string,
  token: CancellationToken,
  fallback: T,
  answer: (found: Analysis, context: ServiceContext) => T,
): Promise<T> {
  return withDocument<T>(session, name, uri, token, fallback, (document, context) => {
    const found = session.service.configurationOf(document, context);
    return found === undefined ? fallback : answer(found, context);
  });
}
