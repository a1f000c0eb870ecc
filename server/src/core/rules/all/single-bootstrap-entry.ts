import { bootstrapHosts, isLocalHost } from "../bootstrap-hosts.js";
import type { Rule } from "../types.js";

/** Names behind which providers put several addresses. */
const SERVICE =
  /\.(confluent\.cloud|aivencloud\.com|servicebus\.windows\.net|amazonaws\.com|upstash\.io|redpanda\.com)$/;

export const singleBootstrapEntry: Rule = {
  meta: {
    id: "single-bootstrap-entry",
    severity: "information",
    profiles: { default: "off", strict: "information", durability: "information" },
    category: "cluster",
    summary: "With one entry in bootstrap.servers the producer cannot start while that broker is down.",
    sources: ["CommonClientConfigs.BOOTSTRAP_SERVERS_DOC"],
  },
  messages: {
    single:
      "The only entry: unless this name stands for several brokers, the producer finds no cluster while that one is down.",
  },
  check: (context) => {
    const hosts = bootstrapHosts(context);
    const [only] = hosts;
    if (hosts.length !== 1 || only === undefined || isLocalHost(only.host) || SERVICE.test(only.host)) return [];
    const { setting, address } = only;
    return [{ messageId: "single", key: setting.key, span: setting.spanOf(address.start, address.end) }];
  },
};
