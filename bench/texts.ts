/** A producer as teams write it, 20 lines, without a mistake. */
export const TWENTY_LINES = `# orders
bootstrap.servers=kafka1.example.com:9093,kafka2.example.com:9093,kafka3.example.com:9093
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.ByteArraySerializer
client.id=orders

acks=all
enable.idempotence=true
delivery.timeout.ms=120000
request.timeout.ms=30000
linger.ms=20
batch.size=131072
compression.type=zstd
max.in.flight.requests.per.connection=5

security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="orders" password="x";
ssl.truststore.location=/etc/kafka/truststore.jks
ssl.truststore.password=changeit
`;

/** The same with comments and keys of the application up to a number of lines, some of them with findings. */
export function longText(lineCount: number): string {
  const lines = TWENTY_LINES.trimEnd().split("\n");
  for (let i = lines.length; i < lineCount; i++) {
    if (i % 2 === 0) lines.push(`# what follows belongs to part ${i.toString()} of the application`);
    else if (i % 50 === 1) lines.push(`fetch.min.bytes=${i.toString()}`);
    else lines.push(`app.part${i.toString()}.topic-name = orders-${i.toString()}`);
  }
  return `${lines.join("\n")}\n`;
}
