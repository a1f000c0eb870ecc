/** The scheme of the sample's files. The manifest's activation events repeat it. */
export const SAMPLE_SCHEME = "ackwise-sample";

/** The sample's files, the producer's first; they lie in `client/sample/<language>/`. */
export const SAMPLE_FILES = [
  "producer.properties",
  "broken-producer.properties",
  "peak.ackwise.yaml",
  ".ackwise.yaml",
] as const;
