/** English of the reasons that what-if reports give, and of what their numbers rest on; a part of `WHAT_IF_TEXTS`. */
export const WHY_TEXTS = {
  "why/batch-linger":
    "Records wait {ms} on average in their batch ({share} of the latency): at this rate a batch takes linger.ms={linger} rather than filling up.",
  "why/batch-fills":
    "Records wait {ms} on average in their batch ({share} of the latency) until it is full and its turn to be sent has come.",
  "why/batch-busy":
    "Records wait {ms} on average in their batch ({share} of the latency): batches are ready, but cannot leave: the connection to their broker is busy or broken.",
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
  "why/lost-unclean":
    "{count} acknowledged records are gone: with min.insync.replicas={minInsync} a leader may acknowledge alone, or an unclean election chose a replica that lacked them.",
  "why/duplicates-retry":
    "{count} records are stored twice: a batch was stored, its answer did not arrive, and without idempotence the retry was stored as well.",
  "why/stored-failed":
    "{count} records were reported as failed but are stored: the time was up before the answer came. An application that sends them again makes duplicates.",
  "why/unordered":
    "{count} records are out of order: with {inFlight} requests in flight and no idempotence a retried batch lands behind its successor.",
  "why/expired":
    "{count} records ended with TimeoutException after delivery.timeout.ms={timeout}: it is shorter than what went wrong lasted.",
  "why/not-enough-replicas":
    "{count} records ended with NotEnoughReplicasException: fewer replicas than min.insync.replicas={minInsync} were in sync.",
  "why/exception": "{count} records ended with {exception}.",
  "why/compare-stage": "{stage} takes {after} in place of {before} on average.",
  "why/compare-batches":
    "A request carries {after} records in place of {before}, so that {requestsAfter} requests/s do what {requestsBefore} did.",

  "limit/seeds": "Differences are compared over {count} seed(s) with the same random numbers for each configuration.",
  "limit/depends": "Taken to start although it depends on the machine: {key}: {reason}.",
  "limit/model": "{text}",
  "limit/setting": "{key}: {text}",
  "limit/docs": "docs/simulation.md defines every number and says how well the model agrees with the real client.",
} as const;
