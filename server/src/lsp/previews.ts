import { CodeLensRefreshRequest } from "vscode-languageserver";
import type { SimulateResult } from "../core/simulation/result/result.js";
import type { Position } from "../core/text/line-index.js";
import type { JobRunner } from "../core/whatif/experiment.js";
import { keyOfData } from "../core/whatif/job-key.js";
import type { Analysis, ServiceContext } from "../service/analysis.js";
import { simulationConstants } from "../service/experiment.js";
import { compareNeighbours, neighboursAt } from "../service/neighbours.js";
import { scenarioInUse } from "../service/scenario-in-use.js";
import type { LensState } from "../service/simulation-lens.js";
import { Remembered } from "./remembered.js";
import type { Session } from "./session.js";
import { NoThreads, type SimulationHost } from "./simulation-host.js";

/** After so long a pause of typing the text is worth simulating. */
const PAUSE_MS = 700;
const KEPT = 100;

interface Work {
  readonly key: string;
  readonly abort: AbortController;
  hasFailed: boolean;
}

/** What simulations in the background have found out: asked for without waiting, computed when there is time, and remembered. */
export class Previews {
  readonly #session: Session;
  readonly #host: SimulationHost;
  readonly #lenses: Remembered<SimulateResult> = new Remembered(KEPT);
  readonly #tables: Remembered<string> = new Remembered(KEPT);
  /** One piece of work for each sort and document: newer wishes end older ones. */
  readonly #work = new Map<string, Work>();
  #hasThreads = true;

  constructor(session: Session) {
    this.#session = session;
    this.#host = session.simulations.aside(1);
    session.connection.onExit(() => void this.#host.close());
  }

  /** What a simulation of the document says; begins one when that is not known. */
  lensState(analysis: Analysis): LensState {
    const { document, uri } = analysis;
    const scenario = scenarioInUse(analysis).input;
    const key = keyOf(analysis, scenario);
    const known = this.#lenses.get(key);
    if (known !== undefined) return known;
    const isBegun = this.#begin(`lens ${uri}`, key, analysis, PAUSE_MS, async (run) => {
      const [result] = await run([{ text: document.text, scenario, seed: 1 }], () => undefined);
      if (result !== undefined) this.#lenses.set(key, result);
      this.refresh();
    });
    return isBegun ? "running" : "unknown";
  }

  /** The setting at a position compared with its neighbours, when that is known; begins to find it out otherwise. */
  neighbours(analysis: Analysis, position: Position, { settings }: ServiceContext): string | undefined {
    if (!settings.hover.simulation) return undefined;
    const neighbours = neighboursAt(analysis, position);
    if (neighbours === undefined) return undefined;
    const key = keyOf(analysis, [scenarioInUse(analysis).input, neighbours]);
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    this.#begin(`hover ${analysis.uri}`, key, analysis, 0, async (run) => {
      this.#tables.set(key, await compareNeighbours(analysis, neighbours, run));
    });
    return undefined;
  }

  /** Asks the client to ask for its lenses again. */
  refresh(): void {
    const { client, connection, guard } = this.#session;
    if (!client.refreshCodeLens || client.abilities.whatIfCommand === undefined) return;
    void guard.task("codeLens refresh", () => connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** The document was closed. */
  forget(uri: string): void {
    for (const name of [`lens ${uri}`, `hover ${uri}`]) {
      this.#work.get(name)?.abort.abort();
      this.#work.delete(name);
    }
  }

  /** Begins work unless it is under way; false when there is nothing to do it on. */
  #begin(
    name: string,
    key: string,
    analysis: Analysis,
    pauseMs: number,
    task: (run: JobRunner) => Promise<void>,
  ): boolean {
    if (!this.#hasThreads) return false;
    const before = this.#work.get(name);
    if (before?.key === key) return !before.hasFailed; // What has failed is not tried again and again for the same text.
    before?.abort.abort();
    const work: Work = { key, abort: new AbortController(), hasFailed: false };
    this.#work.set(name, work);
    void this.#session.guard.task(name, () => this.#run(name, work, analysis, pauseMs, task));
    return true;
  }

  async #run(
    name: string,
    work: Work,
    analysis: Analysis,
    pauseMs: number,
    task: (run: JobRunner) => Promise<void>,
  ): Promise<void> {
    const { signal } = work.abort;
    await pause(pauseMs, signal);
    if (signal.aborted) return;
    try {
      await this.#host.experiment(simulationConstants(analysis), { signal }, task);
      if (this.#work.get(name) === work) this.#work.delete(name);
    } catch (error) {
      if (work.abort.signal.aborted) return;
      work.hasFailed = true;
      this.#hasThreads = !(error instanceof NoThreads);
      this.refresh();
      if (this.#hasThreads) throw error;
    }
  }
}

function keyOf({ document, version }: Analysis, more: unknown): string {
  return keyOfData([document.fileName, version.version.text, more, document.text]);
}

/** Ends early when nobody waits any longer. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
