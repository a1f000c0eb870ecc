import { resolve } from "node:path";
import { parseDocument } from "yaml";
import type { CliIo } from "../io.js";
import { decodeText } from "./decode.js";

/** A scenario file may have so many bytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What `--scenario` names: a built-in scenario as its name, or what stands in a YAML or JSON file. */
export async function readScenarioOption(
  io: CliIo,
  option: string | undefined,
): Promise<{ readonly input: unknown } | { readonly problem: string }> {
  if (option === undefined) return { input: undefined };
  if (!/\.(ya?ml|json)$|[/\\]/i.test(option)) return { input: option };
  const path = resolve(io.cwd, option);
  const sizeBytes = (await io.stat(path))?.sizeBytes ?? 0;
  if (sizeBytes > MOST_BYTES)
    return { problem: `--scenario ${option}: ${sizeBytes} bytes, expected at most ${MOST_BYTES}` };
  const bytes = await io.readFile(path).catch(() => undefined);
  if (bytes === undefined) return { problem: `--scenario ${option}: cannot be read` };
  const document = parseDocument(decodeText(bytes).text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) return { problem: `--scenario ${option}: ${error.message.split("\n")[0] ?? ""}` };
  try {
    return { input: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (failure) {
    return { problem: `--scenario ${option}: ${failure instanceof Error ? failure.message : String(failure)}` };
  }
}
