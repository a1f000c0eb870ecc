import { errorFacts, type ProduceError } from "./errors.js";
import type { TransactionManager } from "./transaction-manager.js";
import type { CoordinatorAnswer, TransactionApi, TransactionalRequest } from "./transaction-request.js";
import type { Failure, TransactionBehaviour } from "./transaction-state.js";

/** After CONCURRENT_TRANSACTIONS for the first partitions of a transaction (`ADD_PARTITIONS_RETRY_BACKOFF_MS`). */
const CONCURRENT_BACKOFF_MS = 20;

/** What up to 3.3.1 was asked again, besides what tells that another broker coordinates. */
const ONCE_RETRIED: Readonly<Record<TransactionApi, readonly ProduceError[]>> = {
  FindCoordinator: [],
  InitProducerId: ["COORDINATOR_LOAD_IN_PROGRESS", "CONCURRENT_TRANSACTIONS"],
  AddPartitionsToTxn: ["COORDINATOR_LOAD_IN_PROGRESS", "UNKNOWN_TOPIC_OR_PARTITION"],
  EndTxn: ["COORDINATOR_LOAD_IN_PROGRESS", "CONCURRENT_TRANSACTIONS"],
};

/** What an answer of the coordinator does to the transaction (the `handleResponse` of the request handlers). */
export function handleAnswer(
  manager: TransactionManager,
  request: TransactionalRequest,
  answer: CoordinatorAnswer,
): void {
  if (request.api === "AddPartitionsToTxn") request.backoffMs = Infinity;
  const { error } = answer;
  if (error === undefined) {
    succeed(manager, request, answer);
    return;
  }
  const { behaviour } = manager;
  const hasMoved = error === "NOT_COORDINATOR" || error === "COORDINATOR_NOT_AVAILABLE";
  if (request.needsCoordinator && hasMoved) {
    manager.findCoordinator();
    manager.retry(request);
  } else if (isRetried(request.api, error, behaviour)) {
    const isFirst = request.api === "AddPartitionsToTxn" && manager.added.size === 0;
    if (isFirst && error === "CONCURRENT_TRANSACTIONS") request.backoffMs = CONCURRENT_BACKOFF_MS;
    manager.retry(request);
  } else fail(manager, request, error, answer);
}

function isRetried(api: TransactionApi, error: ProduceError, behaviour: TransactionBehaviour): boolean {
  if (api === "FindCoordinator" && error === "COORDINATOR_NOT_AVAILABLE") return true;
  if (api === "AddPartitionsToTxn" && error === "CONCURRENT_TRANSACTIONS") return true;
  return behaviour.retriesAllRetriable ? errorFacts(error).retriable : ONCE_RETRIED[api].includes(error);
}

function succeed(manager: TransactionManager, request: TransactionalRequest, { epoch }: CoordinatorAnswer): void {
  switch (request.api) {
    case "FindCoordinator":
      manager.knowsCoordinator = true;
      break;
    case "InitProducerId":
      manager.setEpoch(epoch ?? 0, request.raisesEpoch);
      if (!manager.toReady()) return;
      break;
    case "AddPartitionsToTxn":
      for (const partition of request.partitions) {
        manager.pending.delete(partition);
        manager.added.add(partition);
      }
      manager.isStarted = true;
      break;
    case "EndTxn":
      if (epoch !== undefined) manager.setEpoch(epoch, true);
      if (!manager.endTransaction()) return;
      break;
  }
  request.result.done();
}

function fail(
  manager: TransactionManager,
  request: TransactionalRequest,
  error: ProduceError,
  answer: CoordinatorAnswer,
): void {
  const { api } = request;
  const { behaviour } = manager;
  const failure: Failure = { exception: errorFacts(error).exception };
  const isFenced = error === "INVALID_PRODUCER_EPOCH" || error === "PRODUCER_FENCED";
  if (api !== "FindCoordinator" && isFenced) {
    manager.failFatal(request, { exception: "ProducerFencedException" });
    return;
  }
  if (error === "TRANSACTION_ABORTABLE") {
    // An abort that could be aborted again would go on for ever.
    if (api === "EndTxn" && !request.commits && behaviour.wrapsAbortable)
      manager.failFatal(request, { exception: "KafkaException", cause: failure.exception });
    else manager.failAbortable(request, failure);
    return;
  }
  if (error === "TRANSACTIONAL_ID_AUTHORIZATION_FAILED" || error === "CLUSTER_AUTHORIZATION_FAILED") {
    if (api === "InitProducerId" && behaviour.recoversFromRefusal) manager.failAbortable(request, failure);
    else if (api === "InitProducerId" || error === "TRANSACTIONAL_ID_AUTHORIZATION_FAILED")
      manager.failFatal(request, failure);
    else failUnexpected(manager, request, answer);
    return;
  }
  if (api === "AddPartitionsToTxn" || api === "EndTxn") failOfTransaction(manager, request, error, answer);
  else manager.failFatal(request, { exception: "KafkaException" });
}

/** What only the requests within a transaction know. */
function failOfTransaction(
  manager: TransactionManager,
  request: TransactionalRequest,
  error: ProduceError,
  answer: CoordinatorAnswer,
): void {
  const { behaviour } = manager;
  const failure: Failure = { exception: errorFacts(error).exception };
  if (error === "INVALID_TXN_STATE") {
    const isWrapped = request.api === "AddPartitionsToTxn" && !behaviour.recoversFromRefusal;
    manager.failFatal(request, isWrapped ? { exception: "KafkaException", cause: failure.exception } : failure);
  } else if (error === "INVALID_PRODUCER_ID_MAPPING" && behaviour.lostProducerIdIsFatal)
    manager.failFatal(request, failure);
  else if (error === "INVALID_PRODUCER_ID_MAPPING" || error === "UNKNOWN_PRODUCER_ID")
    manager.failAbortableIfPossible(request, failure);
  else failUnexpected(manager, request, answer);
}

function failUnexpected(
  manager: TransactionManager,
  request: TransactionalRequest,
  { error }: CoordinatorAnswer,
): void {
  if (request.api !== "AddPartitionsToTxn") {
    manager.failFatal(request, { exception: "KafkaException" });
    return;
  }
  for (const partition of request.partitions) manager.pending.delete(partition);
  const isUnauthorized = error === "TOPIC_AUTHORIZATION_FAILED";
  manager.failAbortable(request, { exception: isUnauthorized ? "TopicAuthorizationException" : "KafkaException" });
}
