import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from "vscode-languageserver";

/** Runs request handlers so that a mistake of ours is logged and answered with a fallback, and the server lives on. */
export interface Guard {
  /** A request: cancelled ones end with the protocol's error, failing ones with the fallback. */
  request<T>(name: string, token: CancellationToken, fallback: T, handle: () => T | Promise<T>): Promise<T>;
  /** A notification or a task of our own. */
  task(name: string, run: () => void | Promise<void>): Promise<void>;
}

export function createGuard(log: Connection["console"]): Guard {
  const report = (name: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error(`${name} failed: ${text}`);
  };
  return {
    request: async (name, token, fallback, handle) => {
      stopWhenCancelled(token);
      try {
        const result = await handle();
        stopWhenCancelled(token);
        return result;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        report(name, error);
        return fallback;
      }
    },
    task: async (name, run) => {
      try {
        await run();
      } catch (error) {
        report(name, error);
      }
    },
  };
}

function stopWhenCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
