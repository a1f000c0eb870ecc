/** English of what stands in findings besides a rule's own messages; a translation is looked up as `finding/<id>`. */
export const FINDING_TEXTS = {
  "client-says": "Kafka: {client}",
  "more-findings":
    "{count} more findings of {rule} from here on are not listed. Ackwise lists {most} per rule and file.",
  "with-default": "This applies if the default of the placeholder is used.",
} as const;
