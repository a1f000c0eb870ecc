import { mendedAddress } from "../mended-address.js";
import { suspicionOf } from "../suspicious-value.js";
import { clientMessageOf, failuresOf, spanOfFailure } from "../support.js";
import type { Failure } from "../../config/evaluation.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const KEY = "bootstrap.servers";

export const invalidBootstrapAddress: Rule = {
  meta: {
    id: "invalid-bootstrap-address",
    severity: "error",
    category: "cluster",
    summary: "Every entry of bootstrap.servers is host:port, separated by commas.",
    sources: ["ClientUtils.parseAndValidateAddresses", "KAFKA-16824", "KAFKA-18171"],
  },
  messages: {
    noPort: "{address} has no port: every entry is host:port.",
    semicolons: "Entries of bootstrap.servers are separated by commas, not by semicolons.",
    blanks: "Entries of bootstrap.servers are separated by commas, not by blanks.",
    invalid: "{address} is no address: every entry is host:port, separated by commas.",
    port: "Port {port} is out of range: 0 to 65535.",
    none: "bootstrap.servers names no broker.",
    replace: "Replace with {address}",
    addPort: "Add the default port: {address}:9092",
    commas: "Separate the entries by commas",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting !== undefined && suspicionOf(context, setting) !== undefined) return [];
    return failuresOf(context, "bootstrap-address", "bootstrap-port", "bootstrap-none")
      .filter((failure) => failure.code !== "bootstrap-none" || setting !== undefined)
      .map((failure) => reportOf(context, failure));
  },
};

function reportOf(context: RuleContext, failure: Failure): Report {
  const address = String(failure.data["value"] ?? "");
  const cause = causeOf(failure, address);
  return {
    messageId: cause,
    data: { address, port: failure.data["port"] ?? "" },
    key: KEY,
    span: spanOfFailure(context, failure),
    fixes: fixesFor(context, failure, cause, address),
    clientMessage: clientMessageOf(failure),
  };
}

type Cause = "noPort" | "semicolons" | "blanks" | "invalid" | "port" | "none";

function causeOf(failure: Failure, address: string): Cause {
  if (failure.code === "bootstrap-port") return "port";
  if (failure.code === "bootstrap-none") return "none";
  if (/^[0-9A-Za-z\-._]+$/.test(address)) return "noPort";
  if (!isList(address)) return "invalid";
  return address.includes(";") ? "semicolons" : "blanks";
}

/** Whether addresses stand side by side with something else than commas between them. */
function isList(address: string): boolean {
  return /^[0-9A-Za-z\-._]+:\d+(?:[ \t]*;[ \t]*[0-9A-Za-z\-._]+:\d+|[ \t]+[0-9A-Za-z\-._]+:\d+)+;?$/.test(address);
}

function fixesFor(context: RuleContext, failure: Failure, cause: Cause, address: string): readonly Fix[] {
  const setting = context.document.byKey.get(KEY);
  const part = failure.part;
  if (setting === undefined || part === undefined) return [];
  const replace = (text: string): Fix["edits"] =>
    context.document.edits.replacePart(setting, part.start, part.end, text);
  if (cause === "noPort") {
    return [{ titleId: "addPort", data: { address }, safety: "suggestion", edits: replace(`${address}:9092`) }];
  }
  if (cause === "invalid") {
    const mended = mendedAddress(address);
    if (mended === undefined) return [];
    return [{ titleId: "replace", data: { address: mended }, safety: "suggestion", edits: replace(mended) }];
  }
  if (cause !== "semicolons" && cause !== "blanks") return [];
  const commas = address.replace(/;$/, "").replace(/[ \t]*;[ \t]*|[ \t]+/g, ",");
  return [{ titleId: "commas", safety: "safe", edits: replace(commas) }];
}
