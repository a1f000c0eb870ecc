import { readAddresses, type BootstrapAddress } from "../config/checks/bootstrap.js";
import type { Setting } from "../dialects/types.js";
import type { RuleContext } from "./types.js";

const KEY = "bootstrap.servers";

/** The entries of bootstrap.servers that the client can read, in their order; none when a config provider fills them in. */
export function bootstrapHosts(
  context: RuleContext,
): readonly { readonly setting: Setting; readonly address: BootstrapAddress; readonly host: string }[] {
  const setting = context.document.byKey.get(KEY);
  if (setting === undefined || context.evaluation.unresolved.has(KEY)) return [];
  return readAddresses(setting.value, true).flatMap((address) =>
    address.host === undefined ? [] : [{ setting, address, host: address.host.toLowerCase() }],
  );
}

/** Whether a host is the machine itself; an empty one is, too. */
export function isLocalHost(host: string): boolean {
  return host === "" || host === "localhost" || /^127\.|^(?:::1|0:0:0:0:0:0:0:1)$|\.localhost$|^0\.0\.0\.0$/.test(host);
}
