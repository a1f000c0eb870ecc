import data from "../../../../schemas/releases.json";

/** A release of kafka-clients. `order` makes releases comparable: 3.9.2 is 3009002. */
export interface KafkaVersion {
  readonly text: string;
  readonly order: number;
}

/** The newest patch release of every supported line, oldest first. The last one is what Ackwise assumes by default. */
export const RELEASE_LINES: readonly string[] = (data as { readonly lines: readonly string[] }).lines;

/** The oldest and the newest supported line, for sentences: 2.1 and, say, 4.4. */
export const SUPPORTED: { readonly first: string; readonly last: string } = {
  first: shortVersion(RELEASE_LINES[0] ?? ""),
  last: shortVersion(RELEASE_LINES.at(-1) ?? ""),
};

const VERSION_FORM = /^v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:[.-][0-9A-Za-z][0-9A-Za-z.-]*)?$/;

/** The number by which releases compare. `<=2.0.0` in the catalog's data counts as 2.0.0. */
export function versionOrder(text: string): number {
  const [major = "0", minor = "0", patch = "0"] = text.replace("<=", "").split(".");
  return Number(major) * 1_000_000 + Number(minor) * 1_000 + Number(patch);
}

/** The newest supported release. */
export function latestVersion(): KafkaVersion {
  const text = RELEASE_LINES.at(-1) ?? "";
  return { text, order: versionOrder(text) };
}

/** The line of a release: `3.9` of `3.9.2`, `2.0` of `<=2.0.0`. */
export function shortVersion(text: string): string {
  return text.replace("<=", "").split(".").slice(0, 2).join(".");
}

/** The supported lines as people name them, newest first: `4.4`, `4.3`, … */
export function supportedLines(): string[] {
  return RELEASE_LINES.map(shortVersion).reverse();
}

/**
 * Reads a release as people write it: `3.9` (newest patch of the line), `3.9.1`, `3.9.1-SNAPSHOT`, `7.6`-style Confluent
 * numbers are not understood. Returns undefined for anything that is no supported line.
 */
export function parseVersion(text: string): KafkaVersion | undefined {
  const version = parseRelease(text);
  return version !== undefined && isSupported(version) ? version : undefined;
}

/** The same for what a file or a project says, which may also be a release before the first supported one: see {@link isSupported}. */
export function parseRelease(text: string): KafkaVersion | undefined {
  const match = VERSION_FORM.exec(text.trim());
  if (match === null) return undefined;
  const line = `${Number(match[1]).toString()}.${Number(match[2]).toString()}`;
  const newest = RELEASE_LINES.find((release) => release.startsWith(`${line}.`));
  const patch = match[3] === undefined ? undefined : Number(match[3]).toString();
  const release = patch === undefined ? (newest ?? `${line}.0`) : `${line}.${patch}`;
  const version = { text: release, order: versionOrder(release) };
  return newest !== undefined || !isSupported(version) ? version : undefined;
}

/** Whether Ackwise knows what a release does. KIP-91 of 2.1 changed when a record expires; what was before is not modelled. */
export function isSupported({ order }: KafkaVersion): boolean {
  return order >= versionOrder(SUPPORTED.first);
}

/** Whether a release is at least another, written as text: `isAtLeast(version, "3.0.1")`. */
export function isAtLeast(version: KafkaVersion, text: string): boolean {
  return version.order >= versionOrder(text);
}
