import type { CancellationToken } from "vscode-languageserver";
import {
  APPLY_CHANGES_REQUEST,
  WHAT_IF_FORM_REQUEST,
  WHAT_IF_REQUEST,
  type ApplyChangesParams,
  type ApplyChangesResult,
  type WhatIfForm,
  type WhatIfParams,
  type WhatIfResult,
} from "../protocol/what-if.js";
import type { DocumentParams } from "../protocol/requests.js";
import type { Analysis } from "../service/analysis.js";
import { simulationConstants, whatIf } from "../service/experiment.js";
import { NoThreads } from "./simulation-host.js";
import { withDocument, type Session } from "./session.js";

const NOT_SERVED: WhatIfResult = {
  outcome: "failed",
  message: "This file is not open, or it is no Kafka producer configuration.",
};

/** Answers what the what-if panel asks. Simulations run on threads of their own, never on this one. */
export function serveWhatIf(session: Session): void {
  const { connection, service } = session;
  const running = new Map<string, AbortController>();
  connection.onRequest(WHAT_IF_FORM_REQUEST, ({ uri }: DocumentParams, token: CancellationToken) =>
    withDocument<WhatIfForm | null>(
      session,
      "whatIfForm",
      uri,
      token,
      null,
      (doc, context) => service.whatIfForm(doc, context) ?? null,
    ),
  );
  connection.onRequest(APPLY_CHANGES_REQUEST, ({ uri, changes }: ApplyChangesParams, token: CancellationToken) =>
    withDocument<ApplyChangesResult | null>(
      session,
      "applyChanges",
      uri,
      token,
      null,
      (doc, context) => service.applyChanges(doc, changes, context) ?? null,
    ),
  );
  connection.onRequest(WHAT_IF_REQUEST, (params: WhatIfParams, token: CancellationToken) =>
    withDocument<WhatIfResult>(session, "whatIf", params.uri, token, NOT_SERVED, (doc, context) => {
      const analysis = service.configurationOf(doc, context);
      return analysis === undefined ? NOT_SERVED : answer(session, analysis, params, token, running);
    }),
  );
  connection.onShutdown(() => session.simulations.close());
}

/** The newest request of a panel is the one that counts. */
async function answer(
  { connection, simulations }: Session,
  analysis: Analysis,
  params: WhatIfParams,
  token: CancellationToken,
  running: Map<string, AbortController>,
): Promise<WhatIfResult> {
  const { panel, workDoneToken } = params;
  const abort = new AbortController();
  running.get(panel)?.abort();
  running.set(panel, abort);
  const cancelled = token.onCancellationRequested(() => abort.abort());
  const progress = connection.window.attachWorkDoneProgress(workDoneToken);
  progress.begin("Simulating", 0, undefined, true);
  try {
    return await simulations.experiment(
      simulationConstants(analysis),
      { signal: abort.signal, onProgress: (share) => progress.report(Math.floor(share * 100)) },
      (run) => whatIf(analysis, params, run, abort.signal),
    );
  } catch (error) {
    if (abort.signal.aborted) return { outcome: "superseded" };
    connection.console.warn(`whatIf failed: ${String(error)}`);
    return { outcome: "failed", message: failureText(error) };
  } finally {
    progress.done();
    cancelled.dispose();
    if (running.get(panel) === abort) running.delete(panel);
  }
}

function failureText(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof NoThreads
    ? `Simulations need a thread of their own, and none can be had: ${reason}.`
    : `The simulation failed: ${reason}.`;
}
