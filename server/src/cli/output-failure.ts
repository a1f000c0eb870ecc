import { inOneLine, inTerminal } from "../core/text/shown.js";
import type { EventEmitter } from "node:events";
import { problem } from "../core/messages/problem-texts.js";
import { reasonOf } from "./input/read-input.js";
import { EXIT, type CliIo } from "./io.js";
import { messagesOf } from "./language.js";

/** `ackwise lint … | head` closes the pipe early: that is no failure. A full disk is one, told in a line. */
export function endWhenOutputFails(
  stdout: EventEmitter,
  stderr: EventEmitter,
  io: Pick<CliIo, "env" | "language" | "stderr">,
  exit: (code: number) => void,
): void {
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") {
      exit(EXIT.clean);
      return;
    }
    const say = messagesOf(io);
    const about = { file: say.say(problem("standard-output")), reason: reasonOf(error) };
    io.stderr(inTerminal(`ackwise: ${inOneLine(say.say(problem("unwritable", about)))}\n`));
    exit(EXIT.usage);
  });
  stderr.on("error", () => exit(EXIT.usage)); // Nobody can be told.
}
