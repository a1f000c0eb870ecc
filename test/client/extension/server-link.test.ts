import { expect, test, vi } from "vitest";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EventEmitter, FakeClient, State } from "./fake-vscode.js";

vi.mock("vscode", () => ({ EventEmitter }));
vi.mock("vscode-languageclient", () => ({ State, CloseAction: { DoNotRestart: 1, Restart: 2 }, ErrorAction: {} }));
const { ServerLink } = await import("../../../client/src/server-link.js");
const { crashHandler } = await import("../../../client/src/crash-handler.js");

function linked(): {
  readonly link: InstanceType<typeof ServerLink>;
  readonly client: FakeClient;
  readonly states: string[];
} {
  const link = new ServerLink();
  const client = new FakeClient();
  const states: string[] = [];
  link.onDidChange((state) => states.push(state));
  link.follow(client as unknown as BaseLanguageClient);
  return { link, client, states };
}

test("a server runs when it knows the open documents, not when it has said hello", async () => {
  const { link, client, states } = linked();
  client.become(State.Starting);
  client.become(State.Running);
  expect([link.state, link.running]).toEqual(["starting", undefined]);
  await client.knowsDocuments();
  expect(link.running).toBe(client);
  expect(states).toEqual(["running"]);
});

test("who waits for a server that is starting gets it, or nothing when it gives up", async () => {
  const { link, client } = linked();
  const waiting = link.settled();
  await client.run();
  expect(await waiting).toBe(client);
  link.starting();
  const again = link.settled();
  link.stopped();
  expect(await again).toBeUndefined();
});

test("a crash and the restart are seen, and a client of before is not heard any more", async () => {
  const { link, client, states } = linked();
  await client.run();
  client.become(State.Stopped);
  await client.run();
  expect(states).toEqual(["running", "stopped", "starting", "running"]);
  link.starting();
  client.become(State.Stopped);
  expect(link.state).toBe("starting");
});

test("a server that crashes five times within three minutes is not restarted; one that crashes now and then is", async () => {
  let nowMs = 0;
  const often = crashHandler(() => nowMs);
  const actions: unknown[] = [];
  for (let i = 0; i < 5; i += 1) actions.push((await often.closed()).action);
  expect(actions).toEqual([2, 2, 2, 2, 1]);
  const seldom = crashHandler(() => (nowMs += 60_000));
  for (let i = 0; i < 10; i += 1) expect((await seldom.closed()).action).toBe(2);
});
