import { beforeEach, expect, test } from "vitest";
import { Conductor } from "../../../client/webview/conductor.js";

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
  isCleared: boolean;
}

let nowMs: number;
let timers: Timer[];
let said: string[];
let conductor: Conductor;

beforeEach(() => {
  nowMs = 0;
  timers = [];
  said = [];
  conductor = new Conductor({
    start: (number, quick) => void said.push(`${quick ? "quick" : "careful"} ${number}`),
    cancel: () => void said.push("cancel"),
    nowMs: () => nowMs,
    after: (delayMs, run) => {
      const timer: Timer = { atMs: nowMs + delayMs, run, isCleared: false };
      timers.push(timer);
      return { clear: () => (timer.isCleared = true) };
    },
  });
});

/** Lets time pass; timers strike in order. */
function pass(ms: number): void {
  const untilMs = nowMs + ms;
  for (;;) {
    const next = timers
      .filter(({ isCleared, atMs }) => !isCleared && atMs <= untilMs)
      .toSorted((one, other) => one.atMs - other.atMs)[0];
    if (next === undefined) break;
    next.isCleared = true;
    nowMs = next.atMs;
    next.run();
  }
  nowMs = untilMs;
}

test("a quick simulation, then a careful one when nothing changes any more", () => {
  conductor.want();
  pass(100);
  expect(conductor.answered(1, true)).toBe(true);
  expect(conductor.isBusy).toBe(false);
  pass(1_000);
  expect(conductor.answered(2, true)).toBe(true);
  pass(10_000);
  expect(said).toEqual(["quick 1", "careful 2"]);
});

test("while a value is dragged answers keep coming, one after the other", () => {
  conductor.want();
  pass(50);
  conductor.want();
  pass(50);
  conductor.want();
  expect(said).toEqual(["quick 1"]);
  expect(conductor.answered(1, true)).toBe(true);
  expect(said).toEqual(["quick 1", "quick 2"]);
});

test("a simulation that takes long is ended for a newer one, and its answer is dropped", () => {
  conductor.want();
  pass(100);
  conductor.want();
  pass(150);
  expect(said).toEqual(["quick 1", "cancel", "quick 2"]);
  expect(conductor.answered(1, true)).toBe(false);
  expect(conductor.isCurrent(2)).toBe(true);
});

test("a careful simulation is ended at once", () => {
  conductor.want();
  conductor.answered(1, true);
  pass(1_000);
  conductor.want();
  expect(said).toEqual(["quick 1", "careful 2", "cancel", "quick 3"]);
});

test("what has no answer is not tried more carefully", () => {
  conductor.want();
  expect(conductor.answered(1, false)).toBe(true);
  pass(10_000);
  expect(said).toEqual(["quick 1"]);
});

test("nothing runs after a stop", () => {
  conductor.want();
  conductor.want();
  conductor.stop();
  conductor.stop();
  pass(10_000);
  expect(said).toEqual(["quick 1", "cancel"]);
  expect(conductor.answered(1, true)).toBe(false);
});
