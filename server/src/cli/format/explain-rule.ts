import { profileLevel } from "../../core/rules/profiles.js";
import type { Rule } from "../../core/rules/types.js";

/** What a rule is about: its page in the documentation, or its meta when the page is not installed. */
export function explainRule({ meta }: Rule, page: string | undefined): string {
  if (page !== undefined) return page.endsWith("\n") ? page : `${page}\n`;
  const from = meta.since === undefined ? "2.1" : meta.since;
  const releases = meta.until === undefined ? `${from} and later` : `${from} to before ${meta.until}`;
  const off = profileLevel(meta, "default") === "off" ? " (off by default)" : "";
  const lines = [
    `# ${meta.id}`,
    "",
    `${meta.severity}${off}, ${meta.category}. Client releases: ${releases}.`,
    "",
    meta.summary,
    "",
    `Sources: ${meta.sources.join(", ")}.`,
  ];
  return `${lines.join("\n")}\n`;
}
