import { RELEASE_LINES } from "../core/catalog/version.js";
import type { Status } from "../protocol/requests.js";
import type { Analysis } from "./analysis.js";

/** The client release that counts for a document, and who says so. */
export function statusOf({ uri, version }: Analysis): Status {
  return { uri, kafkaVersion: version.version.text, source: version.source, choices: lines() };
}

/** `4.3`, `4.2`, …: what a person chooses from. */
export function lines(): string[] {
  return RELEASE_LINES.map((release) => release.split(".").slice(0, 2).join(".")).reverse();
}
