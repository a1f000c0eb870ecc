// Compiles the Java oracles, fetches the client releases and puts questions to them.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { asciiJson } from "./conformance-lines.mjs";

const JAVA = fileURLToPath(new URL("../test/conformance/java/", import.meta.url));
const TARGET = join(JAVA, "target");
const JARS = join(TARGET, "releases");
const FLAGS = [
  "-Xshare:auto",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-Duser.language=en",
  "-Duser.country=US",
  // The start of ThreadLocalRandom is a field of Thread (ThreadRandom.java).
  "--add-opens=java.base/java.lang=ALL-UNNAMED",
];

function maven(...goals) {
  const result = spawnSync("mvn", ["-q", "-B", ...goals], { cwd: JAVA, encoding: "utf8" });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`mvn ${goals.join(" ")} failed:\n${result.stdout}${result.stderr}`);
}

/** The major version of the JDK that answers. */
export function jdkVersion() {
  const { stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(stderr)?.[1]);
}

export function compileOracles() {
  maven("compile");
}

/** Copies the jars of a release and of what it needs to target/releases/<release>, once. */
export function fetchRelease(release) {
  const place = join(JARS, release);
  if (existsSync(place)) return;
  const unfinished = `${place}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(JARS, { recursive: true });
  maven("dependency:copy-dependencies", `-Dkafka.version=${release}`, `-DoutputDirectory=${unfinished}`);
  renameSync(unfinished, place);
}

function commandLine(oracle, release) {
  const classes = join(TARGET, "classes");
  const classPath = release === undefined ? classes : `${classes}:${join(JARS, release, "*")}`;
  // Names resolve by this file only: no network, the same answers everywhere.
  const hosts = `-Djdk.net.hosts.file=${join(classes, "hosts.txt")}`;
  return [...FLAGS, hosts, "-cp", classPath, "ackwise.conformance.Main", oracle];
}

/** The answers to all questions, in their order, from one JVM. */
export async function askAll(oracle, release, questions) {
  const name = join(TARGET, `${oracle}-${release ?? "jdk"}`);
  writeFileSync(`${name}.questions`, questions.map((question) => `${asciiJson(question)}\n`).join(""));
  const input = openSync(`${name}.questions`, "r");
  const output = openSync(`${name}.answers`, "w");
  const errors = openSync(`${name}.errors`, "w");
  const java = spawn("java", commandLine(oracle, release), { stdio: [input, output, errors] });
  const status = await new Promise((resolve, reject) => java.on("error", reject).on("close", resolve));
  [input, output, errors].forEach(closeSync);
  const answers = readFileSync(`${name}.answers`, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  if (status !== 0 || answers.length !== questions.length)
    throw new Error(`${oracle} ${release ?? ""} broke, see ${name}.errors`);
  rmSync(`${name}.questions`);
  rmSync(`${name}.answers`);
  return answers;
}

/** A JVM to talk to: one question at a time per ask, answered in order. Compile and fetch first. */
export function startOracle(oracle, release) {
  const java = spawn("java", commandLine(oracle, release), { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = [];
  createInterface({ input: java.stdout }).on("line", (line) => waiting.shift()?.resolve(JSON.parse(line)));
  java.on("close", () =>
    waiting.splice(0).forEach(({ reject }) => reject(new Error(`the oracle of ${release} ended`))),
  );
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        java.stdin.write(`${asciiJson(question)}\n`);
      }),
    close: () => java.stdin.end(),
  };
}

/** The oracle on this process's own standard input and output, until the input ends; resolves to the exit status. */
export function serve(oracle, release) {
  const java = spawn("java", commandLine(oracle, release), { stdio: "inherit" });
  return new Promise((resolve, reject) => java.on("error", reject).on("close", resolve));
}
