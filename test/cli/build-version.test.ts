import { describe, expect, test } from "vitest";
import { buildProperties, kafkaVersionOfBuildFile } from "../../server/src/core/config/build-version.js";

function version(fileName: string, text: string, outside: Readonly<Record<string, string>> = {}): string | undefined {
  return kafkaVersionOfBuildFile(fileName, text, (name) => outside[name])?.text;
}

const dependency = (group: string, artifact: string, version: string): string =>
  `<dependency>\n  <groupId>${group}</groupId>\n  <artifactId>${artifact}</artifactId>\n  <version>${version}</version>\n</dependency>`;
const client = (version: string): string => dependency("org.apache.kafka", "kafka-clients", version);

describe("pom.xml", () => {
  test.each([
    ["a dependency", client("3.6.1"), "3.6.1"],
    ["a line without a patch", client("3.6"), "3.6.2"],
    ["a property", `<properties><k>3.7.0</k></properties>${client("${k}")}`, "3.7.0"],
    ["a property of a property", `<properties><k>\${l}</k><l>3.7.0</l></properties>${client("${k}")}`, "3.7.0"],
    ["properties in a circle", `<properties><k>\${l}</k><l>\${k}</l></properties>${client("${k}")}`, undefined],
    ["a property of the parent", client("${outside}"), "2.8.1"],
    ["a property nobody knows", client("${nobody}"), undefined],
    ["dependency management", `<dependencyManagement>${client("3.5.0")}</dependencyManagement>`, "3.5.0"],
    ["a comment", `<!-- ${client("3.6.1")} -->${client("3.5.0")}`, "3.5.0"],
    ["the server beside the client", dependency("org.apache.kafka", "kafka_2.13", "3.1.0") + client("3.5.0"), "3.5.0"],
    ["streams alone", dependency("org.apache.kafka", "kafka-streams", "3.1.0"), "3.1.0"],
    ["another group's client", dependency("org.example", "kafka-clients", "3.1.0"), undefined],
    ["an excluded version", `<dependency><exclusions><version>1</version></exclusions></dependency>`, undefined],
    ["Confluent's build", client("7.6.0-ccs"), "3.6.2"],
    ["Red Hat's build", client("3.6.1.redhat-00002"), "3.6.1"],
    ["a version nobody knows", client("9.9.9"), undefined],
    ["Spring Boot's property", "<properties><kafka.version>3.4.1</kafka.version></properties>", "3.4.1"],
    [
      "the Spring Boot parent",
      "<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>2.6.3</version></parent>",
      "3.0.0",
    ],
    [
      "a later patch of it",
      "<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>2.6.14</version></parent>",
      "3.0.2",
    ],
    [
      "the Spring Boot BOM",
      dependency("org.springframework.boot", "spring-boot-dependencies", "2.1.9.RELEASE"),
      "2.0.1",
    ],
    [
      "Spring Boot with the client's own version",
      dependency("org.springframework.boot", "spring-boot-dependencies", "2.7.1") + client("3.9.0"),
      "3.9.0",
    ],
    ["nothing", "<project/>", undefined],
    ["half a file", "<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients", undefined],
  ])("%s", (_name, text, expected) => {
    expect(version("/x/pom.xml", text, { outside: "2.8.1" })).toBe(expected);
  });
});

