// M7 of the break report: a scenario reads no file outside of the workspace, and no line of a file is quoted.
import { expect, it } from "vitest";
import { ScenarioFiles } from "../../server/src/lsp/scenario-files.js";
import { ackwise, GOOD } from "../cli/memory-io.js";

const SECRET = "hunter2 secret";
const scenarioOf = (path: string, kind: string): string =>
  `workload: { arrivals: { kind: ${kind}, csvFile: "${path}" } }\n`;

it.each(["recorded", "steps"])("M7 no line of a traffic file is quoted on the command line: %s", async (kind) => {
  const files = {
    "a.properties": GOOD,
    "s.ackwise.yaml": scenarioOf("/etc/passwd", kind),
    "/etc/passwd": `0,1\n${SECRET}\n`,
  };
  for (const argv of [
    ["lint", "s.ackwise.yaml"],
    ["lint", "s.ackwise.yaml", "--format", "json"],
    ["simulate", "a.properties", "--scenario", "s.ackwise.yaml"],
  ]) {
    const { code, stdout, stderr } = await ackwise(argv, { files });
    expect(code).toBeGreaterThan(0);
    expect(stdout + stderr).toContain("/etc/passwd:2: this line cannot stand there: expected milliseconds");
    expect(stdout + stderr).not.toContain("hunter2");
  }
});

it.each(["../s.txt", "/etc/passwd", "data/../../s.txt", "../ab/s.txt", "..\\\\s.txt", "C:/s.txt"])(
  "M7 nothing outside of the workspace folder is read: %s",
  async (path) => {
    const asked: string[] = [];
    const read = (uri: string): Promise<string> => {
      asked.push(uri);
      return Promise.resolve(uri.endsWith(".yaml") ? scenarioOf(path, "recorded") : SECRET);
    };
    const files = new ScenarioFiles(read, () => Promise.resolve(["s.ackwise.yaml"]));
    const [file] = await files.filesFor("file:///a/producer.properties", "file:///a");
    expect(file?.traffic?.isOutside).toBe(true);
    expect(asked).toEqual(["file:///a/s.ackwise.yaml"]);
  },
);

it.each([
  ["data/t.csv", "file:///a/data/t.csv"],
  ["./x/../t 1.csv", "file:///a/t%201.csv"],
  ["/a/t.csv", "file:///a/t.csv"],
])("M7 what is inside is read: %s", async (path, expected) => {
  const asked: string[] = [];
  const read = (uri: string): Promise<string> => {
    asked.push(uri);
    return Promise.resolve(uri.endsWith(".yaml") ? scenarioOf(path, "recorded") : "0\n");
  };
  const files = new ScenarioFiles(read, () => Promise.resolve(["s.ackwise.yaml"]));
  const [file] = await files.filesFor("file:///a/producer.properties", "file:///a/");
  expect(file?.traffic).toEqual({ path: file?.traffic?.path, text: "0\n" });
  expect(asked).toContain(expected);
});
