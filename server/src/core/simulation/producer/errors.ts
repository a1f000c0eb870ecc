/** What the model needs to know of a broker's error code (`Errors.java` and its exception hierarchy). */
export interface ErrorFacts {
  /** Simple name of the exception the application sees. */
  readonly exception: string;
  /** The exception is a `RetriableException`. */
  readonly retriable: boolean;
  /** The exception puts an idempotent producer into its fatal state (`TransactionManager.maybeTransitionToErrorState`). */
  readonly fatal: boolean;
}

function retriable(exception: string): ErrorFacts {
  return { exception, retriable: true, fatal: false };
}

function final(exception: string): ErrorFacts {
  return { exception, retriable: false, fatal: false };
}

function fatal(exception: string): ErrorFacts {
  return { exception, retriable: false, fatal: true };
}

/** A produce answer's error code other than NONE, by its name in `Errors.java`. */
export type ProduceError =
  | "UNKNOWN_SERVER_ERROR"
  | "CORRUPT_MESSAGE"
  | "UNKNOWN_TOPIC_OR_PARTITION"
  | "LEADER_NOT_AVAILABLE"
  | "NOT_LEADER_OR_FOLLOWER"
  | "REQUEST_TIMED_OUT"
  | "REPLICA_NOT_AVAILABLE"
  | "MESSAGE_TOO_LARGE"
  | "NETWORK_EXCEPTION"
  | "INVALID_TOPIC_EXCEPTION"
  | "RECORD_LIST_TOO_LARGE"
  | "NOT_ENOUGH_REPLICAS"
  | "NOT_ENOUGH_REPLICAS_AFTER_APPEND"
  | "INVALID_REQUIRED_ACKS"
  | "TOPIC_AUTHORIZATION_FAILED"
  | "CLUSTER_AUTHORIZATION_FAILED"
  | "INVALID_TIMESTAMP"
  | "UNSUPPORTED_VERSION"
  | "INVALID_REQUEST"
  | "UNSUPPORTED_FOR_MESSAGE_FORMAT"
  | "POLICY_VIOLATION"
  | "OUT_OF_ORDER_SEQUENCE_NUMBER"
  | "DUPLICATE_SEQUENCE_NUMBER"
  | "INVALID_PRODUCER_EPOCH"
  | "KAFKA_STORAGE_ERROR"
  | "UNKNOWN_PRODUCER_ID"
  | "LISTENER_NOT_FOUND"
  | "FENCED_LEADER_EPOCH"
  | "UNKNOWN_LEADER_EPOCH"
  | "UNSUPPORTED_COMPRESSION_TYPE"
  | "THROTTLING_QUOTA_EXCEEDED"
  | "INVALID_RECORD"
  | "UNKNOWN_TOPIC_ID"
  | TransactionError;

/** What coordinators answer, and leaders of partitions that ask them (KIP-890). */
export type TransactionError =
  | "COORDINATOR_LOAD_IN_PROGRESS"
  | "COORDINATOR_NOT_AVAILABLE"
  | "NOT_COORDINATOR"
  | "CONCURRENT_TRANSACTIONS"
  | "PRODUCER_FENCED"
  | "INVALID_TXN_STATE"
  | "INVALID_PRODUCER_ID_MAPPING"
  | "TRANSACTIONAL_ID_AUTHORIZATION_FAILED"
  | "TRANSACTION_ABORTABLE";

