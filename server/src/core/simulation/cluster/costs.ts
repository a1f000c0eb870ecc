/** What the model assumes of machines and network; all of it can be set (producer-runtime.md 7.3: calibrate). */
export interface ModelCosts {
  /** Client to broker and back. */
  readonly clientRttUs: number;
  /** Broker to broker and back. */
  readonly brokerRttUs: number;
  /** What a host can send, in bytes per microsecond (1,250 = 10 Gbit/s). */
  readonly bandwidthBytesPerUs: number;
  /** Application thread: one send() with serialization and append, and per byte of the record. */
  readonly sendUs: number;
  readonly sendPerByteUs: number;
  /** Sender thread: one pass, per batch of a request, per callback; and until it wakes from its poll. */
  readonly passUs: number;
  readonly passPerBatchUs: number;
  readonly callbackUs: number;
  readonly wakeUs: number;
  /** Broker: threads that handle requests; one request, per partition in it, per byte. */
  readonly ioThreads: number;
  readonly requestUs: number;
  readonly requestPerPartitionUs: number;
  readonly requestPerByteUs: number;
  /** Broker: from writing an answer to reading the next request of the connection. */
  readonly unmuteUs: number;
  /** Follower: appending a fetch answer, per partition in it, per byte; leader: handling a fetch. */
  readonly fetchAppendUs: number;
  readonly fetchPerPartitionUs: number;
  readonly fetchPerByteUs: number;
  readonly fetchHandleUs: number;
}

/** A cluster in one data centre: the starting values of producer-runtime.md 7.3. */
export const LOCAL_COSTS: ModelCosts = {
  clientRttUs: 300,
  brokerRttUs: 300,
  bandwidthBytesPerUs: 1_250,
  sendUs: 0.7,
  sendPerByteUs: 0.0005,
  passUs: 15,
  passPerBatchUs: 2,
  callbackUs: 0.1,
  wakeUs: 30,
  ioThreads: 8,
  requestUs: 80,
  requestPerPartitionUs: 10,
  requestPerByteUs: 0.0003,
  unmuteUs: 75,
  fetchAppendUs: 100,
  fetchPerPartitionUs: 10,
  fetchPerByteUs: 0.0003,
  fetchHandleUs: 100,
};

/** Nothing takes time: what remains is what the algorithms themselves do. */
export const FREE_COSTS: ModelCosts = {
  clientRttUs: 0,
  brokerRttUs: 0,
  bandwidthBytesPerUs: Infinity,
  sendUs: 0,
  sendPerByteUs: 0,
  passUs: 0,
  passPerBatchUs: 0,
  callbackUs: 0,
  wakeUs: 0,
  ioThreads: 1,
  requestUs: 0,
  requestPerPartitionUs: 0,
  requestPerByteUs: 0,
  unmuteUs: 0,
  fetchAppendUs: 0,
  fetchPerPartitionUs: 0,
  fetchPerByteUs: 0,
  fetchHandleUs: 0,
};
