import { problem } from "../core/messages/problem-texts.js";
import { inOneLine, inTerminal } from "../core/text/shown.js";
import { CommanderError } from "commander";
import { displayName, reasonOf } from "./input/read-input.js";
import { EXIT, type CliIo } from "./io.js";
import { messagesOf } from "./language.js";
import { buildProgram } from "./program.js";

/** Runs the tool for the arguments after its name and returns the exit code. Never rejects: a crash is one message. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  let code: number = EXIT.clean;
  try {
    const finish = (result: number): void => {
      code = result;
    };
    const program = buildProgram(io, finish, messagesOf({ ...io, language: () => askedLanguage(argv) }));
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    return refuseFileError(error, io) ?? crash(error, io);
  }
}

/** What the file system refuses (too many open files, a disk that was pulled out) is a mistake of no program. */
function refuseFileError(error: unknown, io: CliIo): number | undefined {
  const { code, syscall, path } = error as Partial<NodeJS.ErrnoException>;
  if (code === undefined || syscall === undefined || path === undefined) return undefined;
  const about = { file: displayName(io, path), reason: reasonOf(error) };
  io.stderr(inTerminal(`ackwise: ${inOneLine(messagesOf(io).say(problem("unusable", about)))}\n`));
  return EXIT.usage;
}

/** What `--lang` says, before the grammar that knows it is made. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((word) => /^--lang(?:=|$)/.test(word));
  const word = argv[at];
  return word === "--lang" ? argv[at + 1] : word?.slice("--lang=".length);
}

/** Mistakes of users are data long before they come here, so this is a bug of ours. */
function crash(error: unknown, io: CliIo): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = error instanceof Error ? error.message : String(error);
  io.stderr(
    isSet(io.env["ACKWISE_DEBUG"])
      ? inTerminal(`ackwise: ${stack}\n`)
      : `ackwise: ${messagesOf(io).say(problem("crashed", { message: inOneLine(message) }))}\n`,
  );
  return EXIT.crash;
}

function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== "" && text !== "0";
}
