import { TextDocuments, type CancellationToken, type Connection, type InitializeParams } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  LIST_FILES_REQUEST,
  READ_FILE_REQUEST,
  type ListFilesResult,
  type ReadFileResult,
} from "../protocol/requests.js";
import type { ServiceContext } from "../service/analysis.js";
import { createLanguageService, type LanguageService } from "../service/language-service.js";
import { BuildVersions } from "./build-versions.js";
import { clientFeaturesOf, type ClientFeatures } from "./client-features.js";
import { DocumentContexts } from "./document-contexts.js";
import { createGuard, type Guard } from "./guard.js";
import { ProjectFiles } from "./project-files.js";
import type { Runtime } from "./runtime.js";
import { ScenarioFiles } from "./scenario-files.js";
import { SimulationHost } from "./simulation-host.js";
import { SettingsStore } from "./settings-store.js";
import { WorkspaceFolders } from "./workspace-folders.js";

/** A baseline and a variant at the same time. */
const SIMULATION_THREADS = 2;

/** Everything that lives between `initialize` and `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: WorkspaceFolders;
  readonly settings: SettingsStore;
  readonly builds: BuildVersions;
  readonly scenarios: ScenarioFiles;
  readonly projects: ProjectFiles;
  readonly contexts: DocumentContexts;
  readonly service: LanguageService;
  readonly guard: Guard;
  /** Simulates what somebody waits for. */
  readonly simulations: SimulationHost;
}

/** Makes the session for a client that says what it can do. */
export function createSession(connection: Connection, runtime: Runtime, params: InitializeParams): Session {
  const client = clientFeaturesOf(params);
  const folders = new WorkspaceFolders(params);
  const ask = client.configuration
    ? async (scopeUri: string | undefined, section: string): Promise<unknown> =>
        (await connection.workspace.getConfiguration(
          scopeUri === undefined ? { section } : { scopeUri, section },
        )) as unknown
    : undefined;
  const settings = new SettingsStore(ask, client.initialSettings, (text) => connection.console.warn(text));
  const { suggestCommand, simulationWorker } = client.abilities;
  const read = fileReader(connection, runtime, client);
  const builds = new BuildVersions(read);
  const scenarios = new ScenarioFiles(read, fileLister(connection, runtime, client));
  const documents = new TextDocuments(TextDocument);
  const projects = new ProjectFiles(async (uri) => documents.get(uri)?.getText() ?? read(uri));
  const { simulationThreads: threads = noThreads } = runtime;
  const script = { uri: simulationWorker, read: (uri: string) => readThroughClient(connection, client, uri) };
  return {
    connection,
    client,
    documents,
    folders,
    settings,
    builds,
    scenarios,
    projects,
    contexts: new DocumentContexts(folders, settings, builds, scenarios, projects),
    service: createLanguageService({
      ...(params.locale === undefined ? {} : { locale: params.locale }),
      snippets: client.snippets,
      ...(suggestCommand === undefined ? {} : { suggestCommand }),
    }),
    guard: createGuard(connection.console),
    simulations: new SimulationHost(() => threads(script), SIMULATION_THREADS),
  };
}

function noThreads(): Promise<never> {
  return Promise.reject(new Error("this host has no threads to simulate on"));
}

/** Reads through the host, else through the client, which reaches virtual file systems. */
function fileReader(
  connection: Connection,
  runtime: Runtime,
  client: ClientFeatures,
): (uri: string) => Promise<string | undefined> {
  return async (uri) => {
    const own = await runtime.readFile(uri).catch(() => undefined);
    return own !== undefined || uri.startsWith("file:") ? own : readThroughClient(connection, client, uri);
  };
}

async function readThroughClient(
  connection: Connection,
  client: ClientFeatures,
  uri: string,
): Promise<string | undefined> {
  if (client.abilities.readFile !== true) return undefined;
  try {
    const { text } = await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, { uri });
    return text ?? undefined;
  } catch {
    return undefined; // A client that says it can and cannot is treated as one without the file.
  }
}

/** Lists a folder as {@link fileReader} reads files; nothing where nobody can. */
function fileLister(
  connection: Connection,
  runtime: Runtime,
  client: ClientFeatures,
): (folderUri: string) => Promise<readonly string[]> {
  return async (uri) => {
    const own = await runtime.listFiles?.(uri).catch(() => undefined);
    if (own !== undefined || client.abilities.readFile !== true || uri.startsWith("file:")) return own ?? [];
    try {
      return (await connection.sendRequest<ListFilesResult>(LIST_FILES_REQUEST, { uri })).names;
    } catch {
      return []; // An older client, or a folder that is gone.
    }
  };
}

/** Answers a request about an open document; the fallback is for documents that are not open. */
export async function withDocument<T>(
  session: Session,
  name: string,
  uri: string,
  token: CancellationToken,
  fallback: T,
  answer: (document: TextDocument, context: ServiceContext) => T | Promise<T>,
): Promise<T> {
  const { contexts, documents, guard } = session;
  return guard.request(name, token, fallback, async () => {
    if (documents.get(uri) === undefined) return fallback;
    const context = contexts.ready(uri) ?? (await contexts.load(uri));
    const document = documents.get(uri);
    if (document === undefined || token.isCancellationRequested) return fallback;
    return answer(document, context);
  });
}
