// Scenario files on the wire, and the scenario in use.
import { expect, test } from "vitest";
import {
  SCENARIO_EDIT_REQUEST,
  STATUS_REQUEST,
  type Status,
  type VersionEditResult,
} from "../../server/src/protocol/requests.js";
import { WHAT_IF_REQUEST, type WhatIfResult } from "../../server/src/protocol/what-if.js";
import { FakeThreads } from "./threads.js";
import { PULL, Wire } from "./wire.js";

const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const PRODUCER = `bootstrap.servers=a:1\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

const A = { uri: "file:///a", name: "a" };
const URI = "file:///a/app/producer.properties";

async function scenarioOf(wire: Wire): Promise<Status["scenario"] | undefined> {
  const status = await wire.client.sendRequest<Status | null>(STATUS_REQUEST, { uri: URI });
  return status?.scenario;
}

test("a scenario file gets diagnostics, pushed or pulled", async () => {
  const uri = "file:///a/load.ackwise.yaml";
  const push = await Wire.start();
  await push.open(uri, "durationMS: 1");
  expect(await push.pushed(uri, 1)).toMatchObject([{ code: "invalid-scenario", severity: 1 }]);
  const pull = await Wire.start({ capabilities: PULL });
  await pull.open(uri, "topic:\n  partitions: x");
  expect(await pull.pull(uri)).toMatchObject({ items: [{ range: { start: { line: 1, character: 14 } } }] });
  expect(await pull.at("hover", uri, 1, 4)).toMatchObject({
    contents: { value: expect.stringContaining("partitions") as string },
  });
});

test("the nearest scenario file counts until it is gone or not alone; a comment is stronger", async () => {
  const files = new Map([
    ["file:///a/far.ackwise.yaml", "durationMs: 1"],
    ["file:///a/app/near.ackwise.json", "{}"],
    ["file:///a/app/.ackwise.yaml", "no: scenario"],
  ]);
  const settings = { [A.uri]: { scenario: "laptop" } };
  const wire = await Wire.start({
    capabilities: { workspace: { configuration: true } },
    settings,
    folders: [A],
    files,
  });
  await wire.open(URI, "acks=all\n");
  expect(await scenarioOf(wire)).toMatchObject({
    name: "near.ackwise.json",
    source: "file",
    file: "file:///a/app/near.ackwise.json",
  });
  const changed = (uri: string): Promise<void> =>
    wire.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 }] });
  files.set("file:///a/app/other.ackwise.yaml", "");
  await changed("file:///a/app/other.ackwise.yaml");
  expect(await scenarioOf(wire)).toMatchObject({ name: "laptop", source: "settings", file: null });
  files.delete("file:///a/app/other.ackwise.yaml");
  files.delete("file:///a/app/near.ackwise.json");
  await changed("file:///a/app/near.ackwise.json");
  expect(await scenarioOf(wire)).toMatchObject({ name: "far.ackwise.yaml", source: "file" });
  await wire.change(URI, 2, { text: "# ackwise-scenario: three-zones+cdc\n" });
  expect(await scenarioOf(wire)).toMatchObject({ name: "three-zones+cdc", source: "comment" });
  await wire.change(URI, 3, { text: "# ackwise-scenario: ../far.ackwise.yaml\n" });
  expect(await scenarioOf(wire)).toMatchObject({
    name: "far.ackwise.yaml",
    source: "comment",
    file: "file:///a/far.ackwise.yaml",
  });
});

test("a setting that names nothing is told", async () => {
  const wire = await Wire.start({ initializationOptions: { settings: { scenario: "moon" } } });
  await wire.open(URI, "acks=all\n");
  await wire.until(() =>
    wire.logged.find((line) => line.includes('ackwise.scenario is ignored: "moon" is no scenario')),
  );
  expect(await scenarioOf(wire)).toMatchObject({ name: "one-rack", source: "default" });
});

test("the comment is written, replaced and taken out", async () => {
  const wire = await Wire.start();
  await wire.open(URI, "# ackwise-scenario: laptop\nacks=all\n");
  const edit = (scenario: string): Promise<VersionEditResult> =>
    wire.client.sendRequest(SCENARIO_EDIT_REQUEST, { uri: URI, scenario });
  expect((await edit("calm")).edits).toMatchObject([
    { newText: "# ackwise-scenario: calm", range: { end: { line: 0 } } },
  ]);
  expect((await edit("")).edits).toMatchObject([{ newText: "", range: { end: { line: 1 } } }]);
});

const RECORDED = "durationMs: 100\nworkload: { arrivals: { kind: recorded, csvFile: data/t%20.csv } }\n";

test("a scenario file's traffic file is read, told of, and read again when it changes", async () => {
  const uri = "file:///a/app/load.ackwise.yaml";
  const csv = "file:///a/app/data/t%2520.csv";
  const files = new Map([
    [uri, RECORDED],
    [csv, "0\nx\n"],
  ]);
  const wire = await Wire.start({ capabilities: PULL, folders: [A], files });
  await wire.open(uri, RECORDED);
  expect(await wire.pull(uri)).toMatchObject({
    items: [
      {
        message: expect.stringMatching(/^data\/t%20\.csv:2: this line cannot/) as string,
        range: { start: { line: 1 } },
      },
    ],
  });
  files.set(csv, "0\n5\n");
  await wire.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: csv, type: 2 }] });
  expect(await wire.pull(uri)).toMatchObject({ items: [] });
  files.delete(csv);
  await wire.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: csv, type: 3 }] });
  expect(await wire.pull(uri)).toMatchObject({
    items: [{ message: expect.stringContaining("expected a CSV file that can be read") as string }],
  });
});

test("the what-if panel plays the traffic file of the scenario in use", async () => {
  const files = new Map([
    ["file:///a/app/load.ackwise.yaml", RECORDED],
    ["file:///a/app/data/t%2520.csv", "0,100\n5,300\n"],
  ]);
  const wire = await Wire.start({ folders: [A], files, simulationThreads: new FakeThreads().simulating });
  await wire.open(URI, PRODUCER);
  const ask = (): Promise<WhatIfResult> =>
    wire.client.sendRequest(WHAT_IF_REQUEST, { uri: URI, panel: "1", changes: [], seeds: 1 });
  const result = await ask();
  expect(JSON.stringify(result)).toContain("20.0 records/s of ≈ 200 B, producers: 1, asynchronous; data/t%20.csv");
  files.set("file:///a/app/data/t%2520.csv", "5\n0\n");
  await wire.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///a/app/data/t%2520.csv", type: 2 }],
  });
  expect(await ask()).toEqual({ outcome: "failed", message: 'data/t%20.csv:2: "this line"; expected times in order' });
});

test.each([
  ["data/t.csv", "vscode-vfs://github/o/r/data/t.csv"],
  ["../r/other/t 1.csv", "vscode-vfs://github/o/r/other/t%201.csv"],
  ["/o/r/elsewhere/t.csv", "vscode-vfs://github/o/r/elsewhere/t.csv"],
])("in a browser the client reads %s", async (path, expected) => {
  const uri = "vscode-vfs://github/o/r/load.ackwise.yaml";
  const text = `workload: { arrivals: { kind: recorded, csvFile: "${path}" } }\n`;
  const wire = await Wire.start({
    capabilities: PULL,
    folders: [{ uri: "vscode-vfs://github/o/r", name: "r" }],
    files: new Map([[uri, text]]),
    initializationOptions: { ackwise: { readFile: true } },
  });
  wire.client.onRequest("ackwise/readFile", (asked: { uri: string }) => ({
    text: asked.uri === expected ? "0\nlate\n" : null,
  }));
  await wire.open(uri, text);
  expect(await wire.pull(uri)).toMatchObject({
    items: [{ message: expect.stringContaining(`${path}:2: this line cannot stand there`) as string }],
  });
});
