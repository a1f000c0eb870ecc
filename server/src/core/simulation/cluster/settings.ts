/** What brokers and controller are set to, with the names in Kafka, and how brokers of their release behave. */
export interface ClusterSettings {
  /** broker.session.timeout.ms: a broker that is not heard of for so long is fenced. */
  readonly sessionTimeoutUs: number;
  /** broker.heartbeat.interval.ms. */
  readonly heartbeatUs: number;
  /** From a decision of the controller until a broker acts on it: this much, plus up to as much again by chance [A]. */
  readonly metadataUs: number;
  /** replica.lag.time.max.ms; checked every half of it. */
  readonly replicaLagUs: number;
  /** message.max.bytes, compared with a whole batch. */
  readonly maxMessageBytes: number;
  /** unclean.leader.election.enable. */
  readonly uncleanElection: boolean;
  /** Quota producer_byte_rate of every client, by broker; Infinity for none. */
  readonly producerBytesPerSecond: number;
  /** Brokers before 3.7 raise the high watermark with too few replicas in sync, and then answer NOT_ENOUGH_REPLICAS_AFTER_APPEND. */
  readonly highWatermarkBelowMinInsync: boolean;
  /** Brokers before 3.7 do not lower min.insync.replicas to the number of replicas: acks=all is refused (KIP-966). */
  readonly minInsyncAboveReplicas: boolean;
  /** Brokers from 3.7 on name the leader in an answer with NOT_LEADER_OR_FOLLOWER (KIP-951). */
  readonly namesLeaders: boolean;
  /** Leaders from 3.6 on ask the coordinator about the first batch of a transaction (KIP-890). */
  readonly verifiesTransactions: boolean;
  /** connections.max.idle.ms of the brokers. */
  readonly connectionsMaxIdleUs: number;
  /** Mean of what chance adds to a message's way between two hosts (exponentially distributed). */
  readonly jitterUs: number;
  /** Share of packets that are lost: TCP sends them again, later. */
  readonly lossRate: number;
}

/** Kafka's defaults on a network without chance. */
export const DEFAULT_CLUSTER: ClusterSettings = {
  sessionTimeoutUs: 9_000_000,
  heartbeatUs: 2_000_000,
  metadataUs: 10_000,
  replicaLagUs: 30_000_000,
  maxMessageBytes: 1_048_588,
  uncleanElection: false,
  producerBytesPerSecond: Infinity,
  highWatermarkBelowMinInsync: false,
  minInsyncAboveReplicas: false,
  namesLeaders: true,
  verifiesTransactions: true,
  connectionsMaxIdleUs: 600_000_000,
  jitterUs: 0,
  lossRate: 0,
};
