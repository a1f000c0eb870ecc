import { parseRelease } from "../core/catalog/version.js";
import { versionInUse, type OuterVersion, type VersionInUse } from "../core/config/version-in-use.js";
import { readDocument, recogniseDialect } from "../core/dialects/dialects.js";
import type { ConfigDocument, DialectId } from "../core/dialects/types.js";
import type { Messages } from "../core/messages/messages.js";
import type { LintOptions } from "../core/report/lint.js";
import { contextOf, runRules } from "../core/rules/run.js";
import type { Finding, RuleContext } from "../core/rules/types.js";
import { PROPERTIES_LANGUAGES } from "../protocol/languages.js";
import type { Settings } from "../protocol/settings.js";
import { matchesAnyGlob } from "../core/config/glob.js";
import type { ProjectConfig } from "../core/project/read-project.js";
import type { TrafficFile } from "../core/simulation/scenario/traffic-file.js";

/** A text as a client has it open. */
export interface SourceDocument {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  getText(): string;
}

/** What stands outside a document and decides how it is read. Same object, same answers: it is part of the cache key. */
export interface ServiceContext {
  readonly settings: Settings;
  /** The URI of the workspace folder that holds the document. */
  readonly folderUri: string | undefined;
  /** What the project file says, which is stronger than the settings. */
  readonly project?: ProjectInUse | undefined;
  /** What the workspace's build files say. */
  readonly buildVersion: OuterVersion | undefined;
  /** The scenario files of the nearest folder that has any. */
  readonly scenarioFiles?: readonly ScenarioFileText[];
}

/** The nearest project file. */
export interface ProjectInUse {
  readonly uri: string;
  readonly config: ProjectConfig;
}

/** A scenario file as it is on disk. */
export interface ScenarioFileText {
  readonly uri: string;
  readonly text: string;
  /** What was found at the path in its `csvFile`. */
  readonly traffic?: TrafficFile | undefined;
}

/** Everything known about one version of a document. Features only look at this. */
export interface Analysis {
  readonly uri: string;
  readonly documentVersion: number;
  readonly document: ConfigDocument;
  readonly version: VersionInUse;
  readonly context: RuleContext;
  readonly findings: readonly Finding[];
  /** The language of everything that is said about the document. */
  readonly messages: Messages;
  readonly outerScenario: {
    readonly files: readonly ScenarioFileText[];
    readonly project: string | undefined;
    readonly setting: string;
  };
  /** How the text was read, to read another text of the same document the same way. */
  readonly options: LintOptions;
}

/** Reads a document and runs every rule; undefined when it is nothing to Ackwise. */
export function analyse(source: SourceDocument, outside: ServiceContext, messages: Messages): Analysis | undefined {
  const text = source.getText();
  const fileName = fileNameOf(source);
  const dialect = dialectOf(fileName, text, outside);
  if (dialect === undefined) return undefined;
  const outer = outerVersion(outside);
  const document = readDocument(dialect, fileName, text);
  const version = versionInUse(document, outer);
  const context = contextOf(document, version.version);
  const { settings, project } = outside;
  const profile = project?.config.profile ?? settings.profile;
  const levels = { ...settings.rules, ...project?.config.rules };
  const options: LintOptions = { fileName, dialect, outerVersion: outer, profile, levels, messages };
  const findings = runRules(context, options);
  const outerScenario = {
    files: outside.scenarioFiles ?? [],
    project: project?.config.scenario,
    setting: settings.scenario,
  };
  const about = { uri: source.uri, documentVersion: source.version };
  return { ...about, document, version, context, findings, messages, outerScenario, options };
}

function dialectOf(fileName: string, text: string, outside: ServiceContext): DialectId | undefined {
  const { enable, files } = outside.settings;
  if (!enable || isExcluded(fileName, outside)) return undefined;
  const recognised = recogniseDialect(fileName, text)?.id;
  if (recognised !== undefined) return recognised;
  const isIncluded = matchesAnyGlob(files.include, ...pathsOf(fileName, outside));
  return isIncluded || isListed(fileName, outside, "include") ? "properties" : undefined;
}

/** Whether the settings or the project file say that a file is never to be served. */
export function isExcluded(path: string, outside: ServiceContext): boolean {
  const isOut = matchesAnyGlob(outside.settings.files.exclude, ...pathsOf(path, outside));
  return isOut || isListed(path, outside, "exclude");
}

/** Globs of a project file count from its folder. */
function isListed(path: string, { project }: ServiceContext, list: "include" | "exclude"): boolean {
  if (project === undefined) return false;
  const folderUri = project.uri.slice(0, project.uri.lastIndexOf("/"));
  return matchesAnyGlob(project.config.files[list], ...relativePath(path, folderUri));
}

function pathsOf(path: string, { folderUri }: ServiceContext): readonly string[] {
  return [path, ...relativePath(path, folderUri)];
}

function relativePath(path: string, folderUri: string | undefined): readonly string[] {
  if (folderUri === undefined) return [];
  const folder = pathOf(folderUri).replace(/\/*$/, "/");
  return path.startsWith(folder) ? [path.slice(folder.length)] : [];
}

/** New files have no name yet; their language says what they are going to be. */
function fileNameOf(source: SourceDocument): string {
  const path = pathOf(source.uri);
  const nameless = source.uri.startsWith("untitled:") && PROPERTIES_LANGUAGES.includes(source.languageId);
  return nameless && !path.endsWith(".properties") ? `${path}.properties` : path;
}

/** The decoded path of a URI; what cannot be decoded stays as it is. */
export function pathOf(uri: string): string {
  const path = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?([^?#]*)/i.exec(uri)?.[1] ?? uri;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function outerVersion(outside: ServiceContext): OuterVersion | undefined {
  const shared = parseRelease(outside.project?.config.kafkaVersion ?? "");
  if (shared !== undefined) return { version: shared, source: "project" };
  const version = parseRelease(outside.settings.kafkaVersion);
  return version === undefined ? outside.buildVersion : { version, source: "settings" };
}
