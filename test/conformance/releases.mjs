import { readFileSync } from "node:fs";

/** The releases asked, by recording (releases.json): the constructor's, and the sets of scripts that are played. */
export const RECORDED_RELEASES = JSON.parse(readFileSync(new URL("releases.json", import.meta.url), "utf8"));

/** The releases of kafka-clients the constructor oracle asks, in order: the first and last of each line, and where verdicts change between. */
export const RELEASES = RECORDED_RELEASES.constructor;

/** What stands before a text that says base: true; the last assignment of a key wins, so a text can change it. */
export const BASE = [
  "bootstrap.servers=127.0.0.1:1",
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer",
  "value.serializer=org.apache.kafka.common.serialization.StringSerializer",
];
