// Keys that act on one another: idempotence and its company, the time limits, the backoffs, compression, partitioning.
import { grid, lines } from "./text.mjs";

const INT_MAX = "2147483647";
const LONG_MAX = "9223372036854775807";
const gridTexts = (choices) => grid(choices).map(lines);

export function idempotence(random) {
  const company = gridTexts({
    "enable.idempotence": [undefined, "true", "false"],
    acks: [undefined, "all", "-1", "1", "0"],
    retries: [undefined, "0", "1", INT_MAX],
    "max.in.flight.requests.per.connection": [undefined, "1", "5", "6"],
    "transactional.id": [undefined, "t", ""],
  });
  const transactions = gridTexts({
    "enable.idempotence": [undefined, "true", "false"],
    "transactional.id": [undefined, "t", " "],
    "transaction.timeout.ms": [undefined, "60000", "0", "-1", "x"],
    "transaction.two.phase.commit.enable": [undefined, "true", "false"],
    "client.id": [undefined, "c", ""],
  });
  const spelled = grid({
    "enable.idempotence": ["TRUE", " false ", "yes", ""],
    acks: [" all ", "ALL", "2", "-01", ""],
    retries: ["+0", "000", "-1", "2147483648"],
    "max.in.flight.requests.per.connection": ["0", "+6", "005", INT_MAX],
    "transactional.id": [undefined, " t "],
  }).map(lines);
  return [...company, ...random.some(transactions, 170), ...random.some(spelled, 160)];
}

export function timeLimits(random) {
  const limits = gridTexts({
    "delivery.timeout.ms": [
      undefined,
      "0",
      "1",
      "29999",
      "30000",
      "30004",
      "30005",
      "60000",
      "119999",
      "120000",
      "2147483646",
      INT_MAX,
    ],
    "linger.ms": [
      undefined,
      "0",
      "1",
      "5",
      "30000",
      "89999",
      "90000",
      "90001",
      "120000",
      INT_MAX,
      "2147483648",
      LONG_MAX,
    ],
    "request.timeout.ms": [
      undefined,
      "0",
      "1",
      "30000",
      "60000",
      "119995",
      "119996",
      "120000",
      "120001",
      "2147483642",
      "2147483646",
      INT_MAX,
    ],
  });
  const withBackoff = gridTexts({
    "delivery.timeout.ms": ["30000", "1000"],
    "request.timeout.ms": ["1000", "30000"],
    "linger.ms": [undefined, "0", "5"],
    "retry.backoff.ms": [undefined, "100000"],
    "max.block.ms": [undefined, "0"],
  });
  return [...random.some(limits, 620), ...withBackoff];
}

export function backoffs(random) {
  const times = [undefined, "0", "50", "100", "1000", "1001", "2000", LONG_MAX, "-1"];
  return [
    ...gridTexts({ "retry.backoff.ms": times, "retry.backoff.max.ms": times }),
    ...gridTexts({ "reconnect.backoff.ms": times, "reconnect.backoff.max.ms": times }),
    ...gridTexts({
      "socket.connection.setup.timeout.ms": [...times, "30000", "30001", "127000"],
      "socket.connection.setup.timeout.max.ms": [...times, "10000", "9999"],
    }),
    ...random.some(
      gridTexts({
        "retry.backoff.ms": ["2000", "50"],
        "retry.backoff.max.ms": [undefined, "1000"],
        "reconnect.backoff.ms": ["50", "2000"],
        "reconnect.backoff.max.ms": [undefined, "1"],
      }),
      16,
    ),
  ];
}

export function compression(random) {
  const types = [
    "none",
    "gzip",
    "snappy",
    "lz4",
    "zstd",
    "GZIP",
    "Zstd",
    "brotli",
    "producer",
    "uncompressed",
    "",
    " lz4 ",
    "gzip,zstd",
  ];
  const levels = [undefined, "0", "-1", "1", "9", "10", "17", "18", "22", "23", "-131072", "-131073", "fast", ""];
  const combined = gridTexts({
    "compression.type": types,
    "compression.gzip.level": levels,
    "compression.lz4.level": levels,
    "compression.zstd.level": levels,
  });
  return [
    ...gridTexts({ "compression.type": types }),
    ...["gzip", "lz4", "zstd"].flatMap((codec) =>
      gridTexts({ "compression.type": [undefined, codec, "none"], [`compression.${codec}.level`]: levels }),
    ),
    ...random.some(combined, 90),
    ...gridTexts({
      "buffer.memory.allocation.strategy": ["full", "incremental", "INCREMENTAL", "x"],
      "compression.type": [undefined, "lz4"],
      "batch.size": [undefined, "16383", "16384", "0"],
      "buffer.memory": [undefined, "1"],
    }),
    ...gridTexts({
      "batch.size": ["0", "1", "16384", INT_MAX],
      "buffer.memory": ["0", "1", "16384", LONG_MAX],
      "max.request.size": ["0", "1048576", INT_MAX],
    }),
  ];
}

export function partitioning(random) {
  const classes = [
    undefined,
    "org.apache.kafka.clients.producer.internals.DefaultPartitioner",
    "org.apache.kafka.clients.producer.UniformStickyPartitioner",
    "org.apache.kafka.clients.producer.RoundRobinPartitioner",
    "org.apache.kafka.clients.producer.internals.BuiltInPartitioner",
    "org.apache.kafka.clients.producer.Partitioner",
    "org.apache.kafka.clients.producer.roundRobinPartitioner",
    "RoundRobinPartitioner",
    "java.lang.String",
    " org.apache.kafka.clients.producer.RoundRobinPartitioner ",
  ];
  const all = gridTexts({
    "partitioner.class": classes,
    "partitioner.ignore.keys": [undefined, "true", "x"],
    "partitioner.adaptive.partitioning.enable": [undefined, "false"],
    "partitioner.availability.timeout.ms": [undefined, "0", "1000", "-1"],
  });
  const rack = gridTexts({
    "partitioner.rack.aware": [undefined, "true", "false"],
    "client.rack": [undefined, "", " ", "r1"],
    "partitioner.class": classes.slice(0, 4),
  });
  return [...random.some(all, 120), ...rack];
}
