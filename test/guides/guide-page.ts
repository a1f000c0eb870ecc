// A page of docs/guides as a fixture: its files, its commands, and its tables, which are made from what the commands say.
import { existsSync, readFileSync } from "node:fs";
import { ackwise } from "../cli/memory-io.js";
import { resultBlock, type CommandResult } from "./result-block.js";

/** A command of a page, and the data it printed. */
export interface GuideRun {
  readonly command: string;
  readonly result: CommandResult;
}

const FOLDER = "docs/guides";
const FENCE = /^```(properties|yaml|shell)\n([\s\S]*?)^```$/gm;
const FILE_NAME = /^# ([\w-]+\.(?:properties|yaml))\n/;
const RESULT = /^<!-- result (\d+): (.*) -->\n[\s\S]*?^<!-- \/result -->$/gm;

/** Where a guide is. */
export function guidePath(slug: string): string {
  return `${FOLDER}/${slug}.md`;
}

/** The text of a guide. */
export function readGuide(slug: string): string {
  return existsSync(guidePath(slug)) ? readFileSync(guidePath(slug), "utf8") : "";
}

/** The files that a guide shows: a fence whose first line is a comment with the file's name. */
export function filesOf(page: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [, language, text = ""] of page.matchAll(FENCE)) {
    if (language === "shell") continue;
    const name = FILE_NAME.exec(text)?.[1];
    if (name === undefined) throw new Error(`a ${language ?? ""} fence without a name in its first line`);
    files[name] = text;
  }
  return files;
}

/** The commands that a guide shows, in order. */
export function commandsOf(page: string): readonly string[] {
  return [...page.matchAll(FENCE)]
    .filter(([, language]) => language === "shell")
    .flatMap(([, , text = ""]) =>
      text
        .replaceAll(/\s*\\\n\s*/g, " ")
        .trim()
        .split("\n"),
    );
}

const runs = new Map<string, Promise<readonly GuideRun[]>>();

/** Runs every command of a guide with the files that it shows; once, however often it is asked for. */
export function runsOf(slug: string): Promise<readonly GuideRun[]> {
  const known = runs.get(slug) ?? runCommands(readGuide(slug));
  runs.set(slug, known);
  return known;
}

async function runCommands(page: string): Promise<readonly GuideRun[]> {
  const files = filesOf(page);
  const done: GuideRun[] = [];
  for (const command of commandsOf(page)) {
    const [tool, ...argv] = command.split(/\s+/);
    if (tool !== "ackwise") throw new Error(`not a command of ackwise: ${command}`);
    const { stdout, stderr } = await ackwise([...argv, "--format", "json"], { files });
    if (stderr !== "") throw new Error(`${command}: ${stderr}`);
    done.push({ command, result: JSON.parse(stdout) as CommandResult });
  }
  return done;
}

/** The page with every table between its markers made anew. */
export async function pageWithResults(slug: string): Promise<string> {
  const done = await runsOf(slug);
  return readGuide(slug).replaceAll(RESULT, (_, number: string, selection: string) => {
    const run = done[Number(number) - 1];
    if (run === undefined) throw new Error(`${slug}: no command ${number}`);
    const lines = resultBlock(run.result, selection.split("; "));
    return `<!-- result ${number}: ${selection} -->\n\n${lines}\n\n<!-- /result -->`;
  });
}