describe("build.gradle", () => {
  test.each([
    ["short form", "implementation 'org.apache.kafka:kafka-clients:3.6.1'", "3.6.1"],
    ["Kotlin", 'implementation("org.apache.kafka:kafka-clients:3.6.1")', "3.6.1"],
    [
      "a variable",
      'def kafkaVersion = "3.5.1"\nimplementation "org.apache.kafka:kafka-clients:$kafkaVersion"',
      "3.5.1",
    ],
    ["a braced one", 'val v = "3.5.1"\nimplementation("org.apache.kafka:kafka-clients:${v}")', "3.5.1"],
    [
      "ext",
      'ext { kafkaVersion = "3.5.1" }\napi "org.apache.kafka:kafka-clients:${project.ext.kafkaVersion}"',
      undefined,
    ],
    [
      "rootProject.ext",
      'ext.kafkaVersion = "3.5.1"\napi "org.apache.kafka:kafka-clients:${rootProject.ext.kafkaVersion}"',
      "3.5.1",
    ],
    ["joined", "def v = '3.5.1'\napi 'org.apache.kafka:kafka-clients:' + v", "3.5.1"],
    ["map form", "api group: 'org.apache.kafka', name: 'kafka-clients', version: '3.5.1'", "3.5.1"],
    ["named arguments", 'api(group = "org.apache.kafka", name = "kafka-clients", version = "3.5.1")', "3.5.1"],
    ["gradle.properties", 'api("org.apache.kafka:kafka-clients:$outside")', "2.8.1"],
    ["a comment", "// api 'org.apache.kafka:kafka-clients:3.6.1'", undefined],
    ["Spring Boot's property", "ext['kafka.version'] = '3.4.1'", "3.4.1"],
    ["Spring Boot's plugin", "plugins { id 'org.springframework.boot' version '2.4.7' }", "2.6.2"],
    ["Spring Boot's plugin in Kotlin", 'plugins { id("org.springframework.boot") version "2.4.7" }', "2.6.2"],
    ["a dynamic version", "api 'org.apache.kafka:kafka-clients:3.6.+'", "3.6.2"],
    ["nothing", "", undefined],
  ])("%s", (_name, text, expected) => {
    expect(version("build.gradle.kts", text, { outside: "2.8.1" })).toBe(expected);
  });
});

describe("libs.versions.toml", () => {
  test.each([
    [
      "a reference",
      '[versions]\nkafka = "3.7.1"\n[libraries]\nk = { module = "org.apache.kafka:kafka-clients", version.ref = "kafka" }',
      "3.7.1",
    ],
    [
      "another form of it",
      '[versions]\nkafka = { strictly = "3.7.1" }\n[libraries]\nk = { group = "org.apache.kafka", name = "kafka-clients", version = { ref = "kafka" } }',
      "3.7.1",
    ],
    [
      "a version in place",
      '[libraries]\nk = { module = "org.apache.kafka:kafka-clients", version = "3.7.1" }',
      "3.7.1",
    ],
    ["the short form", '[libraries]\nk = "org.apache.kafka:kafka-clients:3.7.1"', "3.7.1"],
    ["Spring Boot's plugin", '[plugins]\nboot = { id = "org.springframework.boot", version = "2.4.7" }', "2.6.2"],
    ["a version nobody uses", '[versions]\nkafka = "3.7.1"', undefined],
  ])("%s", (_name, text, expected) => {
    expect(version("gradle/libs.versions.toml", text)).toBe(expected);
  });
});

test("gradle.properties: telling names", () => {
  expect(version("gradle.properties", "kafkaVersion=3.7.1\n")).toBe("3.7.1");
  expect(version("gradle.properties", "kafka.clients.version = 3.7.1 \n")).toBe("3.7.1");
  expect(version("gradle.properties", "springBootVersion=2.4.7\n")).toBe("2.6.2");
  expect(version("gradle.properties", "version=3.7.1\n")).toBeUndefined();
});

test("files that are no build files, and texts that are none", () => {
  expect(version("producer.properties", "kafkaVersion=3.7.1")).toBeUndefined();
  expect(buildProperties("x.txt", "a=b").size).toBe(0);
  for (const name of ["pom.xml", "build.gradle", "libs.versions.toml", "gradle.properties"]) {
    for (const text of [
      "\u0000\uFFFF",
      "<".repeat(1000),
      '"'.repeat(1000),
      "${".repeat(1000),
      "[[[",
      "/*".repeat(1000),
    ]) {
      expect(() => version(name, text)).not.toThrow();
    }
  }
});

test("a large file takes no time", () => {
  const start = performance.now();
  for (const piece of ["<dependency>", "<!--", "'a:b:", "id(", "group: 'a', ", 'x = "', "ext."]) {
    version("pom.xml", piece.repeat(20_000));
    version("build.gradle", piece.repeat(20_000));
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});
