import { profileLevel } from "../../core/rules/profiles.js";
import type { Messages } from "../../core/messages/messages.js";
import type { Rule } from "../../core/rules/types.js";

/** What a rule is about: its page in the documentation, or its meta when the page is not installed. */
export function explainRule({ meta }: Rule, page: string | undefined, messages: Messages): string {
  const summary = messages.text(`${meta.id}/summary`, meta.summary);
  // The pages are in English: another language gets the rule in a sentence before them.
  const before = page === undefined || summary === meta.summary ? "" : `${summary}\n\n`;
  if (page !== undefined) return before + (page.endsWith("\n") ? page : `${page}\n`);
  const from = meta.since === undefined ? "2.1" : meta.since;
  const releases = meta.until === undefined ? `${from} and later` : `${from} to before ${meta.until}`;
  const off = profileLevel(meta, "default") === "off" ? " (off by default)" : "";
  const lines = [
    `# ${meta.id}`,
    "",
    `${meta.severity}${off}, ${meta.category}. Client releases: ${releases}.`,
    "",
    summary,
    "",
    `Sources: ${meta.sources.join(", ")}.`,
  ];
  return `${lines.join("\n")}\n`;
}
