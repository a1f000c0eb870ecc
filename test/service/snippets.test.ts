import { describe, expect, test } from "vitest";
import { InsertTextFormat } from "vscode-languageserver-types";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion, RELEASE_LINES } from "../../server/src/core/catalog/version.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { completion } from "../../server/src/service/completion.js";
import { jaasTemplates } from "../../server/src/service/jaas-templates.js";
import { lineSnippets } from "../../server/src/service/line-snippets.js";
import { joined, plainOf, snippetOf } from "../../server/src/service/snippet-text.js";
import { analysed } from "./glance.js";
import { accepted, complete, labels, open, START } from "./harness.js";

/** What an editor that can fill in places inserts. */
function inserted(textWithCursor: string, label: string): string | undefined {
  const { text, position } = open(textWithCursor);
  const item = completion(analysed(text), position, { snippets: true }).find((candidate) => candidate.label === label);
  expect(item?.insertTextFormat).toBe(InsertTextFormat.Snippet);
  return item?.textEdit?.newText;
}

describe("templates", () => {
  test("as snippet, escaped, and as plain text", () => {
    const template = ["$a\\", "{b}$", "}"];
    expect(snippetOf(template)).toBe("\\$a\\\\${1:{b\\}\\$}}");
    expect(plainOf(template)).toBe("$a\\{b}$}");
    expect(joined([["a", "1", "b"], ["c"], ["d", "2", "e"]])).toEqual(["a", "1", "bcd", "2", "e"]);
  });
});

describe("whole lines", () => {
  test("in the separator and the line ends of the file, without what is there", () => {
    expect(accepted("linger.ms = 5\r\n|", "snippet: batching")).toBe(
      "linger.ms = 5\r\nbatch.size = 131072\r\ncompression.type = lz4",
    );
    expect(labels("acks=all\nenable.idempotence=true\n|")).not.toContain("snippet: idempotent");
  });

  test("with places to fill in, numbered through", () => {
    expect(inserted("|", "snippet: tls")).toBe(
      "security.protocol=SSL\nssl.truststore.location=${1:/path/to/truststore.jks}\nssl.truststore.password=${2:password}",
    );
  });

  test("for platforms, with what a release does not do by default", () => {
    expect(inserted("|", "snippet: event-hubs")).toBe(
      [
        "bootstrap.servers=${1:namespace.servicebus.windows.net:9093}",
        "security.protocol=SASL_SSL",
        "sasl.mechanism=PLAIN",
        'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="\\$ConnectionString" password="${2:EVENT_HUBS_CONNECTION_STRING}";',
        "max.request.size=1000000",
        "connections.max.idle.ms=180000",
        "metadata.max.age.ms=180000",
      ].join("\n"),
    );
    expect(inserted("bootstrap.servers=a:9098\n|", "snippet: msk")).toBe(
      "security.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\nsasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;\nsasl.client.callback.handler.class=software.amazon.msk.auth.iam.IAMClientCallbackHandler",
    );
  });

  test("not where the line has a value", () => {
    expect(labels("ack|s=all").filter((label) => label.startsWith("snippet"))).toEqual([]);
  });

  test.each(RELEASE_LINES)("%s accepts every snippet", (release) => {
    const version = parseVersion(release);
    if (version === undefined) throw new Error(release);
    const catalog = catalogFor(version);
    for (const { id, lines } of lineSnippets(catalog)) {
      const given = new Map(
        START.trimEnd()
          .split("\n")
          .map((line) => line.split("=") as [string, string]),
      );
      for (const [key, value] of lines) {
        expect(catalog.keys.has(key), `${id} ${key}`).toBe(true);
        given.set(key, plainOf(value).replace("/path/to/truststore.jks", "t.jks"));
      }
      expect(evaluate(given, catalog).error, id).toBeUndefined();
    }
    expect(jaasTemplates(version).map(({ mechanism }) => mechanism)).toContain("SCRAM-SHA-256");
  });
});

describe("sasl.jaas.config", () => {
  test("by mechanism, the one of the file first", () => {
    const items = complete("sasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=|");
    const sorted = items.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    expect(sorted.map(({ label }) => label)).toEqual([
      "SCRAM-SHA-256", "PLAIN", "SCRAM-SHA-512", "OAUTHBEARER", "GSSAPI",
    ]); // prettier-ignore
  });

  test("with places for name and password", () => {
    expect(inserted("sasl.jaas.config=|", "PLAIN")).toBe(
      'org.apache.kafka.common.security.plain.PlainLoginModule required username="${1:username}" password="${2:password}";',
    );
    expect(accepted("sasl.jaas.config=|", "PLAIN")).toContain('username="username" password="password";');
  });

  test("not into a value that is there", () => {
    expect(labels('sasl.jaas.config=a.B required username="|";')).toEqual([]);
  });
});

describe("ranks", () => {
  const first = (text: string): string[] =>
    complete(text)
      .sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1))
      .map(({ label }) => label)
      .slice(0, 2);

  test("what the file calls for", () => {
    expect(first(`${START}security.protocol=SASL_PLAINTEXT\n|`)).toEqual(["sasl.jaas.config", "sasl.mechanism"]);
  });

  test("the topic above the cursor", () => {
    expect(first(`${START}batch.size=1\n|`)).toEqual(["compression.type", "linger.ms"]);
    expect(first(`${START}retries=1\n|`)[0]).toBe("acks");
  });
});

test("values are explained, and numbers come with units", () => {
  const all = complete("acks=|").find(({ label }) => label === "1");
  expect(JSON.stringify(all?.documentation)).toContain("leader confirms");
  expect(complete("batch.size=|").find(({ label }) => label === "65536")?.detail).toBe("64 KiB");
  expect(labels("batch.size=|")).not.toContain("0");
});
