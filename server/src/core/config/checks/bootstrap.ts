import { isAtLeast, type KafkaVersion } from "../../catalog/version.js";
import type { Draft, Wrapping } from "../draft.js";
import { placeholdersIn } from "../placeholders/placeholder.js";
import { hostKind, readAddresses, type BootstrapAddress } from "./bootstrap-address.js";

export { readAddresses, type BootstrapAddress } from "./bootstrap-address.js";

const KEY = "bootstrap.servers";
/** Addresses that are looked at; no cluster has as many. */
const MOST_ADDRESSES = 1_000;
const PORT_MAX = 65_535;
const INT_MAX = 2_147_483_647;
const NONE_MESSAGE = "No resolvable bootstrap urls given in bootstrap.servers";

/** The address list of bootstrap.servers (ClientUtils.parseAndValidateAddresses); 4.4 may leave it to the network client. */
export function checkBootstrap(draft: Draft): void {
  if (!resolvesInBackground(draft)) checkAddresses(draft, "construct");
}

/** 4.4 with bootstrap.resolve.timeout.ms: the network client reads the addresses, and asks for them while it runs (KIP-909). */
export function checkBackgroundBootstrap(draft: Draft): void {
  if (resolvesInBackground(draft)) checkAddresses(draft, "network");
}

/** KAFKA-16824 made the grammar strict in 3.8.0; KAFKA-18171 took it back for 3.8.2 and 3.9.1, 4.0 keeps it. */
export function isStrictIn(version: KafkaVersion): boolean {
  return (isAtLeast(version, "3.8.0") && !isAtLeast(version, "3.9.1")) || isAtLeast(version, "4.0.0");
}

function resolvesInBackground(draft: Draft): boolean {
  return (draft.number("bootstrap.resolve.timeout.ms") ?? 0) > 0;
}

function checkAddresses(draft: Draft, wrapping: Wrapping): void {
  const isUnknown = draft.unresolved.has(KEY);
  if (draft.list(KEY) === undefined && !isUnknown) return;
  const addresses = readAddresses(draft.given.get(KEY) ?? "", isStrictIn(draft.version)).slice(0, MOST_ADDRESSES);
  if (isUnknown) {
    for (const address of addresses.filter(({ text }) => isWritten(text)))
      if (checkForm(draft, address, wrapping)) checkPort(draft, address, wrapping);
    return;
  }
  const canonical = draft.string("client.dns.lookup") === "resolve_canonical_bootstrap_servers_only";
  let readable = 0;
  for (const address of addresses) {
    if (!checkForm(draft, address, wrapping)) continue;
    if (canonical && wrapping === "construct") checkCanonical(draft, address);
    if (checkPort(draft, address, wrapping)) readable++;
  }
  if (wrapping === "construct" && !canonical && readable === addresses.length) checkAnyResolves(draft, addresses);
  if (canonical && addresses.length === 0) checkAnyResolves(draft, addresses);
}

/** Whether an address of a list that is filled in elsewhere stands in the file as the client gets it. */
function isWritten(address: string): boolean {
  return placeholdersIn(address, false).length === 0 && !/[{}]/.test(address);
}

function checkForm(draft: Draft, address: BootstrapAddress, wrapping: Wrapping): boolean {
  if (address.host !== undefined && address.port !== undefined) return true;
  const message = `Invalid url in bootstrap.servers: ${address.text}`;
  const part = { start: address.start, end: address.end };
  draft.failConfig(wrapping, { code: "bootstrap-address", key: KEY, message, part, data: { value: address.text } });
  return false;
}

/** The network client of 4.4 reads ports as ints and looks at their range only when it connects. */
function checkPort(draft: Draft, address: BootstrapAddress, wrapping: Wrapping): boolean {
  const port = address.port ?? 0;
  if (port <= (wrapping === "network" ? INT_MAX : PORT_MAX)) return true;
  const message = `Invalid port in bootstrap.servers: ${address.text}`;
  const part = { start: address.start, end: address.end };
  draft.failConfig(wrapping, { code: "bootstrap-port", key: KEY, message, part, data: { port } });
  return false;
}

/** client.dns.lookup=resolve_canonical_bootstrap_servers_only: a single host that cannot be resolved is an error. */
function checkCanonical(draft: Draft, address: BootstrapAddress): void {
  const host = address.host ?? "";
  const kind = hostKind(host);
  if (kind === "literal") return;
  draft.failConfig("construct", {
    code: "bootstrap-unresolvable",
    key: KEY,
    relatedKeys: ["client.dns.lookup"],
    message: `Unknown host in bootstrap.servers: ${address.text}`,
    certainty: kind === "never" ? "certain" : "unknown",
    part: { start: address.start, end: address.end },
    data: { host },
  });
}

/** Hosts that cannot be resolved are dropped with a warning; it is an error when none is left, which only the machine knows. */
function checkAnyResolves(draft: Draft, addresses: readonly BootstrapAddress[]): void {
  const kinds = addresses.map((address) => hostKind(address.host ?? ""));
  if (kinds.includes("literal")) return;
  if (!kinds.includes("name")) {
    draft.failConfig("construct", { code: "bootstrap-none", key: KEY, message: NONE_MESSAGE });
    return;
  }
  for (const [index, address] of addresses.entries()) {
    if (kinds[index] !== "name") continue;
    draft.failConfig("construct", {
      code: "bootstrap-unresolvable",
      key: KEY,
      message: NONE_MESSAGE,
      certainty: "unknown",
      part: { start: address.start, end: address.end },
      data: { host: address.host ?? "" },
    });
  }
}
