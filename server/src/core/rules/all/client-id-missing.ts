import { javaTrim } from "../../config/parse-value.js";
import type { Rule } from "../types.js";

const KEY = "client.id";

export const clientIdMissing: Rule = {
  meta: {
    id: "client-id-missing",
    severity: "information",
    profiles: { default: "off", strict: "information" },
    category: "cluster",
    summary: "Without a client.id logs, metrics and quotas of the brokers cannot tell one application from another.",
    sources: ["CommonClientConfigs.CLIENT_ID_DOC"],
  },
  messages: {
    missing: "Without client.id the brokers' logs, metrics and quotas know this producer only as producer-1.",
    empty: "With an empty client.id the brokers' logs, metrics and quotas have no name for this producer.",
  },
  check: (context) => {
    const { byKey } = context.document;
    const bootstrap = byKey.get("bootstrap.servers");
    // With transactional.id the client makes a telling name of it.
    if (bootstrap === undefined || byKey.has("transactional.id")) return [];
    const setting = byKey.get(KEY);
    if (setting !== undefined && javaTrim(setting.value) !== "") return [];
    return [{ messageId: setting === undefined ? "missing" : "empty", key: KEY, span: (setting ?? bootstrap).keySpan }];
  },
};
