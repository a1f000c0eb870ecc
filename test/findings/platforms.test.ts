import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it, test } from "vitest";
import { catalogData } from "../../server/src/core/catalog/catalog.js";
import { platformOf, PLATFORMS } from "../../server/src/core/catalog/platforms.js";
import { hoverText } from "../service/harness.js";
import { lintFindings } from "../support/lint-findings.js";

const SERIALIZERS =
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\n";

const json = (name: string): object => JSON.parse(readFileSync(`schemas/${name}.json`, "utf8")) as object;

/** `platform-connection: warning`, each finding of the rules about platforms. */
function found(lines: string, kafkaVersion = "3.6"): readonly string[] {
  return lintFindings(`${lines}\n${SERIALIZERS}`, kafkaVersion)
    .filter(({ rule }) => /^(?:platform-|event-hubs|msk-|no-broker|no-encryption|sasl-without)/.test(rule))
    .map(({ rule, severity }) => `${rule}: ${severity}`);
}

describe("schemas/platforms.json", () => {
  it.each(["platforms", "cluster-keys"])("%s fits its schema", (name) => {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(json(`${name}.schema`), json(name));
    expect(ajv.errors).toBeNull();
  });

  it("names settings of the producer", () => {
    const keys = PLATFORMS.flatMap(({ settings, listeners }) => [
      ...settings.map(({ key }) => key),
      ...listeners.flatMap((listener) => Object.keys(listener.settings ?? {})),
    ]);
    expect(keys.filter((key) => !Object.hasOwn(catalogData.keys, key))).toEqual([]);
  });

  test.each<[string, string | undefined]>([
    ["ns.servicebus.windows.net", "event-hubs"],
    ["NS.ServiceBus.Windows.NET.", "event-hubs"],
    ["ns.privatelink.servicebus.windows.net", "event-hubs"],
    ["ns.servicebus.usgovcloudapi.net", "event-hubs"],
    ["ns.servicebus.chinacloudapi.cn", "event-hubs"],
    ["servicebus.windows.net", undefined],
    ["nsservicebus.windows.net", undefined],
    ["ns.servicebus.windows.net.example.com", undefined],
    ["b-1-public.shop.x.c2.kafka.us-east-1.amazonaws.com", "msk"],
    ["b-1.shop.x.c3.kafka.cn-north-1.amazonaws.com.cn", "msk"],
    ["boot-x.c1.kafka-serverless.eu-west-1.amazonaws.com", "msk-serverless"],
    ["kafka.us-east-1.amazonaws.com", undefined],
    ["my-kafka.us-east-1.amazonaws.com", undefined],
    ["b-1.kafka.us-east-1.elb.amazonaws.com", undefined],
    ["lkc-1.dom.eu-west-1.aws.private.confluent.cloud", "confluent-cloud"],
    ["xconfluent.cloud", undefined],
    ["kafka-1.demo.aivencloud.com", "aiven"],
    ["streaming.us-phoenix-1.oci.oraclecloud.com", "oci-streaming"],
    ["cell-1.streaming.eu-frankfurt-1.oci.oraclecloud.com", "oci-streaming"],
    ["objectstorage.eu-frankfurt-1.oci.oraclecloud.com", undefined],
    ["seed-1.abc.byoc.prd.cloud.redpanda.com", "redpanda-cloud"],
    ["api-1.discoveryv2.prod-z.us-east-1.warpstream.com", "warpstream"],
    ["my-cluster-kafka-bootstrap", "strimzi"],
    ["my-cluster-kafka-bootstrap.kafka.svc.cluster.local", "strimzi"],
    ["-kafka-bootstrap", undefined],
    ["my-cluster-kafka-bootstrap.example.com.evil.org", undefined],
    ["__proto__", undefined],
  ])("%s belongs to %s", (host, id) => {
    expect(platformOf(host)?.id).toBe(id);
  });
});

