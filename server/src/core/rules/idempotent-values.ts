/** What each setting must be for an idempotent producer: the value nearest to what people mean. */
export const IDEMPOTENT_VALUES: Readonly<Record<string, string>> = {
  acks: "all",
  retries: "2147483647",
  "max.in.flight.requests.per.connection": "5",
};
