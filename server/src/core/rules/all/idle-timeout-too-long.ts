import { bootstrapHosts } from "../bootstrap-hosts.js";
import { described, firstLine, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, numberOf, writeFix } from "../support-advice.js";
import type { Report, Rule, RuleContext } from "../types.js";

const KEY = "connections.max.idle.ms";
/** The broker's own connections.max.idle.ms; the client's default of 9 minutes stays below it on purpose. */
const BROKER_MS = 600_000;
/** Network Load Balancers of AWS close an idle connection after 350 seconds unless the listener says otherwise. */
const LOAD_BALANCER_MS = 350_000;
const LOAD_BALANCER = /\.elb\.([a-z0-9-]+\.)?amazonaws\.com$/;

export const idleTimeoutTooLong: Rule = {
  meta: {
    id: "idle-timeout-too-long",
    severity: "information",
    category: "cluster",
    summary: "The client should give up an idle connection before the broker or a load balancer does.",
    sources: [
      "SocketServerConfigs.CONNECTIONS_MAX_IDLE_MS_DEFAULT",
      "AWS Network Load Balancer: connection idle timeout",
    ],
  },
  messages: {
    ...ADVICE_TITLES,
    broker:
      "Brokers close a connection that is idle for 10 minutes by default: with {idle} they do so first, and the next request may fail and be sent again.",
    loadBalancer:
      "A network load balancer of AWS closes connections that are idle for 350 seconds by default and answers later data with a reset: with {idle} the next request may fail and be sent again.",
  },
  check: (context) => {
    const idleMs = numberOf(context, KEY);
    if (idleMs === undefined) return [];
    const behind = bootstrapHosts(context).find(({ host }) => LOAD_BALANCER.test(host));
    if (behind !== undefined && (idleMs > LOAD_BALANCER_MS || idleMs < 0))
      return [reportOn(context, "loadBalancer", "300000")];
    const given = givenNumber(context, KEY);
    return given !== undefined && given.value >= BROKER_MS ? [reportOn(context, "broker", "540000")] : [];
  },
};

function reportOn(context: RuleContext, messageId: "broker" | "loadBalancer", advised: string): Report {
  const setting = context.document.byKey.get(KEY);
  const bootstrap = context.document.byKey.get("bootstrap.servers");
  const place = setting ?? bootstrap;
  return {
    messageId,
    data: { idle: described(context, KEY) },
    key: place?.key ?? KEY,
    span: place === undefined ? firstLine(context) : valueOrKey(place),
    fixes: [writeFix(context, KEY, advised, bootstrap)],
  };
}
