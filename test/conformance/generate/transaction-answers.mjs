// Answers of the coordinator, and of partition leaders, in scripts with transactions.

/** Asked again: where the coordinator is, or later. */
const NOT_NOW = [
  "COORDINATOR_NOT_AVAILABLE",
  "NOT_COORDINATOR",
  "COORDINATOR_LOAD_IN_PROGRESS",
  "CONCURRENT_TRANSACTIONS",
];
const FENCED = ["PRODUCER_FENCED", "INVALID_PRODUCER_EPOCH"];
const REFUSED = ["TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "INVALID_TXN_STATE", "INVALID_PRODUCER_ID_MAPPING"];
const ABORTABLE = ["TRANSACTION_ABORTABLE", "UNKNOWN_PRODUCER_ID", "TOPIC_AUTHORIZATION_FAILED"];
const UNEXPECTED = ["UNKNOWN_SERVER_ERROR", "REQUEST_TIMED_OUT", "CLUSTER_AUTHORIZATION_FAILED"];
const SLOW_MS = [0, 1, 3, 17, 40, 100, 250, 600];

/** What leaders say of transactions. */
export const PRODUCE_ERRORS = [
  ...["PRODUCER_FENCED", "INVALID_PRODUCER_EPOCH", "INVALID_TXN_STATE", "INVALID_PRODUCER_ID_MAPPING"],
  ...["TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "CONCURRENT_TRANSACTIONS", "COORDINATOR_LOAD_IN_PROGRESS"],
  ...["NOT_COORDINATOR", "COORDINATOR_NOT_AVAILABLE", "TRANSACTION_ABORTABLE"],
];

const APIS = ["FindCoordinator", "InitProducerId", "AddPartitionsToTxn", "EndTxn"];
/** FindCoordinator is answered otherwise for want of a coordinator only. */
const FIND_ERRORS = {
  notNow: ["COORDINATOR_NOT_AVAILABLE", "COORDINATOR_LOAD_IN_PROGRESS"],
  fenced: ["TRANSACTIONAL_ID_AUTHORIZATION_FAILED"],
  refused: ["TRANSACTIONAL_ID_AUTHORIZATION_FAILED"],
  abortable: ["TRANSACTION_ABORTABLE"],
  unexpected: ["UNKNOWN_SERVER_ERROR"],
};
const ERRORS = { notNow: NOT_NOW, fenced: FENCED, refused: REFUSED, abortable: ABORTABLE, unexpected: UNEXPECTED };

/** Answers for the first requests of each kind, with the given chance. */
export function coordinatorAnswers(random, forms, chance, partitions, { rtt, requestTimeoutMs }) {
  return APIS.flatMap((api) =>
    Array.from({ length: random.pick([2, 5, 9]) }, (_, request) => ({ api, request })).flatMap((place) => {
      if (!random.chance(api === "FindCoordinator" ? chance / 2 : chance)) return [];
      return [{ ...place, ...answer(random, api, random.pick(forms), partitions, { rtt, requestTimeoutMs }) }];
    }),
  );
}

function answer(random, api, form, partitions, { rtt, requestTimeoutMs }) {
  const applied = random.chance(0.5) ? { applied: true } : {};
  switch (form) {
    case "after":
      return { after: random.pick([...SLOW_MS, requestTimeoutMs - 1, requestTimeoutMs, requestTimeoutMs + 5]) };
    case "disconnect":
      return { disconnect: random.pick([0, 1, rtt, 20, 60, 200]), ...applied };
    case "silent":
      return { silent: true, ...applied };
    default: {
      const after = random.chance(0.3) ? { after: random.pick(SLOW_MS) } : {};
      const error = random.pick((api === "FindCoordinator" ? FIND_ERRORS : ERRORS)[form]);
      const some = api === "AddPartitionsToTxn" && random.chance(0.4);
      return {
        error,
        ...(some && { partitions: random.some(partitions, random.between(1, partitions.length)) }),
        ...after,
      };
    }
  }
}
