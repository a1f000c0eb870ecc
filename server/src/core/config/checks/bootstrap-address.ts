import { listElements } from "../list-elements.js";

/** A bootstrap address as one release of the client reads it. */
export interface BootstrapAddress {
  readonly text: string;
  /** Where the element stands in the value. */
  readonly start: number;
  readonly end: number;
  readonly host: string | undefined;
  readonly port: number | undefined;
}

/** What is known about a host without asking a name service. */
export type HostKind = "literal" | "name" | "never";

const HOST_CHARACTER = /[0-9a-zA-Z\-%._:]/;
const HOST = /^[0-9a-zA-Z\-%._:]*$/;
const SCHEME = /^[0-9a-zA-Z\-%._]*$/;
const DIGITS = /^[0-9]+$/;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

/** Splits the value as the list type does, keeping the place of every element; empty elements are skipped. */
export function readAddresses(raw: string, strict: boolean): readonly BootstrapAddress[] {
  return listElements(raw)
    .filter((element) => element.text !== "")
    .map((element) => ({ ...element, ...hostAndPort(element.text, strict) }));
}

interface HostAndPort {
  readonly host: string | undefined;
  readonly port: number | undefined;
}

const NO_ADDRESS: HostAndPort = { host: undefined, port: undefined };

/**
 * The pattern of org.apache.kafka.common.utils.Utils without its backtracking. Lenient releases take the host characters right
 * before the last colon and ignore what stands in front of them; strict ones (KAFKA-16824) allow a scheme there and nothing else.
 */
function hostAndPort(text: string, strict: boolean): HostAndPort {
  const colon = text.lastIndexOf(":");
  const digits = text.slice(colon + 1);
  if (colon < 0 || !DIGITS.test(digits)) return NO_ADDRESS;
  const host = strict ? strictHost(text.slice(0, colon)) : lenientHost(text.slice(0, colon));
  return host === undefined ? NO_ADDRESS : { host, port: Number(digits) };
}

function lenientHost(before: string): string | undefined {
  const unbracketed = before.endsWith("]") ? before.slice(0, -1) : before;
  let start = unbracketed.length;
  while (start > 0 && HOST_CHARACTER.test(unbracketed.charAt(start - 1))) start--;
  return LINE_BREAK.test(unbracketed.slice(0, start)) ? undefined : unbracketed.slice(start);
}

function strictHost(before: string): string | undefined {
  const scheme = before.indexOf("://");
  if (scheme >= 0 && !SCHEME.test(before.slice(0, scheme))) return undefined;
  const rest = scheme < 0 ? before : before.slice(scheme + 3);
  const host = rest.slice(rest.startsWith("[") ? 1 : 0, rest.length > 1 && rest.endsWith("]") ? -1 : undefined);
  return HOST.test(host) ? host : undefined;
}

/**
 * Whether java.net.InetAddress needs a name service for a host: not for addresses written as numbers, and not for `localhost`.
 * A colon outside of an IPv6 address can stand in no name.
 */
export function hostKind(host: string): HostKind {
  if (host === "" || host.toLowerCase() === "localhost" || isIpv4(host)) return "literal";
  if (!host.includes(":")) return "name";
  return isIpv6(host) ? "literal" : "never";
}

/** The forms of inet_addr(3) that sun.net.util.IPAddressUtil takes: one to four decimal numbers, the last fills the rest. */
function isIpv4(host: string): boolean {
  if (host.length > 15 || !/^[\d.]+$/.test(host) || !/^\d+(\.\d+){0,3}$/.test(host)) return false;
  const numbers = host.split(".").map(Number);
  const last = numbers.pop() ?? 0;
  return numbers.every((number) => number <= 255) && last < 256 ** (4 - numbers.length);
}

/** Eight groups of up to four hexadecimal digits, `::` once for any number of zero groups, perhaps IPv4 at the end; `%` names a scope. */
function isIpv6(host: string): boolean {
  const address = host.split("%", 1)[0] ?? "";
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const tail = groups.at(-1) ?? "";
  const hasIpv4 = tail.includes(".");
  if (hasIpv4 && !(/^\d+(\.\d+){3}$/.test(tail) && isIpv4(tail))) return false;
  const hexadecimal = hasIpv4 ? groups.slice(0, -1) : groups;
  if (!hexadecimal.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = hexadecimal.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}
