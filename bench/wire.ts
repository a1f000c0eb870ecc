import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { SERVER_FLAGS } from "../server/src/protocol/server-process.js";
import { WHAT_IF_REQUEST, type WhatIfParams, type WhatIfResult } from "../server/src/protocol/what-if.js";
import { quantile, type Figure } from "./figure.js";
import { longText } from "./texts.js";

const URI = "file:///bench/producer.properties";
const STARTS = 11;
const WARM_UP = 100;
const CHANGES = 400;

/** The packaged server in a process of its own, over standard input and output. */
export async function wireFigures(root: string): Promise<readonly Figure[]> {
  const startsMs: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const { connection, startMs } = await start(root);
    startsMs.push(startMs);
    await stop(connection);
  }
  const { connection } = await start(root);
  const changesMs = await changes(connection);
  await stop(connection);
  const memory = await memoryFigure(root);
  const answersMs = await quickAnswers(root);
  return [
    { name: "server start to initialized", measured: quantile(startsMs, 0.5), limit: 150, unit: "ms" },
    { name: "didChange to diagnostics, 200 lines, median", measured: quantile(changesMs, 0.5), limit: 5, unit: "ms" },
    { name: "didChange to diagnostics, 200 lines, p95", measured: quantile(changesMs, 0.95), limit: 5, unit: "ms" },
    memory,
    {
      name: "what-if panel, first answer to a dragged value",
      measured: quantile(answersMs, 0.5),
      limit: 300,
      unit: "ms",
    },
  ];
}

/** Values of linger.ms as a slider gives them: each asks for a first answer that nobody has asked for before. */
const DRAGGED = Array.from({ length: 12 }, (_, step) => 3 + step);

/** The panel's question over the wire, simulated on the server's thread for simulations; the first one also starts it and is left out. */
async function quickAnswers(root: string): Promise<readonly number[]> {
  const { connection } = await start(root);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: URI, languageId: "properties", version: 1, text: longText(20) },
  });
  const samples: number[] = [];
  for (const linger of DRAGGED) {
    const begin = performance.now();
    const changes = [{ key: "linger.ms", value: linger.toString() }];
    const params: WhatIfParams = { uri: URI, panel: "bench", changes, seeds: 1, quick: true };
    const answer = await connection.sendRequest<WhatIfResult>(WHAT_IF_REQUEST, params);
    if (answer.outcome !== "report") throw new Error(JSON.stringify(answer));
    samples.push(performance.now() - begin);
  }
  await stop(connection);
  return samples.slice(1);
}

const OPEN_FILES = 50;

/** Resident memory of the server with many files open, each linted and asked for a hover. */
async function memoryFigure(root: string): Promise<Figure> {
  const { connection, pid } = await start(root);
  let published = 0;
  const all = new Promise<void>((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, () => {
      published += 1;
      if (published === OPEN_FILES) resolve();
    });
  });
  for (let file = 0; file < OPEN_FILES; file++) {
    const uri = `file:///bench/${file}/producer.properties`;
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "properties", version: 1, text: longText(100) },
    });
    const position = { line: 1, character: 2 };
    await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }
  await all;
  const kibibytes = Number(execFileSync("ps", ["-o", "rss=", "-p", pid.toString()], { encoding: "utf8" }).trim());
  await stop(connection);
  return { name: `server memory, ${OPEN_FILES} open files`, measured: kibibytes, limit: 80 * 1024, unit: "KiB" };
}

async function start(root: string): Promise<{ connection: ProtocolConnection; startMs: number; pid: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [...SERVER_FLAGS, join(root, "dist", "server", "server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol's type still asks for rootUri
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  const startMs = performance.now() - begin;
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, startMs, pid: child.pid ?? 0 };
}

async function stop(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  connection.dispose();
}

/** Types one letter after the other and waits for the diagnostics of each version. */
async function changes(connection: ProtocolConnection): Promise<readonly number[]> {
  let arrived: (version: number) => void = () => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, ({ version }) => arrived(version ?? 0));
  const published = (wanted: number): Promise<void> =>
    new Promise((resolve) => {
      arrived = (version) => {
        if (version === wanted || version === 0) resolve();
      };
    });
  const opened = published(1);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: URI, languageId: "properties", version: 1, text: longText(200) },
  });
  await opened;
  const samples: number[] = [];
  const at = { line: 100, character: 4 };
  for (let version = 2; version < WARM_UP + CHANGES; version++) {
    const answer = published(version);
    const begin = performance.now();
    const text = version % 2 === 0 ? { range: { start: at, end: at }, text: "x" } : removal(at);
    void connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: URI, version },
      contentChanges: [text],
    });
    await answer;
    if (version > WARM_UP) samples.push(performance.now() - begin);
  }
  return samples;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function removal(at: Place): { range: { start: Place; end: Place }; text: string } {
  return { range: { start: at, end: { line: at.line, character: at.character + 1 } }, text: "" };
}
