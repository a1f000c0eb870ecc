import { describe, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import {
  APPLY_CHANGES_REQUEST,
  WHAT_IF_FORM_REQUEST,
  WHAT_IF_REQUEST,
  type ApplyChangesResult,
  type WhatIfForm,
  type WhatIfParams,
  type WhatIfResult,
} from "../../server/src/protocol/what-if.js";
import { FakeThreads } from "./threads.js";
import { Wire } from "./wire.js";

const URI = "file:///project/producer.properties";
const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=a:1\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\nlinger.ms=20\n`;
const LONG = { durationMs: 600_000 };

async function opened(simulationThreads?: FakeThreads["simulating"], text = TEXT): Promise<Wire> {
  const wire = await Wire.start(simulationThreads === undefined ? {} : { simulationThreads });
  await wire.open(URI, text);
  return wire;
}

function ask(wire: Wire, params: Partial<WhatIfParams> = {}): Promise<WhatIfResult> {
  const whole: WhatIfParams = { uri: URI, panel: "1", changes: [], seeds: 1, quick: true, ...params };
  return wire.client.sendRequest(WHAT_IF_REQUEST, whole);
}

describe("the form", () => {
  test("has the settings with the values in effect and the stops of their sliders", async () => {
    const wire = await opened();
    const form = await wire.client.sendRequest<WhatIfForm>(WHAT_IF_FORM_REQUEST, { uri: URI });
    expect(form).toMatchObject({ uri: URI, fileName: "producer.properties", scenario: { name: "one-rack" } });
    const linger = form.fields.find(({ key }) => key === "linger.ms");
    expect(linger).toMatchObject({ value: "20", source: "file", kind: "number", defaultValue: "5" });
    expect(form.fields.find(({ key }) => key === "acks")).toMatchObject({ value: "all", kind: "choice" });
    expect(form.scenarios.map(({ id }) => id)).toEqual(expect.arrayContaining(["places", "events"]));
  });

  test("has the value of the file among the stops, wherever it lies", async () => {
    const wire = await opened(undefined, TEXT.replace("=20", "=33"));
    const { fields } = await wire.client.sendRequest<WhatIfForm>(WHAT_IF_FORM_REQUEST, { uri: URI });
    const stops = fields.find(({ key }) => key === "linger.ms")?.stops.map(({ value }) => Number(value)) ?? [];
    expect(stops).toContain(33);
    expect(stops).toEqual(stops.toSorted((one, other) => one - other));
  });

  test("is not there for a file that is nothing to Ackwise", async () => {
    const wire = await Wire.start();
    expect(await wire.client.sendRequest(WHAT_IF_FORM_REQUEST, { uri: URI })).toBeNull();
  });
});

describe("simulations", () => {
  test("a report of the file and of a change", async () => {
    const wire = await opened(new FakeThreads().simulating);
    const plain = await ask(wire);
    expect(plain).toMatchObject({ outcome: "report", documentVersion: 1, report: { kind: "simulate", tone: "good" } });
    const changed = await ask(wire, { changes: [{ key: "acks", value: "0" }] });
    expect(changed).toMatchObject({ outcome: "report", report: { kind: "what-if" } });
    expect(plain).toMatchObject({ moved: {} });
    expect(changed).toMatchObject({ moved: { "enable.idempotence": "false" } });
    if (changed.outcome === "report") {
      expect(changed.report.headline).toMatch(/^With acks=0: .*latency down/);
      expect(changed.report.reproduce).toBe(
        "ackwise what-if producer.properties --set acks=0 --scenario one-rack --seeds 1",
      );
    }
  });

  test("a change that the client refuses is told", async () => {
    const wire = await opened(new FakeThreads().simulating);
    const result = await ask(wire, { changes: [{ key: "acks", value: "2" }] });
    expect(result).toMatchObject({ outcome: "report", report: { tone: "bad" } });
  });

  test("what is known is not simulated again", async () => {
    const threads = new FakeThreads();
    const wire = await opened(threads.simulating);
    await ask(wire);
    await ask(wire, { changes: [{ key: "linger.ms", value: "0" }] });
    expect(threads.asked.map(({ kind }) => kind)).toEqual(["simulate", "simulate"]);
    expect(await ask(wire)).toMatchObject({ outcome: "report" });
    expect(threads.asked).toHaveLength(2);
  });

  test("a bad scenario is told with what is allowed", async () => {
    const wire = await opened(new FakeThreads().simulating);
    expect(await ask(wire, { scenario: "nowhere" })).toMatchObject({
      outcome: "failed",
      message: expect.stringMatching(/"nowhere".*one-rack/) as string,
    });
  });

  test("progress is told", async () => {
    const wire = await opened(new FakeThreads().simulating);
    const kinds: string[] = [];
    wire.client.onNotification("$/progress", ({ value }: { value: { kind: string } }) => void kinds.push(value.kind));
    await ask(wire, { workDoneToken: "t" });
    expect([kinds[0], kinds.at(-1)]).toEqual(["begin", "end"]);
  });

  test("a newer request of the panel takes the place of the one before", async () => {
    const threads = new FakeThreads();
    const wire = await opened(threads.simulating);
    const first = ask(wire, { scenario: LONG, quick: false });
    const second = ask(wire);
    expect(await first).toEqual({ outcome: "superseded" });
    expect(await second).toMatchObject({ outcome: "report" });
  });

  test("a cancelled request ends", async () => {
    const wire = await opened(new FakeThreads().simulating);
    const source = new CancellationTokenSource();
    const params: WhatIfParams = { uri: URI, panel: "1", changes: [], seeds: 1, scenario: LONG };
    const answer = wire.client.sendRequest(WHAT_IF_REQUEST, params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await ask(wire)).toMatchObject({ outcome: "report" });
  });
});

describe("what goes wrong", () => {
  test("a host without threads says so", async () => {
    expect(await ask(await opened())).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining("thread of their own") as string,
    });
  });

  test("a thread that ends fails the request, and the next one has a new thread", async () => {
    const silent = new FakeThreads();
    const wire = await opened(silent.silent);
    const answer = ask(wire);
    await expect.poll(() => silent.asked.length).toBe(1);
    silent.crash("out of memory");
    expect(await answer).toMatchObject({ outcome: "failed", message: "The simulation failed: out of memory." });
    const again = ask(wire);
    await expect.poll(() => silent.asked.length).toBe(2);
    expect(silent.started).toBe(2);
    silent.crash("again");
    expect(await again).toMatchObject({ outcome: "failed" });
    expect(await wire.client.sendRequest(WHAT_IF_FORM_REQUEST, { uri: URI })).not.toBeNull();
  });
});

describe("applying", () => {
  test("gives edits in the file's own spelling", async () => {
    const wire = await opened(undefined, TEXT.replace("linger.ms=20", "linger.ms : 20"));
    const changes = [
      { key: "linger.ms", value: "5" },
      { key: "acks", value: "1" },
      { key: "value.serializer", value: null },
    ];
    const result = await wire.client.sendRequest<ApplyChangesResult>(APPLY_CHANGES_REQUEST, { uri: URI, changes });
    expect(result.version).toBe(1);
    expect(result.edits.map(({ newText }) => newText)).toEqual(["", "5", "acks=1\n"]);
  });
});
