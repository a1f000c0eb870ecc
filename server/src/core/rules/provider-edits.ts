import { isAtLeast, type KafkaVersion } from "../catalog/version.js";
import type { Setting, WriteStep } from "../dialects/types.js";
import type { TextEdit } from "../text/span.js";
import type { RuleContext } from "./types.js";

const LIST = "config.providers";
const PACKAGE = "org.apache.kafka.common.config.provider.";

/** A config provider of kafka-clients: the alias people give it, its class and its first release. */
export interface Provider {
  readonly alias: string;
  readonly className: string;
  readonly since: string;
}

/** Environment variables. */
export const ENVIRONMENT: Provider = { alias: "env", className: `${PACKAGE}EnvVarConfigProvider`, since: "3.5.0" };
/** Another properties file. */
export const FILE: Provider = { alias: "file", className: `${PACKAGE}FileConfigProvider`, since: "2.3.0" };
/** Files of a directory, as Kubernetes mounts secrets. */
export const DIRECTORY: Provider = { alias: "dir", className: `${PACKAGE}DirectoryConfigProvider`, since: "2.7.0" };

/** The provider that an alias calls to mind; undefined when it is not one of kafka-clients, or the release has none. */
export function providerCalled(alias: string, version: KafkaVersion): Provider | undefined {
  const provider = [ENVIRONMENT, FILE, DIRECTORY].find((candidate) => alias.toLowerCase().startsWith(candidate.alias));
  return provider !== undefined && hasProvider(version, provider) ? provider : undefined;
}

/** Whether a release has a provider. */
export function hasProvider(version: KafkaVersion, provider: Provider): boolean {
  return isAtLeast(version, provider.since);
}

/** The aliases that the file declares with a class, and the class of each. */
export function declaredProviders(context: RuleContext): ReadonlyMap<string, string> {
  const { byKey } = context.document;
  const declared = new Map<string, string>();
  for (const alias of (byKey.get(LIST)?.value ?? "").split(",")) {
    const className = byKey.get(`${LIST}.${alias}.class`)?.value;
    if (className !== undefined) declared.set(alias, className);
  }
  return declared;
}

/** A declared provider, or the edits that declare it; undefined when its alias is taken by something else. */
export function declareProvider(
  context: RuleContext,
  provider: Provider,
  after: Setting,
): { readonly alias: string; readonly edits: readonly TextEdit[] } | undefined {
  const { byKey, edits } = context.document;
  const known = [...declaredProviders(context)].find(([, className]) => className === provider.className)?.[0];
  if (known !== undefined) return { alias: known, edits: [] };
  const { alias, className } = provider;
  const list = byKey.get(LIST);
  const classKey = `${LIST}.${alias}.class`;
  const listed = (list?.value ?? "").split(",").filter((name) => name !== "");
  if (byKey.has(classKey) || listed.includes(alias)) return undefined;
  const declaration: WriteStep =
    list === undefined
      ? { kind: "insert", key: LIST, value: alias, after }
      : { kind: "set", setting: list, value: [...listed, alias].join(",") };
  return {
    alias,
    edits: edits.write([declaration, { kind: "insert", key: classKey, value: className, after: list ?? after }]),
  };
}
