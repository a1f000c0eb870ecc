import type { CliIo } from "./io.js";

const COLUMNS = 30;

/** A bar on a terminal, in one line that is wiped at the end; nothing elsewhere. Takes the share that is done, 0 to 1. */
export function progressOf(io: CliIo): ((share: number) => void) | undefined {
  if (!(io.isErrorTty ?? io.isTty)) return undefined;
  let shown = -1;
  return (share) => {
    const done = Math.floor(share * COLUMNS);
    if (done === shown) return;
    shown = done;
    const bar = `[${"#".repeat(done)}${" ".repeat(COLUMNS - done)}] ${Math.floor(share * 100)} %`;
    io.stderr(share >= 1 ? `\r${" ".repeat(bar.length)}\r` : `\r${bar}`);
  };
}
