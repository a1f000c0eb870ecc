import { listenersAt, platformOf, type Platform, type PlatformListener } from "../catalog/platforms.js";
import type { BootstrapAddress } from "../config/checks/bootstrap.js";
import type { Setting } from "../dialects/types.js";
import { bootstrapHosts } from "./bootstrap-hosts.js";
import { protocolOf } from "./connection-security.js";
import { givenSetting, isGiven, textOf } from "./support-advice.js";
import type { RuleContext } from "./types.js";

const PROTOCOL = "security.protocol";
const MECHANISM = "sasl.mechanism";

/** An address of bootstrap.servers that belongs to a platform. */
export interface PlatformAddress {
  readonly platform: Platform;
  readonly setting: Setting;
  readonly address: BootstrapAddress;
  readonly port: number;
}

/** Why the client never gets in at an address. */
export interface PlatformMismatch extends PlatformAddress {
  readonly what: "port" | "protocol" | "mechanism";
  /** The listeners that are there: those of the port, or all when nothing listens on it. */
  readonly listeners: readonly PlatformListener[];
}

const known = new WeakMap<RuleContext, readonly PlatformMismatch[]>();

/** The addresses of the file that belong to a known platform. */
export function platformAddresses(context: RuleContext): readonly PlatformAddress[] {
  const platforms = new Map<string, Platform | undefined>();
  return bootstrapHosts(context).flatMap(({ setting, address, host }) => {
    if (!platforms.has(host)) platforms.set(host, platformOf(host));
    const platform = platforms.get(host);
    return platform === undefined ? [] : [{ platform, setting, address, port: address.port ?? 0 }];
  });
}

/** The addresses at which the client never gets in. */
export function platformMismatches(context: RuleContext): readonly PlatformMismatch[] {
  const found = known.get(context) ?? platformAddresses(context).flatMap((entry) => mismatchOf(context, entry) ?? []);
  known.set(context, found);
  return found;
}

/** Whether a listener lets the client in as the file has it. */
export function letsIn(context: RuleContext, { protocol, mechanism, needsKeyStore }: PlatformListener): boolean {
  if (protocol !== protocolOf(context)) return false;
  if (needsKeyStore === true && !isGiven(context, "ssl.keystore.location", "ssl.keystore.key")) return false;
  if (mechanism === undefined || givenSetting(context, MECHANISM) === undefined) return true;
  return mechanism === (textOf(context, MECHANISM) ?? mechanism);
}

function mismatchOf(context: RuleContext, entry: PlatformAddress): PlatformMismatch | undefined {
  const { platform, port } = entry;
  if (platform.listeners.length === 0) return undefined;
  const listeners = listenersAt(platform, port);
  if (listeners.length === 0)
    return platform.otherPorts ? undefined : { ...entry, what: "port", listeners: platform.listeners };
  const protocol = protocolOf(context);
  if (protocol === undefined || isSetUpInVain(context)) return undefined;
  if (listeners.some((listener) => letsIn(context, listener))) return undefined;
  const isMechanism = listeners.some((listener) => listener.protocol === protocol && listener.mechanism !== undefined);
  return { ...entry, what: isMechanism ? "mechanism" : "protocol", listeners };
}

/** A login or a store without security.protocol is what unused-security-settings speaks of. */
function isSetUpInVain({ document }: RuleContext): boolean {
  if (document.byKey.has(PROTOCOL)) return false;
  return [...document.byKey.keys()].some((key) => key.startsWith("sasl.") || key.startsWith("ssl."));
}
