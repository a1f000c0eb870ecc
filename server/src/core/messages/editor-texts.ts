import type { MessageData } from "./format.js";
import { Messages } from "./messages.js";

/** English of what editors show at a glance and offer to write; a translation is looked up as `editor/<id>`. */
export const EDITOR_TEXTS = {
  "hint/same-value": "= {value}",
  "hint/adjusted": "→ {value}",
  "hint/adjusted-human": "→ {value} ({human})",
  "hint/other": "{key}={value}",
  "hint/other-human": "{key}={value} ({human})",
  "hint/adjusted-why": "The producer works with {value} for `{key}`.",
  "hint/default-why": "The file does not set `{key}`: this is the default of Kafka {version}.",

  "link/open": "Open {target}",

  "snippet/producer": "Addresses and serializers",
  "snippet/idempotent": "Every record stored once, in order",
  "snippet/transactional": "Records in transactions",
  "snippet/batching": "Larger, compressed batches",
  "snippet/tls": "Encrypted connections",
  "snippet/mutual-tls": "Encrypted connections, the client with a certificate of its own",
  "snippet/platform": "What {platform} needs",
  "snippet/sasl": "Encrypted connections with a login",

  "jaas/flag": "How much the module counts. A client has one module only: `required`.",
  "jaas/mechanisms": "Serves `sasl.mechanism` {mechanisms}.",
  "jaas/username": "The name of the user.",
  "jaas/password": "The password. A placeholder of a config provider keeps it out of the file.",
  "jaas/tokenauth": "`true`: the name and the password are those of a delegation token.",
  "jaas/clientId":
    "The client id that the token endpoint knows. From Kafka 4.1 `sasl.oauthbearer.client.credentials.client.id`.",
  "jaas/clientSecret":
    "The secret of the client id. From Kafka 4.1 `sasl.oauthbearer.client.credentials.client.secret`.",
  "jaas/scope": "What the token is to allow. From Kafka 4.1 `sasl.oauthbearer.scope`.",
  "jaas/useKeyTab": "`true`: the key comes from a key tab and nobody is asked for a password.",
  "jaas/storeKey": "`true`: the key is kept with the login, so that it can be renewed.",
  "jaas/keyTab": "The path of the key tab.",
  "jaas/principal": "The Kerberos principal of the client.",
  "jaas/useTicketCache": "`true`: the ticket comes from the cache that `kinit` fills.",
  "jaas/serviceName": "The principal name that the brokers run as; `sasl.kerberos.service.name` says it too.",

  "compare/release": "Kafka {version}",
  "compare/ok": "The producer starts.",
  "compare/unknown": "Whether the producer starts depends on the machine.",
  "compare/throws": "The producer does not start: {reason}",

  "preset/durable": "durable",
  "preset/durable/what":
    "A record that was reported as sent is stored once, in order, as long as the topic keeps min.insync.replicas of 2 or more.",
  "preset/low-latency": "low latency",
  "preset/low-latency/what":
    "For records that keep coming: a wait of a few milliseconds makes batches, and with them less waiting for a free connection. acks and idempotence stay as they are.",
  "preset/one-at-a-time": "low latency, rare records",
  "preset/one-at-a-time/what":
    "For records that come rarely, or one after the other: each leaves at once. With a steady load linger.ms=0 makes many small requests and is slower. acks and idempotence stay as they are.",
  "preset/high-throughput": "high throughput",
  "preset/high-throughput/what":
    "Larger, compressed batches: fewer requests for the same records, for some milliseconds of latency and more memory.",
  "preset/bounded-blocking": "bounded blocking",
  "preset/bounded-blocking/what":
    "send() blocks for a second at most, with room for what comes during an outage. Set delivery.timeout.ms by the recovery time that you measured.",
  "preset/diskless": "answers that take long",
  "preset/diskless/what":
    "For object storage (WarpStream, diskless topics) and clusters far away: with answers after 250 ms and more, throughput is the size of requests times those in flight, so batches are large.",
  "preset/event-hubs": "Azure Event Hubs",
  "preset/msk-iam": "Amazon MSK with IAM",
  "preset/confluent-cloud": "Confluent Cloud",
  "preset/aiven": "Aiven",
  "preset/oci-streaming": "OCI Streaming",
  "preset/redpanda-cloud": "Redpanda Cloud",
  "preset/topic":
    "The topic needs replication.factor=3, min.insync.replicas=2 and unclean.leader.election.enable=false.",
  "preset/instance": "Each running instance needs a transactional.id of its own: transactional.id={name}-INSTANCE",
  "preset/exactly-once": "exactly once",
  "preset/exactly-once/what":
    "Durable, and in transactions: consumers with isolation.level=read_committed see all records of a transaction or none. The program must begin and commit them, and each running instance needs a transactional.id of its own.",
  "preset/corrupts": "{id} in Kafka {version}: {consequence} {remedy}",
  "preset/older": "The file was made with version {version}; the preset is at version {newest} now.",

  "refactor/idempotent": "Make this an idempotent producer: {changes}",
  "refactor/preset": "Apply preset “{preset}”: {changes}",
  "refactor/without": "without {key}",
  "refactor/more": "{named} and {count} more",
  "refactor/sort": "Sort and group settings by topic",
  "refactor/remove-defaults": "Remove {count} setting(s) equal to the default of Kafka {version}",
  "refactor/add-comments": "Add {count} missing comment(s) on what settings are",
} as const;

/** Id of a text of the editor's features. */
export type EditorTextId = keyof typeof EDITOR_TEXTS;

/** Says a text in the user's language. */
export type SayEditor = (id: EditorTextId, data?: MessageData) => string;

/** A speaker of the editor's texts. */
export function editorSpeaker(messages: Messages = new Messages()): SayEditor {
  return (id, data) => messages.text(`editor/${id}`, EDITOR_TEXTS[id], data);
}
