import { workspace, type LogOutputChannel } from "vscode";
import { RevealOutputChannelOn, type LanguageClientOptions } from "vscode-languageclient";
import { COMMANDS } from "../../server/src/protocol/commands.js";
import { PROJECT_FILES, PROPERTIES_LANGUAGES, SCENARIO_FILES } from "../../server/src/protocol/languages.js";
import type { ClientAbilities } from "../../server/src/protocol/requests.js";
import { SAMPLE_SCHEME } from "../../server/src/protocol/sample.js";
import { SECTION } from "../../server/src/protocol/settings.js";
import { crashHandler } from "./crash-handler.js";

type Selector = NonNullable<LanguageClientOptions["documentSelector"]>;

const ABILITIES: ClientAbilities = {
  readFile: true,
  status: true,
  suggestCommand: "editor.action.triggerSuggest",
  whatIfCommand: COMMANDS.whatIf,
};

/** Where files come from besides the workspace's own scheme. Not `git:` and other views of files that are open anyway. */
const SCHEMES = ["file", SAMPLE_SCHEME, "vscode-remote", "vscode-vfs", "vscode-test-web", "memfs"];

/** How the client talks to the server, whichever host they run in. */
export function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: crashHandler(() => Date.now()),
    initializationOptions: { ackwise: ABILITIES },
  };
}

/** By name and not by language: which extension owns `.properties` files is nothing to us. The server decides what it serves. */
function documentSelector(): Selector {
  const patterns = ["**/*.properties", SCENARIO_FILES, PROJECT_FILES, ...includedPatterns()];
  const schemes = new Set([...SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [
    ...[...schemes].flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern }))),
    ...PROPERTIES_LANGUAGES.map((language) => ({ scheme: "untitled", language })),
  ];
}

function includedPatterns(): readonly string[] {
  const globs = workspace.getConfiguration(SECTION).get<unknown>("files.include");
  if (!Array.isArray(globs)) return [];
  return globs
    .filter((glob): glob is string => typeof glob === "string" && glob !== "")
    .map((glob) => (glob.startsWith("/") || glob.startsWith("**") ? glob : `**/${glob}`));
}
