import { effectiveConfigOf } from "../../core/report/effective.js";
import { versionInUse } from "../../core/config/version-in-use.js";
import { readDocument } from "../../core/dialects/dialects.js";
import { dialectFor } from "../../core/report/lint.js";
import { formatEffectiveJson, formatEffectiveProperties, formatEffectiveTable } from "../format/effective.js";
import { styleFor } from "../format/style.js";
import type { ReadingOptions } from "../input/options.js";
import { originOf, VersionChooser } from "../input/version-choice.js";
import { cliSpeaker } from "../../core/messages/cli-texts.js";
import { messagesOf } from "../language.js";
import { EXIT, type CliIo } from "../io.js";
import { refuse } from "./lint.js";
import { readOneFile, releaseProblemOf } from "./one-file.js";

export const EFFECTIVE_FORMATS = ["table", "json", "properties"] as const;

/** The options of `ackwise effective`. */
export interface EffectiveCommandOptions extends ReadingOptions {
  readonly format: (typeof EFFECTIVE_FORMATS)[number];
  readonly showSecrets?: boolean;
}

/** `ackwise effective`: every setting of the running producer and where it comes from. A query: the verdict is in the output, not in the exit code. */
export async function effective(name: string, options: EffectiveCommandOptions, io: CliIo): Promise<number> {
  const file = await readOneFile(io, name, options);
  if (Array.isArray(file)) return refuse(io, file);
  const { input, fileName, dialect } = file;
  const { outer, foundIn } = await new VersionChooser(io, options.kafkaVersion, file.projects).choose(input);
  const tooOld = releaseProblemOf(file, outer);
  if (tooOld !== undefined) return refuse(io, [tooOld]);
  const messages = messagesOf(io);
  const config = effectiveConfigOf(input.text, {
    fileName,
    dialect,
    outerVersion: outer,
    encoding: input.encoding,
    messages,
    showSecrets: options.showSecrets,
  });
  const shown = { file: input.file, config };
  switch (options.format) {
    case "json":
      io.stdout(formatEffectiveJson(shown));
      break;
    case "properties":
      io.stdout(formatEffectiveProperties(shown, cliSpeaker(messages)));
      break;
    case "table": {
      const document = readDocument(dialectFor(fileName, input.text, dialect), fileName ?? "", input.text);
      const say = cliSpeaker(messages);
      const origin = originOf(versionInUse(document, outer), foundIn, say);
      io.stdout(formatEffectiveTable(shown, origin, styleFor(io.isTty, io.env), say));
    }
  }
  return EXIT.clean;
}
