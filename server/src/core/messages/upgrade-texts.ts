import { Messages, type Say } from "./messages.js";

/** English of the comparison of two releases; a translation is looked up as `upgrade/<id>`. */
export const UPGRADE_TEXTS = {
  "section/throws": "The new client does not start",
  "section/may-throw": "Whether the new client starts depends on the machine",
  "section/defect": "Known defects that come with the new client",
  "section/ignored": "Ignored by the new client",
  "section/recognised": "Obeyed for the first time",
  "section/value": "Works differently without an error",
  "section/starts": "Refused by the old client, accepted by the new one",
  "section/cured": "Known defects that go with the old client",
  "section/same": "Reads differently, means the same",
  "section/log": "Logged differently",
  "section/keep": "To keep the old behaviour, write",
  title: "{file}: Kafka {from} → {to}",
  "title-short": "Kafka {from} to {to}",
  nothing: "Nothing changes for this file.",
  "not-kept": "the new client cannot do what the old one did",
  line: "line {line}",
  "value/none": "none",
  "value/empty": "empty",
  "new-in": "new in {version}",
  "default-changed": "default changed in {version}",
  "default-changed-twice": "default changed in {first} and {last}",
  "removed-in": "removed in {version}: the client ignores it",
  "obeyed-from": "new in {version}: the old client ignores it, the new one obeys it",
  "jmx-reporter": "the client always added the JmxReporter; now the default says so (KIP-830)",

  "defect/comes": "{id}: {what}",
  "defect/likely": "{id}, which this file makes likely: {what}",
  "defect/goes": "{id}: {what}",

  "log/level": "logged at {before}, now at {after}: {message}",
  "log/no-level": "no level",
  "log/unread-quieter": "keys that nobody reads are logged at WARN, now at INFO (KAFKA-6793): {keys}",
  "log/unread-louder": "keys that nobody reads are logged at INFO, now at WARN (KAFKA-6793): {keys}",

  // What a changed value means for the application, by key; sentences without a full stop.
  "note/acks":
    "every in-sync replica confirms a write instead of the leader alone: with min.insync.replicas of 2 or more no loss when a leader dies, later answers (KIP-679)",
  "note/auto.include.jmx.reporter": "metric.reporters alone decides from 4.0 on (KIP-830)",
  "note/client.dns.lookup": "all addresses behind a host name are tried, not only the first (KIP-602)",
  "note/delivery.timeout.ms": "the client raises it to linger.ms + request.timeout.ms",
  "note/enable.idempotence":
    "a retried record is stored once and in order; brokers before 2.8 want the IdempotentWrite permission (KIP-679)",
  "note/enable.metrics.push": "the client sends metrics to brokers that ask for them (KIP-714)",
  "note/linger.ms": "a batch waits for more records: fewer and larger requests (KIP-1030)",
  "note/metadata.cluster.check.enable":
    "the client names the cluster and broker it expects; if another one answers, it starts again from bootstrap.servers. Only brokers from 4.4 on check (KIP-1242)",
  "note/metadata.recovery.strategy":
    "when no known broker answers, the client starts again from bootstrap.servers (KIP-899, KIP-1102)",
  "note/metric.reporters": "JMX metrics need the JmxReporter in this list from 4.0 on (KIP-830)",
  "note/partitioner.adaptive.partitioning.enable":
    "records without a key go more often to brokers that answer faster (KIP-794)",
  "note/partitioner.class":
    "records without a key change partition after batch.size bytes instead of after a batch (KIP-794)",
  "note/reconnect.backoff.max.ms": "how long the client waits between attempts to connect",
  "note/retries": "delivery.timeout.ms bounds the attempts instead (KIP-91)",
  "note/retry.backoff.max.ms":
    "the wait between retries doubles up to this bound instead of staying constant (KIP-580)",
  "note/retry.backoff.ms": "retry.backoff.max.ms bounds it from 3.7 on (KIP-580)",
  "note/socket.connection.setup.timeout.max.ms": "how long setting up a connection may take at most (KIP-601)",
  "note/ssl.enabled.protocols": "TLS versions that the client offers",
  "note/ssl.protocol": "the newest TLS version that the client uses",
} as const;

/** Id of a text about an upgrade. */
export type UpgradeTextId = keyof typeof UPGRADE_TEXTS;

/** Says a text about an upgrade. */
export type SayUpgrade = Say<typeof UPGRADE_TEXTS>;

/** A speaker of these texts; English without messages. */
export function upgradeSpeaker(messages: Messages = new Messages()): SayUpgrade {
  return messages.speaker("upgrade", UPGRADE_TEXTS);
}
