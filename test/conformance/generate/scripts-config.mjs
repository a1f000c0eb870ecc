// What a release takes of a script's configuration.

/** Whether a release is at least the wanted one. */
export const atLeast = (release, ...wanted) => {
  const numbers = release.split(".").map(Number);
  const at = wanted.findIndex((number, index) => numbers[index] !== number);
  return at === -1 || numbers[at] > wanted[at];
};

/**
 * The configuration without what the release lacks or refuses: before 3.7 there is no retry.backoff.max.ms, and since 4.0
 * more than 5 requests in flight must come with idempotence switched off.
 */
export function configFor(release, config) {
  const fitting = { ...config };
  if (!atLeast(release, 3, 7)) delete fitting["retry.backoff.max.ms"];
  const inFlight = Number(config["max.in.flight.requests.per.connection"] ?? 5);
  if (atLeast(release, 4, 0) && inFlight > 5 && config["enable.idempotence"] === undefined)
    delete fitting["max.in.flight.requests.per.connection"];
  return fitting;
}
