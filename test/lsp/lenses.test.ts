import { describe, expect, test } from "vitest";
import type { CodeLens, Hover, InitializeResult } from "vscode-languageserver";
import { FakeThreads } from "./threads.js";
import { Wire, type WireOptions } from "./wire.js";

const URI = "file:///project/producer.properties";
const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `# orders\nbootstrap.servers=a:1\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\nlinger.ms=20\n`;
const CAPABILITIES = { workspace: { codeLens: { refreshSupport: true }, configuration: true } };
const COMMAND = { ackwise: { whatIfCommand: "open" } };

async function opened(options: WireOptions = {}, text = TEXT): Promise<Wire> {
  const wire = await Wire.start({ capabilities: CAPABILITIES, initializationOptions: COMMAND, ...options });
  await wire.open(URI, text);
  return wire;
}

function lenses(wire: Wire): Promise<CodeLens[]> {
  return wire.client.sendRequest("textDocument/codeLens", { textDocument: { uri: URI } });
}

async function titles(wire: Wire): Promise<(string | undefined)[]> {
  return (await lenses(wire)).map(({ command }) => command?.title);
}

/** The client asks again when it is told to. */
async function refreshed(wire: Wire, times: number): Promise<(string | undefined)[]> {
  await wire.until(() => (wire.lensRefreshes >= times ? true : undefined));
  return titles(wire);
}

describe("the lens", () => {
  test("stands over the first setting, waits for nothing, and knows more later", async () => {
    const threads = new FakeThreads();
    const wire = await opened({ simulationThreads: threads.simulating });
    expect(await lenses(wire)).toMatchObject([
      {
        range: { start: { line: 1, character: 0 } },
        command: { title: "Simulate · …", command: "open", arguments: [URI] },
      },
    ]);
    expect(await refreshed(wire, 1)).toEqual([expect.stringMatching(/^Simulate · p99 .* ms · .* MiB\/s · no loss$/)]);
    expect(threads.asked).toHaveLength(1);
  });

  test("begins anew when the text changes", async () => {
    const wire = await opened({ simulationThreads: new FakeThreads().simulating });
    await lenses(wire);
    await wire.change(URI, 2, { text: TEXT.replace("linger.ms=20", "acks=2") });
    expect(await titles(wire)).toEqual(["Simulate · …"]);
    expect(await refreshed(wire, 1)).toEqual(["Simulate · the producer does not start"]);
  });

  test("is a plain button where nothing can be simulated", async () => {
    const wire = await opened();
    await lenses(wire);
    expect(await refreshed(wire, 1)).toEqual(["Simulate"]);
  });

  test("a thread that ends leaves a plain button, and the text is not tried again", async () => {
    const threads = new FakeThreads();
    const wire = await opened({ simulationThreads: threads.silent });
    await lenses(wire);
    await expect.poll(() => threads.asked.length).toBe(1);
    threads.crash("out of memory");
    expect(await refreshed(wire, 1)).toEqual(["Simulate"]);
    expect(threads.started).toBe(1);
  });

  test("is not there when it is switched off, or the client has no command for it", async () => {
    const settings = { "": { codeLens: false } };
    expect(await lenses(await opened({ settings, simulationThreads: new FakeThreads().simulating }))).toEqual([]);
    const wire = await Wire.start();
    const params = { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} };
    const { capabilities } = await wire.client.sendRequest<InitializeResult>("initialize", params);
    expect(capabilities.codeLensProvider).toBeUndefined();
  });
});

describe("hovers", () => {
  const valueOf = async (wire: Wire, line: number): Promise<string> =>
    JSON.stringify((await wire.at<Hover>("hover", URI, line, 3)).contents);

  test("compare neighbouring values, from the second time on", async () => {
    const wire = await opened({ simulationThreads: new FakeThreads().simulating });
    expect(await valueOf(wire, 4)).not.toContain("| --- |");
    await expect.poll(() => valueOf(wire, 4)).toMatch(/\| 10 \|.*\| \*\*20 \(now\)\*\* \|.*\| 50 \|/);
  });

  test("are as they were for settings that no simulation tells apart, and when it is switched off", async () => {
    const threads = new FakeThreads();
    const wire = await opened({ simulationThreads: threads.simulating });
    await valueOf(wire, 1);
    const off = await opened({
      settings: { "": { hover: { simulation: false } } },
      simulationThreads: threads.simulating,
    });
    await valueOf(off, 4);
    expect(threads.asked).toEqual([]);
  });
});
