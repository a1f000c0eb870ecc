import { describe, expect, test } from "vitest";
import { STATUS_CHANGED_NOTIFICATION, STATUS_REQUEST, type Status } from "../../server/src/protocol/requests.js";
import { Wire } from "./wire.js";
import { NEWEST } from "../support/newest.js";

const A = { uri: "file:///a", name: "a" };
const B = { uri: "file:///b", name: "b" };
const TEXT = "acks=some\n";
const configuration = { workspace: { configuration: true } };

function statusOf(wire: Wire, uri: string): Promise<Status | null> {
  return wire.client.sendRequest(STATUS_REQUEST, { uri });
}

describe("settings", () => {
  test("hold for their folder", async () => {
    const settings = { [A.uri]: { kafkaVersion: "3.9" }, [B.uri]: { enable: false } };
    const wire = await Wire.start({ capabilities: configuration, settings, folders: [A, B] });
    await wire.open("file:///a/producer.properties", TEXT);
    await wire.open("file:///b/producer.properties", TEXT);
    expect(await statusOf(wire, "file:///a/producer.properties")).toMatchObject({
      kafkaVersion: "3.9.2",
      source: "settings",
    });
    expect(await statusOf(wire, "file:///b/producer.properties")).toBeNull();
  });

  test("of a client that cannot be asked come with initialize, and later with the notification", async () => {
    const wire = await Wire.start({ initializationOptions: { settings: { kafkaVersion: "3.9" } } });
    await wire.open("file:///a/producer.properties", TEXT);
    expect((await statusOf(wire, "file:///a/producer.properties"))?.kafkaVersion).toBe("3.9.2");
    await wire.client.sendNotification("workspace/didChangeConfiguration", {
      settings: { ackwise: { kafkaVersion: "2.8" } },
    });
    expect((await statusOf(wire, "file:///a/producer.properties"))?.kafkaVersion).toBe("2.8.2");
  });

  test.each([
    [{ kafkaVersion: "seven" }, 'ackwise.kafkaVersion is ignored: "seven"'],
    [{ rules: { "unknown-key": "loud" } }, "ackwise.rules.unknown-key is ignored: expected off, hint"],
    [{ files: { include: "all" } }, "ackwise.files.include is ignored: expected a list of globs"],
    [{ enable: 1 }, "ackwise.enable is ignored: expected true or false"],
    [{ rules: [] }, "ackwise.rules is ignored: expected an object"],
  ])("%j are told and ignored", async (settings, message) => {
    const wire = await Wire.start({ initializationOptions: { settings } });
    await wire.open("file:///a/producer.properties", TEXT);
    await wire.until(() => wire.logged.find((line) => line.includes(message)));
    expect(await statusOf(wire, "file:///a/producer.properties")).toMatchObject({ source: "latest" });
  });
});

describe("build files", () => {
  const POM = (version: string): string => `<project><dependencies><dependency>
    <groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>${version}</version>
    </dependency></dependencies></project>`;
  const URI = "file:///a/src/main/resources/producer.properties";

  test("the nearest one upward within the workspace folder counts", async () => {
    const files = new Map([
      ["file:///a/pom.xml", POM("3.7.1")],
      ["file:///pom.xml", POM("2.8.2")],
    ]);
    const wire = await Wire.start({ folders: [A], files });
    await wire.open(URI, TEXT);
    expect(await statusOf(wire, URI)).toMatchObject({ kafkaVersion: "3.7.1", source: "build" });
  });

  test("a change of one is seen, and the client is told", async () => {
    const files = new Map<string, string>();
    const initializationOptions = { ackwise: { status: true } };
    const wire = await Wire.start({ folders: [A], files, initializationOptions });
    const told: (string | undefined)[] = [];
    wire.client.onNotification(STATUS_CHANGED_NOTIFICATION, ({ status }: { status: Status | null }) => {
      told.push(status?.kafkaVersion);
    });
    await wire.open(URI, TEXT);
    expect(await statusOf(wire, URI)).toMatchObject({ source: "latest" });
    files.set("file:///a/pom.xml", POM("3.7.1"));
    const changes = [{ uri: "file:///a/pom.xml", type: 1 }];
    await wire.client.sendNotification("workspace/didChangeWatchedFiles", { changes });
    expect(await statusOf(wire, URI)).toMatchObject({ kafkaVersion: "3.7.1", source: "build" });
    await wire.pushed(URI, 1);
    await wire.at("hover", URI, 0, 0);
    expect(told).toEqual([NEWEST, "3.7.1"]);
  });

  test("are read by the client when the host cannot reach them", async () => {
    const folder = { uri: "vscode-vfs://x/a", name: "a" };
    const initializationOptions = { ackwise: { readFile: true } };
    const wire = await Wire.start({ folders: [folder], initializationOptions });
    wire.client.onRequest("ackwise/readFile", ({ uri }: { uri: string }) => ({
      text: uri === "vscode-vfs://x/a/pom.xml" ? POM("3.6.2") : null,
    }));
    await wire.open("vscode-vfs://x/a/producer.properties", TEXT);
    expect(await statusOf(wire, "vscode-vfs://x/a/producer.properties")).toMatchObject({ kafkaVersion: "3.6.2" });
  });

  test("and settings are watched by clients that can", async () => {
    const capabilities = {
      workspace: {
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    };
    const wire = await Wire.start({ capabilities });
    await wire.until(() => (wire.registered.length === 2 ? true : undefined));
    expect(wire.registered).toEqual(["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
  });
});
