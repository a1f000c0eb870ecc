const WINDOW_US = 1_000_000;
const WINDOWS = 11;

/** Bytes of one client at one broker over eleven windows of a second (`ClientQuotaManager`, `Rate`), and the pause they cost. */
export class ByteQuota {
  readonly #bytesPerSecond: number;
  readonly #windows: { startUs: number; bytes: number }[] = [];

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Books bytes; returns how long the client has to be quiet, in microseconds (`QuotaUtils.throttleTime`). */
  record(bytes: number, nowUs: number): number {
    const last = this.#windows[this.#windows.length - 1];
    if (last === undefined || nowUs - last.startUs >= WINDOW_US) this.#windows.push({ startUs: nowUs, bytes });
    else last.bytes += bytes;
    while ((this.#windows[0]?.startUs ?? nowUs) <= nowUs - WINDOWS * WINDOW_US) this.#windows.shift();
    const spanUs = this.#spanUs(nowUs);
    const sum = this.#windows.reduce((total, window) => total + window.bytes, 0);
    const excess = sum / (spanUs / 1e6) / this.#bytesPerSecond - 1;
    return excess > 0 ? Math.round(excess * spanUs) : 0;
  }

  /** The time that the bytes are divided by: at least ten windows. */
  #spanUs(nowUs: number): number {
    const elapsedUs = nowUs - (this.#windows[0]?.startUs ?? nowUs);
    const missing = WINDOWS - 1 - Math.floor(elapsedUs / WINDOW_US);
    return missing > 0 ? elapsedUs + missing * WINDOW_US : elapsedUs;
  }
}
