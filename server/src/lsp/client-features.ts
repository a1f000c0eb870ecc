import type { InitializeParams } from "vscode-languageserver";
import type { ClientAbilities } from "../protocol/requests.js";

/** What the client can do, as far as the server cares. */
export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshCodeLens: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshSemanticTokens: boolean;
  readonly snippets: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly abilities: ClientAbilities;
  /** Settings for clients that cannot be asked for them. */
  readonly initialSettings: unknown;
}

/** Reads the parameters of `initialize`. */
export function clientFeaturesOf({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = capabilities;
  const options = recordOf(initializationOptions);
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    abilities: abilitiesOf(recordOf(options["ackwise"])),
    initialSettings: options["settings"],
  };
}

function abilitiesOf(given: Readonly<Record<string, unknown>>): ClientAbilities {
  const { readFile, status, suggestCommand, whatIfCommand, simulationWorker } = given;
  return {
    readFile: readFile === true,
    status: status === true,
    ...(typeof suggestCommand === "string" ? { suggestCommand } : {}),
    ...(typeof whatIfCommand === "string" ? { whatIfCommand } : {}),
    ...(typeof simulationWorker === "string" ? { simulationWorker } : {}),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
