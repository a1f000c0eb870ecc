// The project file on the wire: what counts is what is on disk, and a change counts at once.
import { expect, test } from "vitest";
import { STATUS_REQUEST, type Status } from "../../server/src/protocol/requests.js";
import { PULL, Wire } from "./wire.js";

const A = { uri: "file:///a", name: "a" };
const URI = "file:///a/app/producer.properties";

test("the nearest project file within the workspace folder counts until it is gone", async () => {
  const files = new Map([
    ["file:///.ackwise.yaml", "kafkaVersion: 2.1"],
    ["file:///a/.ackwise.yaml", "kafkaVersion: 3.9\nscenario: laptop"],
    ["file:///a/app/.ackwise.yml", "kafkaVersion: 4.0"],
  ]);
  const wire = await Wire.start({ folders: [A], files });
  await wire.open(URI, "acks=all\n");
  const status = async (): Promise<Status | null> =>
    wire.client.sendRequest<Status | null>(STATUS_REQUEST, { uri: URI });
  const changed = (uri: string): Promise<void> =>
    wire.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
  expect(await status()).toMatchObject({ kafkaVersion: "4.0.2", source: "project", scenario: { source: "default" } });
  files.set("file:///a/app/.ackwise.yml", "kafkaVersion: 4.1");
  await changed("file:///a/app/.ackwise.yml");
  expect(await status()).toMatchObject({ kafkaVersion: "4.1.2" });
  files.delete("file:///a/app/.ackwise.yml");
  await changed("file:///a/app/.ackwise.yml");
  expect(await status()).toMatchObject({ kafkaVersion: "3.9.2", scenario: { name: "laptop", source: "project" } });
  files.delete("file:///a/.ackwise.yaml");
  await changed("file:///a/.ackwise.yaml");
  expect(await status()).toMatchObject({ source: "latest" });
});

test("open files are checked anew when it changes", async () => {
  const files = new Map([["file:///a/.ackwise.yaml", "rules: { acks-zero: error }"]]);
  const wire = await Wire.start({ folders: [A], files });
  await wire.open(URI, "acks=0\n");
  const levelOf = (diagnostics: readonly { readonly code?: unknown; readonly severity?: number }[]) =>
    diagnostics.find(({ code }) => code === "acks-zero")?.severity;
  expect(levelOf(await wire.pushed(URI, 1))).toBe(1);
  const pull = await Wire.start({ folders: [A], files, capabilities: PULL });
  await pull.open(URI, "acks=0\n");
  const levelPulled = async (): Promise<number | undefined> => {
    const { items } = (await pull.pull(URI)) as { items: { code: string; severity: number }[] };
    return levelOf(items);
  };
  expect(await levelPulled()).toBe(1);
  files.set("file:///a/.ackwise.yaml", "rules: { acks-zero: hint }");
  await pull.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///a/.ackwise.yaml", type: 2 }],
  });
  expect(await levelPulled()).toBe(4);
});

test("an open project file counts as it is in the editor, saved or not, and as it is on disk when it is closed", async () => {
  const project = "file:///a/.ackwise.yaml";
  const files = new Map([[project, "kafkaVersion: 3.9"]]);
  const wire = await Wire.start({ folders: [A], files });
  await wire.open(URI, "acks=0\n");
  const status = async (): Promise<unknown> => wire.client.sendRequest(STATUS_REQUEST, { uri: URI });
  expect(await status()).toMatchObject({ kafkaVersion: "3.9.2" });
  await wire.open(project, "kafkaVersion: 3.9");
  const type = (version: number, text: string): Promise<void> =>
    wire.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: project, version },
      contentChanges: [{ text }],
    });
  await type(2, "kafkaVersion: 4.1\nrules: { acks-zero: error }");
  expect(await status()).toMatchObject({ kafkaVersion: "4.1.2", source: "project" });
  const isError = (params: (typeof wire.published)[number]): boolean =>
    params.uri === URI && params.diagnostics.some(({ code, severity }) => code === "acks-zero" && severity === 1);
  expect(await wire.until(() => wire.published.find(isError))).toBeDefined();
  await type(3, "kafkaVersion: 4");
  expect(await status()).toMatchObject({ source: "latest" });
  await wire.client.sendNotification("textDocument/didClose", { textDocument: { uri: project } });
  expect(await status()).toMatchObject({ kafkaVersion: "3.9.2" });
});

test("a project file that only exists in the editor counts too", async () => {
  const wire = await Wire.start({ folders: [A], files: new Map() });
  await wire.open(URI, "acks=all\n");
  const status = async (): Promise<unknown> => wire.client.sendRequest(STATUS_REQUEST, { uri: URI });
  expect(await status()).toMatchObject({ source: "latest" });
  await wire.open("file:///a/app/.ackwise.yaml", "kafkaVersion: 3.0");
  expect(await status()).toMatchObject({ source: "project" });
});

test("a project file gets diagnostics of its own", async () => {
  const wire = await Wire.start();
  await wire.open("file:///a/.ackwise.yaml", "profile: fast");
  expect(await wire.pushed("file:///a/.ackwise.yaml", 1)).toMatchObject([
    { code: "invalid-project-file", severity: 1 },
  ]);
});

test("a file outside the folders obeys the files beside it, and hears of them when they are saved", async () => {
  const folder = "ackwise-sample:/sample";
  const files = new Map([
    [`${folder}/.ackwise.yaml`, "kafkaVersion: 3.9"],
    [`${folder}/peak.ackwise.yaml`, "extends: laptop"],
    ["ackwise-sample:/.ackwise.yaml", "kafkaVersion: 2.1"],
  ]);
  const wire = await Wire.start({ folders: [A], files });
  await wire.open(`${folder}/producer.properties`, "acks=all\n");
  const status = async (): Promise<Status | null> =>
    wire.client.sendRequest<Status | null>(STATUS_REQUEST, { uri: `${folder}/producer.properties` });
  expect(await status()).toMatchObject({
    kafkaVersion: "3.9.2",
    source: "project",
    scenario: { name: "peak.ackwise.yaml" },
  });
  await wire.open(`${folder}/.ackwise.yaml`, "kafkaVersion: 4.0");
  files.set(`${folder}/.ackwise.yaml`, "kafkaVersion: 4.0");
  await wire.client.sendNotification("textDocument/didSave", { textDocument: { uri: `${folder}/.ackwise.yaml` } });
  expect(await status()).toMatchObject({ kafkaVersion: "4.0.2" });
  await wire.open("untitled:Untitled-1", "bootstrap.servers=a:1\nacks=all\nlinger.ms=5\n");
  expect(await wire.client.sendRequest(STATUS_REQUEST, { uri: "untitled:Untitled-1" })).toMatchObject({
    source: "latest",
  });
});
