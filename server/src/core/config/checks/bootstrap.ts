import { isAtLeast, type KafkaVersion } from "../../catalog/version.js";
import type { Draft } from "../draft.js";

const KEY = "bootstrap.servers";
const LENIENT = /^.*?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$/s;
const STRICT = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?([0-9a-zA-Z\-%._:]*)]?:([0-9]+)$/;
const PORT_MAX = 65_535;
const INT_MAX = 2_147_483_647;

/** A bootstrap address as one release of the client reads it. */
export interface BootstrapAddress {
  readonly text: string;
  /** Where the element stands in the value. */
  readonly start: number;
  readonly end: number;
  readonly host: string | undefined;
  readonly port: number | undefined;
}

/** The address list of bootstrap.servers (ClientUtils.parseAndValidateAddresses, Utils.getHost). */
export function checkBootstrap(draft: Draft): void {
  const elements = draft.list(KEY);
  if (elements === undefined || draft.unresolved.has(KEY)) return;
  const raw = draft.given.get(KEY) ?? "";
  const addresses = readAddresses(raw, isStrictIn(draft.version));
  let resolvable = 0;
  for (const address of addresses) {
    if (!checkAddress(draft, address)) continue;
    resolvable++;
  }
  if (addresses.length > 0 || resolvable > 0) return;
  if (draft.since("4.2.0")) return;
  const message = "No resolvable bootstrap urls given in bootstrap.servers";
  draft.failConfig("construct", { code: "bootstrap-none", key: KEY, message });
}

/** KAFKA-16824 made the grammar strict in 3.8.0; KAFKA-18171 took it back for 3.8.2 and 3.9.1, 4.0 keeps it. */
export function isStrictIn(version: KafkaVersion): boolean {
  return (isAtLeast(version, "3.8.0") && !isAtLeast(version, "3.9.1")) || isAtLeast(version, "4.0.0");
}

/** Splits the value as the list type does, keeping the place of every element; blank elements are skipped. */
export function readAddresses(raw: string, strict: boolean): readonly BootstrapAddress[] {
  const addresses: BootstrapAddress[] = [];
  let start = 0;
  for (const piece of raw.split(",")) {
    const text = piece.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");
    const at = start + piece.indexOf(text);
    start += piece.length + 1;
    if (text === "") continue;
    const match = (strict ? STRICT : LENIENT).exec(text);
    const port = match?.[2] === undefined ? undefined : Number(match[2]);
    addresses.push({ text, start: at, end: at + text.length, host: match?.[1], port });
  }
  return addresses;
}

function checkAddress(draft: Draft, address: BootstrapAddress): boolean {
  const part = { start: address.start, end: address.end };
  if (address.host === undefined || address.port === undefined) {
    const message = `Invalid url in bootstrap.servers: ${address.text}`;
    draft.failConfig("construct", { code: "bootstrap-address", key: KEY, message, part, data: { value: address.text } });
    return false;
  }
  if (address.port <= PORT_MAX) {
    checkResolves(draft, address, part);
    return true;
  }
  if (address.port > INT_MAX || !resolvesInBackground(draft)) {
    const message = `Invalid port in bootstrap.servers: ${address.text}`;
    draft.failConfig("construct", { code: "bootstrap-port", key: KEY, message, part, data: { port: address.port } });
  }
  return false;
}

/** 4.4: with bootstrap.resolve.timeout.ms DNS failures no longer fail the constructor. */
function resolvesInBackground(draft: Draft): boolean {
  return (draft.number("bootstrap.resolve.timeout.ms") ?? 0) > 0;
}

/** Addresses that need no name service. */
function isLiteral(host: string): boolean {
  return host === "" || host === "localhost" || /^\d+(\.\d+){0,3}$/.test(host) || /^[0-9a-fA-F:]*:[0-9a-fA-F:.%]*$/.test(host);
}

/** Whether a name resolves is known only on the machine: a single unresolvable host leaves the list empty. */
function checkResolves(draft: Draft, address: BootstrapAddress, part: { start: number; end: number }): void {
  if (resolvesInBackground(draft) || isLiteral(address.host ?? "")) return;
  draft.failConfig("construct", {
    code: "bootstrap-unresolvable",
    key: KEY,
    message: "No resolvable bootstrap urls given in bootstrap.servers",
    certainty: "unknown",
    part,
    data: { host: address.host ?? "" },
  });
}
