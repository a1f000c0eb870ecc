import { bootstrapHosts, isLocalHost } from "../bootstrap-hosts.js";
import type { Rule } from "../types.js";

export const localhostBootstrap: Rule = {
  meta: {
    id: "localhost-bootstrap",
    severity: "information",
    profiles: { default: "off", strict: "information" },
    category: "cluster",
    summary: "localhost in bootstrap.servers works on the broker's own machine only.",
    sources: ["CommonClientConfigs.BOOTSTRAP_SERVERS_DOC"],
  },
  messages: {
    local: "This address is the machine itself: it works where the broker runs, not in a container or on another host.",
  },
  check: (context) => {
    const local = bootstrapHosts(context).find(({ host }) => isLocalHost(host));
    if (local === undefined) return [];
    const { setting, address } = local;
    return [{ messageId: "local", key: setting.key, span: setting.spanOf(address.start, address.end) }];
  },
};
