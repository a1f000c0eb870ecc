import type { serveSimulations } from "../worker/serve-simulations.js";
import type { startServer } from "./server.js";

/** What the one program can be: see main.ts. */
export interface Programs {
  readonly startServer: typeof startServer;
  readonly serveSimulations: typeof serveSimulations;
}
