// The engine: order of events, streams of chance that are the same everywhere, distributions.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventQueue } from "../../server/src/core/simulation/engine/event-queue.js";
import { Histogram } from "../../server/src/core/simulation/engine/histogram.js";
import { deterministicLog, negativeLogOfShare } from "../../server/src/core/simulation/engine/logarithm.js";
import { RandomStream } from "../../server/src/core/simulation/engine/random.js";

describe("EventQueue", () => {
  it("lets events happen by time, then in the order they were planned, and leaves out cancelled ones", () => {
    const plan = fc.array(fc.record({ timeUs: fc.integer({ min: 0, max: 20 }), cancelled: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(plan, (planned) => {
        const queue = new EventQueue();
        const happened: number[] = [];
        planned.forEach(({ timeUs, cancelled }, index) => {
          const event = queue.at(timeUs, () => happened.push(index));
          if (cancelled) queue.cancel(event);
        });
        while (queue.step());
        const expected = planned.map((_, index) => index).filter((index) => !planned[index]!.cancelled);
        expected.sort((left, right) => planned[left]!.timeUs - planned[right]!.timeUs || left - right);
        expect(happened).toEqual(expected);
      }),
    );
  });

  it("keeps the order with many events, and with events that events plan", () => {
    const plan = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.array(fc.nat({ max: 90 }), { maxLength: 3 })), {
      minLength: 40,
      maxLength: 160,
    });
    fc.assert(
      fc.property(plan, (planned) => {
        const queue = new EventQueue();
        const happened: (readonly [number, number])[] = [];
        let order = 0;
        const note = (timeUs: number, later: readonly number[]): void => {
          const place = order;
          order += 1;
          queue.at(
            timeUs,
            (delays: readonly number[]) => {
              happened.push([queue.nowUs, place]);
              for (const delayUs of delays) note(queue.nowUs + delayUs, []);
            },
            later,
          );
        };
        for (const [timeUs, later] of planned) note(timeUs, later);
        while (queue.step());
        expect(happened).toHaveLength(order);
        const sorted = [...happened].sort((left, right) => left[0] - right[0] || left[1] - right[1]);
        expect(happened).toEqual(sorted);
      }),
    );
  });

  it("plans what is late for now, and refuses to go back", () => {
    const queue = new EventQueue();
    queue.advance(100);
    queue.at(7, () => undefined);
    expect(queue.nextUs).toBe(100);
    expect(() => queue.advance(99)).toThrow(RangeError);
  });
});

describe("RandomStream", () => {
  it("gives the same numbers for the same seed and name", () => {
    const draw = (seed: number, name: string) => Array.from({ length: 3 }, stream(seed, name));
    const stream = (seed: number, name: string) => {
      const random = new RandomStream(seed, name);
      return () => random.below(1_000_000);
    };
    expect(draw(1, "arrivals")).toEqual([117_613, 393_918, 916_944]);
    expect(draw(1, "arrivals")).not.toEqual(draw(1, "sticky"));
    expect(draw(1, "arrivals")).not.toEqual(draw(2, "arrivals"));
  });

  it("fills an array with what it would draw one by one", () => {
    const filled = new Float64Array(100);
    new RandomStream(3, "gaps").fillExponential(filled);
    const random = new RandomStream(3, "gaps");
    expect([...filled]).toEqual(Array.from({ length: 100 }, () => random.exponential(1)));
  });

  it("is uniform and exponential enough", () => {
    const random = new RandomStream(7, "test");
    const counts = new Array<number>(16).fill(0);
    for (let draw = 0; draw < 160_000; draw += 1) counts[random.below(16)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(37.7); // 15 degrees of freedom, 0.1 %
    let sum = 0;
    for (let draw = 0; draw < 100_000; draw += 1) sum += random.exponential(5);
    expect(sum / 100_000).toBeCloseTo(5, 1);
  });
});

describe("deterministicLog", () => {
  it("has a fast logarithm of shares for gaps between arrivals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (numerator) => {
        const expected = -Math.log(numerator / (2 ** 31 + 1));
        expect(Math.abs(negativeLogOfShare(numerator) - expected)).toBeLessThan(1e-14);
      }),
    );
    expect(negativeLogOfShare(2 ** 31)).toBeGreaterThan(0);
  });

  it("agrees with Math.log", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        const error = Math.abs(deterministicLog(value) - Math.log(value));
        expect(error).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(value))));
      }),
    );
  });
});

describe("Histogram", () => {
  it("gives percentiles within 1/128, and the exact mean and maximum", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 300 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (times, share) => {
          const histogram = new Histogram();
          for (const time of times) histogram.add(time);
          const sorted = [...times].sort((left, right) => left - right);
          const exact = sorted[Math.max(0, Math.ceil(share * times.length) - 1)]!;
          expect(histogram.percentileUs(share)).toBeGreaterThanOrEqual(exact);
          expect(histogram.percentileUs(share)).toBeLessThanOrEqual(exact * (1 + 1 / 128));
          expect(histogram.maxUs).toBe(sorted.at(-1));
          expect(histogram.meanUs).toBeCloseTo(times.reduce((sum, time) => sum + time, 0) / times.length, 6);
        },
      ),
    );
  });
});
