import { expect, test } from "vitest";
import { hostKind, readAddresses } from "../../../server/src/core/config/checks/bootstrap-address.js";
import { underlined, verdictTable } from "../evaluation-tables.js";

const servers = (value: string): string => `bootstrap.servers=${value}`;
const CANONICAL = "client.dns.lookup=resolve_canonical_bootstrap_servers_only\n";
const NONE = "No resolvable bootstrap urls given in bootstrap.servers";

verdictTable("bootstrap.servers", {
  accepts: [
    [servers("127.0.0.1:9092")],
    [servers("localhost:9092,unknown.example.com:9092")],
    [servers("[::1]:9092")],
    [servers("PLAINTEXT://localhost:0")],
    [servers("localhost:9092,"), "4.1.2"],
    [servers("user@localhost:9092"), "3.9.2"],
    [`bootstrap.resolve.timeout.ms=1\n${servers("a:b:99999")}`, "4.4.0"],
  ],
  rejects: [
    [servers("localhost"), "Invalid url in bootstrap.servers: localhost"],
    [servers("user@localhost:9092"), "Invalid url in bootstrap.servers: user@localhost:9092"],
    [servers("localhost:65536"), "Invalid port in bootstrap.servers: localhost:65536"],
    [servers("localhost:9092:9093"), NONE],
    [servers(""), NONE, "4.1.2"],
    [servers("localhost:1,"), "Configuration 'bootstrap.servers' values must not be empty."],
    [CANONICAL + servers("localhost:1,a:b:1"), "Unknown host in bootstrap.servers: a:b:1"],
  ],
  leavesOpen: [
    [servers("broker.example.com:9092"), "bootstrap-unresolvable"],
    [CANONICAL + servers("localhost:1,broker.example.com:1"), "bootstrap-unresolvable"],
  ],
});

test("a broken address is underlined where it stands", () => {
  expect(underlined(servers("localhost:1 , x , localhost:2"))).toBe("x");
});

test.each([
  ["a:1 b:2", "b", 2],
  ["http://a:1", "a", 1],
  ["[::1]:1", "::1", 1],
  ["a]:1", "a", 1],
  ["ä:1", "", 1],
  ["a:1x", undefined, undefined],
  ["a\u2028b:1", undefined, undefined],
])("lenient releases read %s", (text, host, port) => {
  expect(readAddresses(text, false)).toEqual([{ text, start: 0, end: text.length, host, port }]);
});

test.each([
  ["127.1", "literal"],
  ["1.256", "literal"],
  ["999.1.1.1", "name"],
  ["::ffff:1.2.3.4", "literal"],
  ["1:2:3:4:5:6:7::8", "never"],
  ["fe80::1%eth0", "literal"],
  ["a:b", "never"],
])("the host %s is a %s", (host, kind) => {
  expect(hostKind(host)).toBe(kind);
});
