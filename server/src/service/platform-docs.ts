import { platformAbout, type Platform } from "../core/catalog/platforms.js";
import { platformAddresses } from "../core/rules/platform-listeners.js";
import type { Analysis } from "./analysis.js";

/** What is known about the platforms that the addresses of a file belong to; empty when there are none. */
export function platformDocs({ context, messages }: Analysis): string {
  const plain = messages.plain.bind(messages);
  const platforms = new Set(platformAddresses(context).map(({ platform }) => platform));
  return [...platforms].map((platform) => paragraph(platform, platformAbout(platform, plain))).join("\n\n");
}

function paragraph({ name, sources }: Platform, about: string): string {
  const links = sources.map(({ url, date }) => `[${url.split("/")[2] ?? url}](${url}), ${date}`).join("; ");
  return `**${name}**: ${about} (${links})`;
}
