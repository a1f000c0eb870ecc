/** Finds the value of a build property by its name. */
export type ResolveName = (name: string) => string | undefined;

/** The versions a build file states, as written, places such as `${kafka.version}` included; the strongest first. */
export interface BuildFacts {
  /** Of org.apache.kafka:kafka-clients, or of another artifact of the same release. */
  readonly kafkaClients: readonly string[];
  /** Of org.springframework.kafka:spring-kafka. */
  readonly springKafka: readonly string[];
  /** Of the Spring Boot parent, BOM or plugin. */
  readonly springBoot: readonly string[];
}

/** Artifacts of org.apache.kafka that are released together with the client; `kafka_2.13` and the like too. */
export function isKafkaArtifact(artifact: string): boolean {
  return /^(kafka-clients|kafka-streams|connect-api|connect-runtime|kafka_\d.*)$/.test(artifact);
}

/** What an artifact's version says. */
export function factOf(group: string, artifact: string): keyof BuildFacts | undefined {
  if (group === "org.apache.kafka" && isKafkaArtifact(artifact)) return "kafkaClients";
  if (group === "org.springframework.kafka" && artifact.startsWith("spring-kafka")) return "springKafka";
  if (group === "org.springframework.boot" && /^spring-boot/.test(artifact)) return "springBoot";
  return undefined;
}

/** Sorts versions of artifacts into facts; the client's own artifact comes before its siblings. */
export function gatherFacts(
  artifacts: readonly { readonly group: string; readonly artifact: string; readonly version: string }[],
): BuildFacts {
  const facts = { kafkaClients: [] as string[], springKafka: [] as string[], springBoot: [] as string[] };
  const ordered = [...artifacts].sort((a, b) => rank(a.artifact) - rank(b.artifact));
  for (const { group, artifact, version } of ordered) {
    const fact = factOf(group, artifact);
    if (fact !== undefined) facts[fact].push(version);
  }
  return facts;
}

function rank(artifact: string): number {
  return artifact === "kafka-clients" ? 0 : 1;
}
