import { readAddresses, type BootstrapAddress } from "../config/checks/bootstrap.js";
import type { Setting } from "../dialects/types.js";
import type { RuleContext } from "./types.js";

const KEY = "bootstrap.servers";

/** An entry of bootstrap.servers with its host in lower case. */
interface BootstrapHost {
  readonly setting: Setting;
  readonly address: BootstrapAddress;
  readonly host: string;
}

/** Some ten rules ask for the same addresses, of which there may be a million. */
const read = new WeakMap<Setting, readonly BootstrapHost[]>();

/** The entries of bootstrap.servers that the client can read, in their order; none when a config provider fills them in. */
export function bootstrapHosts(context: RuleContext): readonly BootstrapHost[] {
  const setting = context.document.byKey.get(KEY);
  if (setting === undefined || context.evaluation.unresolved.has(KEY)) return [];
  const known = read.get(setting) ?? hostsOf(setting);
  read.set(setting, known);
  return known;
}

function hostsOf(setting: Setting): readonly BootstrapHost[] {
  return readAddresses(setting.value, true).flatMap((address) =>
    address.host === undefined ? [] : [{ setting, address, host: address.host.toLowerCase() }],
  );
}

/** Whether a host is the machine itself; an empty one is, too. */
export function isLocalHost(host: string): boolean {
  return host === "" || host === "localhost" || /^127\.|^(?:::1|0:0:0:0:0:0:0:1)$|\.localhost$|^0\.0\.0\.0$/.test(host);
}
