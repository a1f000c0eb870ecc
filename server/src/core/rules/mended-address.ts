import { readAddresses } from "../config/checks/bootstrap.js";

/** What an entry of bootstrap.servers is meant to be when blanks stand in it or a user before it; undefined when that is not clear. */
export function mendedAddress(text: string): string | undefined {
  const candidates = [text.replace(/[ \t]+/g, ""), text.replace(/^[^@]*@/, "")];
  return candidates.find((candidate) => candidate !== text && isAddress(candidate));
}

function isAddress(text: string): boolean {
  const [address, second] = readAddresses(text, true);
  return second === undefined && address?.port !== undefined && address.host !== undefined && address.host !== "";
}
