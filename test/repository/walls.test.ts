import { posix } from "node:path";
import { expect, test } from "vitest";
import { read, repositoryFiles } from "./repository.js";

/** Which rooms a room may look into besides itself: docs/ARCHITECTURE.md. Data in schemas/ is open to core. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "server/src/core": [],
  "server/src/protocol": ["server/src/core"],
  "server/src/service": ["server/src/core", "server/src/protocol"],
  "server/src/worker": ["server/src/core"],
  "server/src/lsp": ["server/src/core", "server/src/protocol", "server/src/service", "server/src/worker"],
  "server/src/cli": ["server/src/core", "server/src/worker"],
  "server/src/library": ["server/src/core"],
  "client/src": ["server/src/protocol"],
  "client/webview": ["server/src/core/report", "server/src/protocol"],
};

/** Inside core: which rooms a room may look into. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  text: [],
  messages: ["text"],
  syntax: ["text"],
  catalog: ["text"],
  schema: ["text", "syntax", "messages"],
  dialects: ["text", "syntax", "catalog", "messages"],
  config: ["text", "syntax", "catalog", "messages", "dialects"],
  changes: ["text", "syntax", "catalog", "messages", "dialects", "config"],
  rules: ["text", "syntax", "catalog", "messages", "schema", "dialects", "config", "changes"],
  project: ["text", "syntax", "catalog", "messages", "schema", "config", "rules"],
  simulation: ["text", "syntax", "catalog", "messages", "schema", "dialects", "config"],
  whatif: ["text", "syntax", "catalog", "messages", "schema", "dialects", "config", "changes", "simulation"],
  report: [
    "text",
    "syntax",
    "catalog",
    "messages",
    "schema",
    "dialects",
    "config",
    "changes",
    "rules",
    "project",
    "simulation",
    "whatif",
  ],
};

/** Packages that core may use: pure ones, bundled. */
const CORE_PACKAGES = ["d3-scale", "d3-shape", "fastest-levenshtein", "yaml"];

const sources = repositoryFiles().filter((path) => /^(server|client)\/.*\.ts$/.test(path) && !path.endsWith(".d.ts"));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Imports and re-exports, types included: a wall holds for types too. */
function importsOf(from: string): readonly Import[] {
  const specifiers = [...read(from).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)"([^"]+)"/g)].map(([, to = ""]) => to);
  return specifiers.map((to) => ({ from, to: to.startsWith(".") ? posix.join(posix.dirname(from), to) : to }));
}

function isIn(path: string, room: string): boolean {
  return path.startsWith(`${room}/`);
}

const imports = sources.flatMap(importsOf);

test("there is something to check", () => {
  expect(imports.length).toBeGreaterThan(100);
});

test("rooms look only where they may", () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!to.includes("/") || !/^(server|client)\//.test(to)) return false;
    const room = Object.keys(ROOMS).find((name) => isIn(from, name));
    if (room === undefined) return true;
    return ![room, ...(ROOMS[room] ?? [])].some((name) => isIn(to, name));
  });
  expect(wrong).toEqual([]);
});

test("inside core the arrows go one way", () => {
  const roomOf = (path: string): string => path.split("/")[3] ?? "";
  const wrong = imports.filter(({ from, to }) => {
    if (!isIn(from, "server/src/core") || !isIn(to, "server/src/core") || roomOf(from) === "index.ts") return false;
    const room = roomOf(from);
    return room !== roomOf(to) && !(CORE[room] ?? []).includes(roomOf(to));
  });
  expect(wrong).toEqual([]);
});

test("core, the service and the library know no host", () => {
  const pure = /^server\/src\/(core|service|protocol|library)\//;
  const wrong = imports.filter(({ from, to }) => pure.test(from) && /^(node:|vscode$|vscode-languageclient)/.test(to));
  expect(wrong).toEqual([]);
});

test("core uses pure packages only", () => {
  const packages = imports
    .filter(({ from, to }) => isIn(from, "server/src/core") && !/^(server|client|schemas)\//.test(to))
    .map(({ to }) => to);
  expect([...new Set(packages)].filter((name) => !CORE_PACKAGES.includes(name))).toEqual([]);
});

test("relative imports end in .js, or name data", () => {
  const wrong = imports.filter(({ to }) => /^(server|client)\//.test(to) && !/\.(js|json)$/.test(to));
  expect(wrong).toEqual([]);
});
