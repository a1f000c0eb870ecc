/** The releases of kafka-clients the constructor oracle asks, in order: the first and last of each line, and where verdicts change between. */
export const RELEASES = [
  ...["2.1.1", "2.2.0", "2.2.2", "2.3.1", "2.4.1", "2.5.1", "2.6.3", "2.7.2", "2.8.2"],
  ...[
    "3.0.0",
    "3.0.1",
    "3.0.2",
    "3.1.0",
    "3.1.1",
    "3.1.2",
    "3.2.0",
    "3.2.3",
    "3.3.0",
    "3.3.1",
    "3.3.2",
    "3.4.0",
    "3.4.1",
  ],
  ...["3.5.0", "3.5.1", "3.5.2", "3.6.2", "3.7.0", "3.7.1", "3.7.2", "3.8.0", "3.8.1", "3.9.0", "3.9.1", "3.9.2"],
  ...["4.0.0", "4.0.2", "4.1.0", "4.1.2", "4.2.0", "4.2.2", "4.3.0", "4.3.1", "4.4.0"],
];

/** What stands before a text that says base: true; the last assignment of a key wins, so a text can change it. */
export const BASE = [
  "bootstrap.servers=127.0.0.1:1",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
];
