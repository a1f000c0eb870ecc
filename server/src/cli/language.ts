import type { Messages } from "../core/messages/messages.js";
import { messagesFor } from "../core/messages/translations.js";
import type { CliIo } from "./io.js";

/** The locale of a terminal by POSIX: LC_ALL is stronger than LC_MESSAGES, which is stronger than LANG. */
export function localeOf(env: CliIo["env"]): string | undefined {
  return [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((text) => text !== undefined && text !== "");
}

/** What the command line speaks. */
export function messagesOf(io: Pick<CliIo, "env" | "language">): Messages {
  return messagesFor(io.language?.() ?? localeOf(io.env));
}
