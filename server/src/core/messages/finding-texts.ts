/** English of what stands in findings besides a rule's own messages; a translation is looked up as `finding/<id>`. */
export const FINDING_TEXTS = {
  "client-says": "Kafka: {client}",
} as const;
