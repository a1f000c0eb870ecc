/** English of the reasons that what-if reports give, and of what their numbers rest on; a part of `WHAT_IF_TEXTS`. */
export const WHY_TEXTS = {
  "why/batch-linger":
    "Records wait {ms} on average in their batch ({share} of the latency): at this rate a batch takes linger.ms={linger} rather than filling up.",
  "why/batch-fills":
    "Records wait {ms} on average in their batch ({share} of the latency) until it is full and its turn to be sent has come.",
  "why/batch-busy":
    "Records wait {ms} on average in their batch ({share} of the latency): batches are ready, but cannot leave.",
  "why/late-crash-all":
    "Broker {broker} is dead, but stays in the ISR until it is fenced when its session of {session} ends: until then its partitions have no leader, and acks=all waits for it elsewhere.",
  "why/late-crash":
    "Broker {broker} is dead: its partitions have no leader until it is fenced when its session of {session} ends.",
  "why/late-restart":
    "Brokers are stopped in good order: the producer has to find the new leaders and connect to them.",
  "why/late-replication-stall":
    "Broker {broker} copies nothing for {ms}, but stays in the ISR until replica.lag.time.max.ms={lag} is over, or up to 1.5 times as long: acks=all waits for it.",
  "why/late-hang-all":
    "Broker {broker} does nothing for {ms}: what it leads waits for that long or for request.timeout.ms={request}, and acks=all waits for it as a follower until it leaves the ISR.",
  "why/late-hang":
    "Broker {broker} does nothing for {ms}: what it leads waits for that long or for request.timeout.ms={request}.",
  "why/late-lost-answers":
    "Answers of broker {broker} do not arrive for {ms}: the producer notices only after request.timeout.ms={request}.",
  "why/late-disk-stall":
    "The disk of broker {broker} stands still for {ms}: nothing is appended there, as leader or as follower.",
  "why/late-slow":
    "Every request at broker {broker} takes {by} longer for {ms}, and it answers the requests of a connection one at a time.",
  "why/late-reset": "Connections to broker {broker} break: what was in flight is sent again over a new connection.",
  "why/late-cut":
    "Nothing gets through between {between} for {ms}; after that, TCP sends again only when its growing pause is over.",
  "why/late-controller-failover": "There is no controller for {ms}: no new leader is elected meanwhile.",
  "why/late-producer-pause":
    "The process of producer {producer} stands still for {ms}: it sends nothing and looks at no answer meanwhile. No broker is to blame.",
  "why/late-move": "Leaders move: the producer learns of the new ones from refused requests and metadata.",
  "why/limit-quota":
    "The brokers throttle the producer at their quota of {quota} per broker: {rate} records/s get through.",
  "why/limit-sync": "{threads} threads wait for every answer, {ms} per record: {rate} records/s are the limit.",
  "why/limit-thread":
    "The thread that calls send() is the limit: with compression.type={codec} it gets {rate} records/s done.",
  "why/limit-in-flight":
    "{inFlight} requests in flight to a broker, {ms} each: {limit} requests/s per broker are the limit, with {records} records per request.",
  "why/fill":
    "Batches leave {fill} full: {perSecond} records/s over {partitions} partitions bring {bytes} per partition within {linger} ms, and batch.size is {batchSize}.",
  "why/fill-sticky":
    "Batches leave {fill} full: {perSecond} records/s without keys, which go to one partition at a time, bring {bytes} within {linger} ms, and batch.size is {batchSize}.",
  "why/fill-keys-ignored":
    "Batches leave {fill} full: keys do not decide here; {perSecond} records/s, which go to one partition at a time, bring {bytes} within {linger} ms, and batch.size is {batchSize}.",
  "why/fill-at-once":
    "Batches leave {fill} full: with linger.ms=0 a batch does not wait for more records, it leaves when the connection to its broker is free.",
  "why/fill-compressed":
    "Batches leave {fill} full: the partitioner goes on to the next partition after batch.size={batchSize} before compression, and compression makes the batch smaller.",
  "why/fill-siblings":
    "Batches leave {fill} full: one full or expired partition makes its broker ready, and the request takes along what the broker's other partitions have.",
  "why/blocked":
    "send() blocks for {ms} on average: buffer.memory ({memory}) is used up, so the application is held back.",
  "why/commit":
    "The application spends {share} of the time in commitTransaction(), {ms} each on average, and sends nothing meanwhile.",
  "why/replication": "acks=all waits {ms} on average for the followers: a round trip between brokers and their fetch.",
  "why/retry": "{count} records had to be sent again; failed attempts cost {ms} on average.",
  "why/broker-queue": "Requests wait {ms} on average at the broker: it gets more than it can take.",
  "why/network":
    "The way to the broker and back takes {ms} on average: distance and bandwidth, no setting of the producer.",
  "why/lost-acks0":
    "acks=0: the producer takes a record for acknowledged when it is written to the socket; {count} were never stored.",
  "why/lost-acks1":
    "acks=1: the leader acknowledged {count} records that its followers had not fetched when it failed; the new leader does not have them.",
  "why/lost-acks1-moved":
    "acks=1: the leader acknowledged {count} records that its followers had not fetched when leadership moved; a planned move loses them as a crash does.",
  "why/invisible":
    "{count} records were acknowledged, but consumers cannot read them: the high watermark stands still while a replica in the ISR lags behind, or fewer than min.insync.replicas={minInsync} are in sync.",
  "why/lost-unclean":
    "{count} acknowledged records are gone: with min.insync.replicas={minInsync} a leader may acknowledge alone, or an unclean election chose a replica that lacked them.",
  "why/duplicates-retry":
    "{count} records are stored twice: a batch was stored, its answer did not arrive, and without idempotence the retry was stored as well.",
  "why/stored-failed":
    "{count} of them are stored nevertheless: an application that sends them again makes duplicates.",
  "why/unordered":
    "{count} records are out of order: with {inFlight} requests in flight and no idempotence a retried batch lands behind its successor.",
  "why/unordered-connections":
    "{count} records are out of order although nothing was sent again: the broker still worked on a request of the old connection when later batches came over a new one.",
  "why/not-enough-replicas":
    "{count} records ended with NotEnoughReplicasException: fewer replicas than min.insync.replicas={minInsync} were in sync.",
  "why/failed-metadata":
    "{count} records were refused by send() with {exception}: no metadata of the topic came within max.block.ms={maxBlock}. delivery.timeout.ms has no part in it.",
  "why/failed-buffer":
    "{count} records were refused by send() with {exception}: buffer.memory ({memory}) stayed full for max.block.ms={maxBlock}.",
  "why/failed-too-large":
    "{count} records were refused by send() with {exception}: they are larger than max.request.size ({requestSize}) or buffer.memory ({memory}) allows.",
  "why/failed-unreachable":
    "{count} records ended with {exception}: the leader of their partitions (broker {brokers}) was never reachable. Check its advertised listener and the network.",
  "why/failed-unsent":
    "{count} records expired after delivery.timeout.ms={timeout} before they were first sent: they waited for a leader or a connection for longer than that.",
  "why/failed-overload":
    "{count} records expired after delivery.timeout.ms={timeout} before they were first sent: more arrives than can leave within that time.",
  "why/failed-split":
    "{count} records expired after delivery.timeout.ms={timeout}: the broker refuses batches above max.message.bytes ({largest}), and clients before 4.2 split them at batch.size ({batchSize}) into the same batch again (KAFKA-8350). Lower batch.size or raise max.message.bytes.",
  "why/failed-retried":
    "{count} records ended with {exception}: every attempt failed until delivery.timeout.ms={timeout} was over.",
  "why/failed-unanswered": "{count} records were sent, but had no answer until delivery.timeout.ms={timeout} was over.",
  "why/failed-retries": "{count} records ended with {exception}: retries={retries} allows no further attempt.",
  "why/failed-too-large-broker":
    "{count} records ended with {exception}: the broker takes nothing larger than max.message.bytes ({largest}).",
  "why/failed-closed": "{count} records ended with {exception}: close() gave them {ms}, which was not enough.",
  "why/exception": "{count} records ended with {exception}.",
  "why/compare-stage": "{stage} takes {after} in place of {before} on average.",
  "why/compare-batches":
    "A request carries {after} records in place of {before}, so that {requestsAfter} requests/s do what {requestsBefore} did.",

  "limit/seeds": "Differences are compared with the same random numbers for each configuration (seeds: {count}).",
  "limit/depends": "Taken to start although it depends on the machine: {key}: {reason}.",
  "limit/model": "{text}",
  "limit/setting": "{key}: {text}",
  "limit/docs": "docs/simulation.md defines every number and says how well the model agrees with the real client.",
} as const;
