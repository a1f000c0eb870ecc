import { problem } from "../../core/messages/problem-texts.js";
import type { CliIo } from "../io.js";
import { refuse } from "./lint.js";

/** `ackwise lsp --stdio`: the language server is a program of its own beside this one; both share only the core. */
export async function languageServer(io: CliIo): Promise<number> {
  const code = await io.runLanguageServer();
  return code ?? refuse(io, [problem("no-server")]);
}
