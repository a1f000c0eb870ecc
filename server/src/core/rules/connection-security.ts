import { bootstrapHosts, isLocalHost } from "./bootstrap-hosts.js";
import { isRefused, textOf } from "./support-advice.js";
import type { RuleContext } from "./types.js";

const PROTOCOL = "security.protocol";

/** How the client connects, in upper case; undefined when it does not start with what the file says, or a provider fills it in. */
export function protocolOf(context: RuleContext): string | undefined {
  return isRefused(context, PROTOCOL) ? undefined : textOf(context, PROTOCOL)?.toUpperCase();
}

/** Whether the connection uses TLS. */
export function usesTls(context: RuleContext): boolean {
  const protocol = protocolOf(context);
  return protocol === "SSL" || protocol === "SASL_SSL";
}

/** Whether the client logs in. */
export function usesSasl(context: RuleContext): boolean {
  return protocolOf(context)?.startsWith("SASL_") ?? false;
}

/** Whether the file names brokers and all of them are on the machine itself. */
export function isLocalOnly(context: RuleContext): boolean {
  const hosts = bootstrapHosts(context);
  return hosts.length > 0 && hosts.every(({ host }) => isLocalHost(host));
}
