import type { DocumentSecrets } from "../dialects/document-secrets.js";
import type { MessageData } from "../messages/format.js";
import { inOneLine } from "../text/shown.js";
import type { Report } from "./types.js";

/** A report as it may be shown: without the secrets that it quotes, and with nothing that ends a line or steers a terminal. */
export function shownReport(report: Report, secrets: DocumentSecrets | undefined): Report {
  const { key, clientMessage, related, fixes } = report;
  const shown = (text: string): string => inOneLine(secrets?.hide(text, key) ?? text);
  const shownIn = (data: MessageData | undefined): MessageData => shownData(data ?? {}, shown);
  return {
    ...report,
    key: key === undefined ? undefined : shown(key),
    data: shownIn(report.data),
    clientMessage: clientMessage === undefined ? undefined : shown(clientMessage),
    related: (related ?? []).map((place) => ({ ...place, data: shownIn(place.data) })),
    fixes: (fixes ?? []).map((fix) => ({ ...fix, data: shownIn(fix.data) })),
  };
}

function shownData(data: MessageData, shown: (text: string) => string): MessageData {
  const entries = Object.entries(data).map(([name, value]): [string, MessageData[string]] => {
    if (typeof value === "string") return [name, shown(value)];
    if (typeof value !== "object" || value.data === undefined) return [name, value];
    return [name, { ...value, data: shownData(value.data, shown) }];
  });
  return Object.fromEntries(entries);
}
