// Scenario files on the wire, and the scenario in use.
import { expect, test } from "vitest";
import {
  SCENARIO_EDIT_REQUEST,
  STATUS_REQUEST,
  type Status,
  type VersionEditResult,
} from "../../server/src/protocol/requests.js";
import { PULL, Wire } from "./wire.js";

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
