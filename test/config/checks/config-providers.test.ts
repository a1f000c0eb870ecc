import { expect, test } from "vitest";
import { evaluated, verdictTable } from "../evaluation-tables.js";

const PACKAGE = "org.apache.kafka.common.config.provider";
const provider = (name: string, more = ""): string => `config.providers=p\nconfig.providers.p.class=${name}\n${more}`;

verdictTable("config providers", {
  accepts: [
    [provider(`${PACKAGE}.FileConfigProvider`)],
    [provider(`${PACKAGE}.FileConfigProvider`, "client.id=${q:a:b}-${HOME}")],
    ["config.providers=p\nclient.id=${p:a:b}"],
    [provider(`${PACKAGE}.EnvVarConfigProvider`, "config.providers.p.param.allowlist.pattern=A.*")],
    [provider("com.example.Missing"), "2.2.2"],
  ],
  rejects: [
    [provider(`${PACKAGE}.FileConfigProvider\\ `), /Could not load config provider class or one of its dependencies$/],
    [provider(`${PACKAGE}.EnvVarConfigProvider`), /^Invalid value java.lang.ClassNotFoundException: /, "3.0.2"],
    [provider("java.lang.String"), "class java.lang.String"],
    [provider("java.util.List"), "interface java.util.List"],
    [
      provider(`${PACKAGE}.EnvVarConfigProvider`, "config.providers.p.param.allowlist.pattern=("),
      "Unclosed group near index 1",
    ],
    [
      provider(`${PACKAGE}.FileConfigProvider`, "config.providers.p.param.allowed.paths=etc"),
      "Path etc is not absolute",
    ],
    [provider(`${PACKAGE}.FileConfigProvider`, "retries=${q:a:b}"), /Not a number of type INT$/],
  ],
  leavesOpen: [
    [provider(`${PACKAGE}.FileConfigProvider`, "retries=${p:a:b}"), "placeholder"],
    [provider(`${PACKAGE}.FileConfigProvider`, "config.providers.p.param.allowed.paths=/etc"), "config-provider"],
    [provider("com.example.Provider"), "config-provider"],
  ],
});

test("values that a provider fills in are not judged", () => {
  const { unresolved, values } = evaluated(provider(`${PACKAGE}.FileConfigProvider`, "acks=x${p:a:b}"));
  expect([...unresolved]).toEqual(["acks"]);
  expect(values.has("acks")).toBe(false);
});
