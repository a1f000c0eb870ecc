import type { KafkaVersion } from "./version.js";

const WIKI = "https://cwiki.apache.org/confluence";

/**
 * The pages of Kafka's improvement proposals behind `/display/KAFKA/`, or their numbers where a title does not fit into an address.
 * Only those that were found in use elsewhere: a title that is nearly right leads nowhere.
 */
const PAGES: Readonly<Record<number, string | number>> = {
  19: "KIP-19+-+Add+a+request+timeout+to+NetworkClient",
  42: "KIP-42%3A+Add+Producer+and+Consumer+Interceptors",
  43: "KIP-43%3A+Kafka+SASL+enhancements",
  84: "KIP-84%3A+Support+SASL+SCRAM+mechanisms",
  85: "KIP-85%3A+Dynamic+JAAS+configuration+for+Kafka+clients",
  86: "KIP-86%3A+Configurable+SASL+callback+handlers",
  91: "KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer",
  98: "KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging",
  110: "KIP-110%3A+Add+Codec+for+ZStandard+Compression",
  144: "KIP-144%3A+Exponential+backoff+for+broker+reconnect+attempts",
  206: "KIP-206%3A+Add+support+for+UUID+serialization+and+deserialization",
  235: "KIP-235%3A+Add+DNS+alias+support+for+secured+connection",
  255: 75968876,
  294: "KIP-294+-+Enable+TLS+hostname+verification+by+default",
  297: "KIP-297%3A+Externalizing+Secrets+for+Connect+Configurations",
  302: "KIP-302+-+Enable+Kafka+clients+to+use+all+DNS+resolved+IP+addresses",
  390: "KIP-390%3A+Support+Compression+Level",
  447: "KIP-447%3A+Producer+scalability+for+exactly+once+semantics",
  466: "KIP-466%3A+Add+support+for+List%3CT%3E+serialization+and+deserialization",
  480: "KIP-480%3A+Sticky+Partitioner",
  519: 128650952,
  526: "KIP-526%3A+Reduce+Producer+Metadata+Lookups+for+Large+Number+of+Topics",
  573: "KIP-573%3A+Enable+TLSv1.3+by+default",
  580: "KIP-580%3A+Exponential+Backoff+for+Kafka+Clients",
  601: "KIP-601%3A+Configurable+socket+connection+timeout",
  602: "KIP-602%3A+Change+default+value+for+client.dns.lookup",
  651: "KIP-651+-+Support+PEM+format+for+SSL+certificates+and+private+key",
  679: "KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default",
  714: "KIP-714%3A+Client+metrics+and+observability",
  768: 186877575,
  794: "KIP-794%3A+Strictly+Uniform+Sticky+Partitioner",
  890: "KIP-890%3A+Transactions+Server-Side+Defense",
  899: "KIP-899%3A+Allow+producer+and+consumer+clients+to+rebootstrap",
  939: "KIP-939%3A+Support+Participation+in+2PC",
  951: "KIP-951%3A+Leader+discovery+optimisations+for+the+client",
  1025: "KIP-1025%3A+Optionally+URL-encode+clientID+and+clientSecret+in+authorization+header",
  1030: "KIP-1030%3A+Change+constraints+and+default+values+for+various+configurations",
  1102: "KIP-1102%3A+Enable+clients+to+rebootstrap+based+on+timeout+or+error+code",
  1123: "KIP-1123%3A+Rack-aware+partitioning+for+Kafka+Producer",
  1139: "KIP-1139%3A+Add+support+for+OAuth+jwt-bearer+grant+type",
  1161: "KIP-1161%3A+Unifying+LIST-Type+Configuration+Validation+and+Default+Values",
  1258: "KIP-1258%3A+Add+Support+for+OAuth+Client+Assertion+to+client_credentials+Grant+Type",
};

/** Where a proposal such as `KIP-679`, an issue or an advisory can be read; a search of the wiki for other proposals. */
export function issueUrl(id: string): string {
  if (id.startsWith("KAFKA-")) return `https://issues.apache.org/jira/browse/${id}`;
  if (id.startsWith("CVE-")) return `https://www.cve.org/CVERecord?id=${id}`;
  const page = PAGES[Number(id.replace("KIP-", ""))];
  if (typeof page === "number") return `${WIKI}/pages/viewpage.action?pageId=${page.toString()}`;
  if (page !== undefined) return `${WIKI}/display/KAFKA/${page}`;
  return `${WIKI}/dosearchsite.action?cql=${encodeURIComponent(`space = KAFKA and title ~ "${id}"`)}`;
}

/** Where a setting stands on the page of a release's producer settings, as the site of Kafka has them since it was made anew. */
export function settingUrl(anchor: string, { text }: KafkaVersion): string {
  const line = text.split(".").slice(0, 2).join("");
  return `https://kafka.apache.org/${line}/configuration/producer-configs/#${anchor}`;
}
