import { bootstrapHosts } from "../bootstrap-hosts.js";
import type { Report, Rule } from "../types.js";

/** What listens on a port that is never a broker's by convention of Kafka and Confluent. */
const SERVICES: ReadonlyMap<number, string> = new Map([
  [2181, "ZooKeeper"],
  [2182, "ZooKeeper"],
  [8081, "Schema Registry"],
  [8082, "REST Proxy"],
  [8083, "Kafka Connect"],
  [8088, "ksqlDB"],
  [9021, "Control Center"],
]);
/** Ports that nobody would give to a broker; the others may have been chosen for one. */
const CERTAIN: ReadonlySet<number> = new Set([2181, 2182, 8081, 8082, 8083]);
/** Every address of a machine: something to listen on. */
const WILDCARD = /^(?:0\.0\.0\.0|::|0:0:0:0:0:0:0:0)$/;

export const noBrokerPort: Rule = {
  meta: {
    id: "no-broker-port",
    severity: "warning",
    category: "cluster",
    summary: "An address of ZooKeeper, Schema Registry, REST Proxy or Connect, or one to listen on, is no broker's.",
    sources: ["CommonClientConfigs.BOOTSTRAP_SERVERS_DOC", "Confluent Platform: configure ports"],
  },
  messages: {
    port: "{address} has the port of {service}, not of a broker: the producer gets no answer there that it understands. Brokers usually listen on port 9092.",
    listen:
      "{address} is an address to listen on, not to connect to: it means this machine, if anything. Name the host by which clients reach the broker.",
  },
  check: (context) =>
    bootstrapHosts(context).flatMap(({ setting, address, host }): readonly Report[] => {
      const port = address.port ?? 0;
      const service = SERVICES.get(port);
      const isWildcard = WILDCARD.test(host);
      if (service === undefined && !isWildcard) return [];
      return [
        {
          messageId: service === undefined ? "listen" : "port",
          data: { address: address.text, service: service ?? "" },
          key: setting.key,
          span: setting.spanOf(address.start, address.end),
          severity: service === undefined || CERTAIN.has(port) ? "warning" : "information",
        },
      ];
    }),
};
