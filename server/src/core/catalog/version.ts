/** A release of kafka-clients. `order` makes releases comparable: 3.9.2 is 3009002. */
export interface KafkaVersion {
  readonly text: string;
  readonly order: number;
}

/** The newest patch release of every supported line, oldest first. The last one is what Ackwise assumes by default. */
export const RELEASE_LINES: readonly string[] = [
  "2.1.1",
  "2.2.2",
  "2.3.1",
  "2.4.1",
  "2.5.1",
  "2.6.3",
  "2.7.2",
  "2.8.2",
  "3.0.2",
  "3.1.2",
  "3.2.3",
  "3.3.2",
  "3.4.1",
  "3.5.2",
  "3.6.2",
  "3.7.2",
  "3.8.1",
  "3.9.2",
  "4.0.2",
  "4.1.2",
  "4.2.2",
  "4.3.1",
];

/** Lines that can be named although they are no supported release: the one before the first, and the unreleased next one. */
const MARGIN_LINES: readonly string[] = ["2.0.1", "4.4.0"];

const LATEST_TEXT = "4.3.1";
const VERSION_FORM = /^v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:[.-][0-9A-Za-z][0-9A-Za-z.-]*)?$/;

/** The number by which releases compare. `<=2.0.0` in the catalog's data counts as 2.0.0. */
export function versionOrder(text: string): number {
  const [major = "0", minor = "0", patch = "0"] = text.replace("<=", "").split(".");
  return Number(major) * 1_000_000 + Number(minor) * 1_000 + Number(patch);
}

/** The newest supported release. */
export function latestVersion(): KafkaVersion {
  return { text: LATEST_TEXT, order: versionOrder(LATEST_TEXT) };
}

/**
 * Reads a release as people write it: `3.9` (newest patch of the line), `3.9.1`, `3.9.1-SNAPSHOT`, `7.6`-style Confluent
 * numbers are not understood. Returns undefined for anything that is no supported line.
 */
export function parseVersion(text: string): KafkaVersion | undefined {
  const match = VERSION_FORM.exec(text.trim());
  if (match === null) return undefined;
  const line = `${Number(match[1]).toString()}.${Number(match[2]).toString()}`;
  const newest = [...RELEASE_LINES, ...MARGIN_LINES].find((release) => release.startsWith(`${line}.`));
  if (newest === undefined) return undefined;
  const release = match[3] === undefined ? newest : `${line}.${Number(match[3]).toString()}`;
  return { text: release, order: versionOrder(release) };
}

/** Whether a release is at least another, written as text: `isAtLeast(version, "3.0.1")`. */
export function isAtLeast(version: KafkaVersion, text: string): boolean {
  return version.order >= versionOrder(text);
}