describe("K6, M2 to M4, V8: what host and port already tell", () => {
  it.each<[string, string, readonly string[]]>([
    ["K6a", "bootstrap.servers=ns.servicebus.windows.net:9093", ["event-hubs-limits: information", "platform-connection: warning"]],
    ["K6b", "bootstrap.servers=pkc-1.eu.aws.confluent.cloud:9092", ["platform-connection: warning"]],
    ["K6c", "bootstrap.servers=b-1.shop.x.c2.kafka.eu-west-1.amazonaws.com:9094", ["platform-connection: warning"]],
    ["K6c", "bootstrap.servers=b-1.shop.x.c2.kafka.eu-west-1.amazonaws.com:9098", ["platform-connection: warning"]],
    ["K6c", "bootstrap.servers=boot-x.c1.kafka-serverless.eu-west-1.amazonaws.com:9092", ["platform-connection: warning"]],
    ["M2", "bootstrap.servers=b-1.shop.x.c2.kafka.eu-west-1.amazonaws.com:9098\nsecurity.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\nsasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;", ["msk-iam-handler: warning"]],
    ["M2", "bootstrap.servers=b-1.shop.x.c2.kafka.eu-west-1.amazonaws.com:9092\nsecurity.protocol=SSL", ["platform-connection: warning"]],
    ["M3", "bootstrap.servers=ns.servicebus.windows.net:9093\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\ncompression.type=lz4", ["event-hubs-limits: warning"]],
    ["M4", 'bootstrap.servers=pkc-1.eu.aws.confluent.cloud:9092\nsecurity.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";', ["platform-connection: warning"]],
    ["M4", "bootstrap.servers=pkc-1.eu.aws.confluent.cloud:9092\nsecurity.protocol=SSL", ["platform-connection: warning"]],
    ["V8", "bootstrap.servers=ns.servicebus.usgovcloudapi.net:9093\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nrequest.timeout.ms=10000", []],
    ["V8", "bootstrap.servers=ns.servicebus.usgovcloudapi.net:9093\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nmax.request.size=1000000\nconnections.max.idle.ms=180000\nmetadata.max.age.ms=180000\nrequest.timeout.ms=9000", ["event-hubs-limits: information"]],
  ])("%s %s", (_id, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  }); // prettier-ignore

  const OCI =
    "bootstrap.servers=cell-1.streaming.eu-frankfurt-1.oci.oraclecloud.com:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN";

  it.each<[string, string, readonly string[]]>([
    ["3.4.0", OCI, ["platform-idempotence: warning"]],
    ["2.8.0", OCI, []],
    ["2.8.0", `${OCI}\nenable.idempotence=true`, ["platform-idempotence: warning"]],
    ["4.4.0", `${OCI}\nenable.idempotence=false`, []],
  ])("K6d OCI Streaming gives no producer ids, client %s", (version, lines, expected) => {
    expect(found(lines, version)).toEqual(expected);
  });

  it("placeholders in hosts give no findings", () => {
    expect(found("bootstrap.servers=${NAMESPACE}.servicebus.windows.net:9093")).toEqual([]);
    expect(found("bootstrap.servers={{ cluster }}.confluent.cloud:9092")).toEqual([]);
  });
});

describe("a hover on bootstrap.servers", () => {
  it.each<[string, RegExp | undefined]>([
    ["boot|strap.servers=ns.servicebus.windows.net:9093\n", /\*\*Azure Event Hubs\*\*: One port, SASL_SSL only, and no codec but gzip\..*learn\.microsoft\.com/s],
    ["bootstrap.servers=b-1.shop.x.c2.kafka.eu-|west-1.amazonaws.com:9094\n", /\*\*Amazon MSK\*\*: The port decides how to connect/],
    ["boot|strap.servers=kafka1:9092\n", undefined],
  ])("%s", (text, expected) => {
    const hover = hoverText(text) ?? "";
    if (expected === undefined) expect(hover).not.toMatch(/learn\.microsoft|Amazon MSK\*\*/);
    else expect(hover).toMatch(expected);
  }); // prettier-ignore
});
