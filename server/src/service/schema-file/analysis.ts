import type { Messages } from "../../core/messages/messages.js";
import type { SchemaText } from "../../core/schema/schema-text.js";
import type { Finding } from "../../core/rules/types.js";
import { isExcluded, pathOf, type ServiceContext, type SourceDocument } from "../analysis.js";
import { schemaFileKindOf, type SchemaFileKind } from "./kinds.js";

/** Everything known about one version of a file that a schema describes: a scenario, or a project file. */
export interface SchemaFileAnalysis {
  readonly uri: string;
  readonly documentVersion: number;
  readonly kind: SchemaFileKind;
  readonly document: SchemaText;
  readonly findings: readonly Finding[];
  /** The language of everything that is said about the document. */
  readonly messages: Messages;
  /** Whether names want quotes. */
  readonly isJson: boolean;
}

/** The kind of a document, by its name; it is no configuration then, whatever it holds. */
export function kindOfDocument({ uri }: SourceDocument): SchemaFileKind | undefined {
  return schemaFileKindOf(pathOf(uri));
}

/** Reads such a file; undefined when it is not to be served. */
export function analyseSchemaFile(
  kind: SchemaFileKind,
  source: SourceDocument,
  outside: ServiceContext,
  messages: Messages,
): SchemaFileAnalysis | undefined {
  const path = pathOf(source.uri);
  if (!outside.settings.enable || isExcluded(path, outside)) return undefined;
  const onDisk = outside.scenarioFiles?.find(({ uri }) => pathOf(uri) === path);
  const { document, findings } = kind.lint(source.getText(), messages, onDisk?.traffic);
  const isJson = /\.json$/i.test(path);
  return { uri: source.uri, documentVersion: source.version, kind, document, findings, messages, isJson };
}