const PRODUCE_ERRORS: Readonly<Record<ProduceError, ErrorFacts>> = {
  UNKNOWN_SERVER_ERROR: final("UnknownServerException"),
  CORRUPT_MESSAGE: retriable("CorruptRecordException"),
  UNKNOWN_TOPIC_OR_PARTITION: retriable("UnknownTopicOrPartitionException"),
  LEADER_NOT_AVAILABLE: retriable("LeaderNotAvailableException"),
  NOT_LEADER_OR_FOLLOWER: retriable("NotLeaderOrFollowerException"),
  REQUEST_TIMED_OUT: retriable("TimeoutException"),
  REPLICA_NOT_AVAILABLE: retriable("ReplicaNotAvailableException"),
  MESSAGE_TOO_LARGE: final("RecordTooLargeException"),
  NETWORK_EXCEPTION: retriable("NetworkException"),
  INVALID_TOPIC_EXCEPTION: final("InvalidTopicException"),
  RECORD_LIST_TOO_LARGE: final("RecordBatchTooLargeException"),
  NOT_ENOUGH_REPLICAS: retriable("NotEnoughReplicasException"),
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: retriable("NotEnoughReplicasAfterAppendException"),
  INVALID_REQUIRED_ACKS: final("InvalidRequiredAcksException"),
  TOPIC_AUTHORIZATION_FAILED: final("TopicAuthorizationException"),
  CLUSTER_AUTHORIZATION_FAILED: fatal("ClusterAuthorizationException"),
  INVALID_TIMESTAMP: final("InvalidTimestampException"),
  UNSUPPORTED_VERSION: fatal("UnsupportedVersionException"),
  INVALID_REQUEST: final("InvalidRequestException"),
  UNSUPPORTED_FOR_MESSAGE_FORMAT: final("UnsupportedForMessageFormatException"),
  POLICY_VIOLATION: final("PolicyViolationException"),
  OUT_OF_ORDER_SEQUENCE_NUMBER: final("OutOfOrderSequenceException"),
  DUPLICATE_SEQUENCE_NUMBER: final("DuplicateSequenceException"),
  INVALID_PRODUCER_EPOCH: final("InvalidProducerEpochException"),
  KAFKA_STORAGE_ERROR: retriable("KafkaStorageException"),
  UNKNOWN_PRODUCER_ID: final("UnknownProducerIdException"),
  LISTENER_NOT_FOUND: retriable("ListenerNotFoundException"),
  FENCED_LEADER_EPOCH: retriable("FencedLeaderEpochException"),
  UNKNOWN_LEADER_EPOCH: retriable("UnknownLeaderEpochException"),
  UNSUPPORTED_COMPRESSION_TYPE: final("UnsupportedCompressionTypeException"),
  THROTTLING_QUOTA_EXCEEDED: retriable("ThrottlingQuotaExceededException"),
  INVALID_RECORD: final("InvalidRecordException"),
  UNKNOWN_TOPIC_ID: retriable("UnknownTopicIdException"),
  COORDINATOR_LOAD_IN_PROGRESS: retriable("CoordinatorLoadInProgressException"),
  COORDINATOR_NOT_AVAILABLE: retriable("CoordinatorNotAvailableException"),
  NOT_COORDINATOR: retriable("NotCoordinatorException"),
  // From 3.3.2 on; see ProducerBehaviour.retriesConcurrentTransactions.
  CONCURRENT_TRANSACTIONS: retriable("ConcurrentTransactionsException"),
  PRODUCER_FENCED: fatal("ProducerFencedException"),
  INVALID_TXN_STATE: final("InvalidTxnStateException"),
  INVALID_PRODUCER_ID_MAPPING: final("InvalidPidMappingException"),
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: fatal("TransactionalIdAuthorizationException"),
  TRANSACTION_ABORTABLE: final("TransactionAbortableException"),
};

/** The facts about an error code. */
export function errorFacts(error: ProduceError): ErrorFacts {
  return PRODUCE_ERRORS[error];
}

/** Errors whose exception is an `InvalidMetadataException`: the client wants to know anew who leads. */
const STALE_METADATA: ReadonlySet<ProduceError> = new Set<ProduceError>([
  "UNKNOWN_TOPIC_OR_PARTITION",
  "LEADER_NOT_AVAILABLE",
  "NOT_LEADER_OR_FOLLOWER",
  "REPLICA_NOT_AVAILABLE",
  "NETWORK_EXCEPTION",
  "KAFKA_STORAGE_ERROR",
  "LISTENER_NOT_FOUND",
  "FENCED_LEADER_EPOCH",
  "UNKNOWN_TOPIC_ID",
]);

/** Whether an error makes the client ask for the metadata. */
export function isStaleMetadata(error: ProduceError): boolean {
  return STALE_METADATA.has(error);
}

/** Whether a text names an error code of a produce answer. */
export function isProduceError(text: string): text is ProduceError {
  return Object.hasOwn(PRODUCE_ERRORS, text);
}

/** The exception is a `RetriableException`: a batch ends with it only when it may not be tried again. */
export function isRetriableException(name: string): boolean {
  return Object.values(PRODUCE_ERRORS).some(
    ({ exception, retriable: isRetriable }) => isRetriable && exception === name,
  );
}
