import type { BootstrapAddress } from "../../config/checks/bootstrap.js";
import type { Setting } from "../../dialects/types.js";
import type { TextEdit } from "../../text/span.js";
import { bootstrapHosts } from "../bootstrap-hosts.js";
import { described } from "../support.js";
import { isRefused, textOf, writeFix } from "../support-advice.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const KEY = "bootstrap.servers";
const PROTOCOL = "security.protocol";
const ENCRYPTED: ReadonlySet<string> = new Set(["SSL", "SASL_SSL"]);
const LISTENERS: ReadonlySet<string> = new Set(["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]);

export const bootstrapScheme: Rule = {
  meta: {
    id: "bootstrap-scheme",
    severity: "information",
    category: "cluster",
    summary: "A scheme before a bootstrap address is ignored: security.protocol decides how the client connects.",
    sources: ["Utils.getHost", "ClientUtils.parseAndValidateAddresses"],
  },
  messages: {
    ignored: "The client ignores {scheme}:// here; {protocol} decides how it connects.",
    otherProtocol:
      "The client ignores {scheme}:// here and connects as {protocol} says: not the way this address is written.",
    remove: "Remove the schemes",
    setProtocol: "Set security.protocol to {scheme}",
  },
  check: (context) => {
    if (isRefused(context, KEY)) return [];
    const found = bootstrapHosts(context).flatMap(({ setting, address }) => {
      const scheme = /^([0-9a-zA-Z\-%._]*):\/\//.exec(address.text)?.[1];
      return scheme === undefined ? [] : [{ setting, address, scheme }];
    });
    const [first] = found;
    return first === undefined ? [] : [reportOn(context, first.setting, found)];
  },
};

/** One finding for the list: whoever writes a scheme once writes it everywhere. */
function reportOn(
  context: RuleContext,
  setting: Setting,
  found: readonly { readonly address: BootstrapAddress; readonly scheme: string }[],
): Report {
  const { document } = context;
  const [first] = found;
  const scheme = first?.scheme ?? "";
  const asked = scheme.toUpperCase();
  const used = (textOf(context, PROTOCOL) ?? asked).toUpperCase();
  const isOther = LISTENERS.has(asked) && used !== asked && !isRefused(context, PROTOCOL);
  const removal = found.flatMap(({ address, scheme: own }) =>
    document.edits.replacePart(setting, address.start, address.start + own.length + 3, ""),
  );
  const isWeaker = isOther && ENCRYPTED.has(asked) && !ENCRYPTED.has(used);
  const start = first?.address.start ?? 0;
  return {
    messageId: isOther ? "otherProtocol" : "ignored",
    data: { scheme, protocol: described(context, PROTOCOL) },
    key: KEY,
    span: setting.spanOf(start, start + scheme.length + 3),
    severity: isWeaker ? "warning" : "information",
    fixes: [
      ...(isWeaker ? [protocolFix(context, setting, asked, removal)] : []),
      { titleId: "remove", safety: isOther ? "suggestion" : "safe", edits: removal },
    ],
  };
}

function protocolFix(context: RuleContext, after: Setting, protocol: string, removal: readonly TextEdit[]): Fix {
  const { edits } = writeFix(context, PROTOCOL, protocol, after);
  return { titleId: "setProtocol", data: { scheme: protocol }, safety: "suggestion", edits: [...edits, ...removal] };
}
