/** What the conductor needs from outside. */
export interface ConductorWorld {
  /** Asks for a simulation of what the panel shows. */
  readonly start: (number: number, quick: boolean) => void;
  /** Ends what was asked last. */
  readonly cancel: () => void;
  readonly nowMs: () => number;
  readonly after: (delayMs: number, run: () => void) => { readonly clear: () => void };
}

/** So long a quick answer may take before newer wishes end it; until then it is nearly there. */
const PATIENCE_MS = 250;
/** A pause of so long means that the slider rests. */
const REST_MS = 350;

/**
 * Decides which simulation runs while values are dragged: first a quick one, then, when nothing changes any more, a careful one. Newer
 * wishes end older simulations, and answers that nobody waits for are dropped.
 */
export class Conductor {
  readonly #world: ConductorWorld;
  #last = 0;
  #running: { readonly number: number; readonly quick: boolean; readonly sinceMs: number } | undefined;
  #isWaiting = false;
  #timer: { readonly clear: () => void } | undefined;

  constructor(world: ConductorWorld) {
    this.#world = world;
  }

  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** Something has changed: an answer is wanted as soon as can be. */
  want(): void {
    this.#clearTimer();
    const running = this.#running;
    if (running === undefined) {
      this.#start(true);
      return;
    }
    const leftMs = running.quick ? running.sinceMs + PATIENCE_MS - this.#world.nowMs() : 0;
    if (leftMs <= 0) {
      this.#restart();
      return;
    }
    this.#isWaiting = true;
    this.#timer = this.#world.after(leftMs, () => this.#restart());
  }

  /** An answer has come; says whether anybody waits for it. */
  answered(number: number, isGood: boolean): boolean {
    const running = this.#running;
    if (running?.number !== number) return false;
    this.#running = undefined;
    this.#clearTimer();
    if (this.#isWaiting) this.#start(true);
    else if (running.quick && isGood) this.#timer = this.#world.after(REST_MS, () => this.#start(false));
    return true;
  }

  /** Whether progress of this simulation is worth showing. */
  isCurrent(number: number): boolean {
    return this.#running?.number === number;
  }

  /** The user wants no answer any longer. */
  stop(): void {
    this.#clearTimer();
    this.#isWaiting = false;
    if (this.#running === undefined) return;
    this.#running = undefined;
    this.#world.cancel();
  }

  #restart(): void {
    this.#world.cancel();
    this.#start(true);
  }

  #start(quick: boolean): void {
    this.#clearTimer();
    this.#isWaiting = false;
    this.#last += 1;
    this.#running = { number: this.#last, quick, sinceMs: this.#world.nowMs() };
    this.#world.start(this.#last, quick);
  }

  #clearTimer(): void {
    this.#timer?.clear();
    this.#timer = undefined;
  }
}
