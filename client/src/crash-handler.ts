import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler } from "vscode-languageclient";

/** A server that crashes more often than this within the window is not restarted: the default of vscode-languageclient. */
const MOST_RESTARTS = 4;
const WINDOW_MS = 180_000;

/** Restarts a crashed server a few times; when it gives up, that is said by us, with a button that helps, and not by the client library. */
export function crashHandler(nowMs: () => number): ErrorHandler {
  let crashesMs: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= MOST_RESTARTS ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: (): CloseHandlerResult => {
      const now = nowMs();
      crashesMs = [...crashesMs.filter((atMs) => now - atMs < WINDOW_MS), now];
      const action = crashesMs.length > MOST_RESTARTS ? CloseAction.DoNotRestart : CloseAction.Restart;
      return { action, handled: true };
    },
  };
}
