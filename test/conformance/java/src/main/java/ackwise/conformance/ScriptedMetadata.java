package ackwise.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.ProducerMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataResponse;

/** Tells the producer's own metadata what the script says, when that asks (NetworkClient.DefaultMetadataUpdater). */
final class ScriptedMetadata {
    private static final String HOST = "node";
    private static final int HASH_BITS = 0xff;

    private final TraceScript script;
    private final ScriptedLeaders leaders;
    private final ProducerMetadata metadata;
    private final List<Node> nodes = new ArrayList<>();
    /** Without moves the content never changes, and a wanted update comes at once. */
    private final boolean moves;
    /** What was answered and is on its way, or null. */
    private MetadataResponseData underWay;
    private long dueMs = ScriptedNode.NEVER;
    private Object lastView;

    ScriptedMetadata(TraceScript script, ScriptedLeaders leaders, Object metadata) {
        this.script = script;
        this.leaders = leaders;
        this.metadata = (ProducerMetadata) metadata;
        this.moves = !script.moves().isEmpty();
        for (int id = 0; id < script.nodeCount(); id++) nodes.add(node(id));
    }

    Node anyNode() {
        return nodes.get(0);
    }

    /** The nodes, if produce answers name the leader. */
    List<Node> hintedNodes() {
        return moves && script.leaderHints() && LeaderHints.exist() ? nodes : List.of();
    }

    /** The first metadata, known before anything is sent. */
    void start() {
        script.topics().forEach(topic -> metadata.add(topic.name(), 0));
        update(data(), 0);
    }

    /** Asks if the client wants news and may ask again. The answer is made at once, and arrives later. */
    void askIfDue(long nowMs) {
        if (!moves) {
            if (metadata.updateRequested()) update(data(), nowMs);
            return;
        }
        if (underWay != null || metadata.timeToNextUpdate(nowMs) > 0) return;
        underWay = data();
        dueMs = nowMs + script.metadataMs();
    }

    /** When its next step is due: an answer arrives, or another may be asked for. */
    long nextDueMs(long nowMs) {
        if (!moves) return ScriptedNode.NEVER;
        return underWay == null ? nowMs + metadata.timeToNextUpdate(nowMs) : dueMs;
    }

    /** When an answer arrives. */
    long arrivesMs() {
        return dueMs;
    }

    /** Hands over an answer that is due. */
    boolean arrive(long nowMs) {
        if (underWay == null || dueMs > nowMs) return false;
        update(underWay, nowMs);
        underWay = null;
        dueMs = ScriptedNode.NEVER;
        return true;
    }

    /** A connection closed: the metadata may be out of date (NetworkClient.processDisconnection). */
    void disconnected() {
        if (moves) ClientInternals.requestUpdate(metadata);
    }

    /** The view builds its Cluster in the order of a hash map; scripts say in which order partitions stand. */
    void sort() {
        Object view = ClientInternals.metadataView(metadata);
        if (view == lastView) return;
        lastView = view;
        ClientInternals.setField(view, "clusterInstance", sorted(metadata.fetch()));
    }

    private void update(MetadataResponseData data, long nowMs) {
        short version = ApiKeys.METADATA.latestVersion();
        metadata.updateWithCurrentRequestVersion(new MetadataResponse(data, version), false, nowMs);
        sort();
    }

    /** A node whose hash is its number: the Sender goes through a hash set of nodes, scripts go by number. */
    private static Node node(int id) {
        for (int port = 1; port <= 0xffff; port++) {
            Node node = new Node(id, HOST, port);
            int hash = node.hashCode() ^ node.hashCode() >>> 16;
            if ((hash & HASH_BITS) == id) return node;
        }
        throw new Effect.OracleBroken("no port gives node " + id + " its place");
    }

    private MetadataResponseData data() {
        MetadataResponseData data = new MetadataResponseData();
        // The collections' own add names a class that moved in 4.4.
        Collection<MetadataResponseBroker> brokers = data.brokers();
        Collection<MetadataResponseTopic> topics = data.topics();
        for (Node node : nodes)
            brokers.add(new MetadataResponseBroker().setNodeId(node.id()).setHost(HOST).setPort(node.port()));
        for (TraceScript.Topic told : script.topics()) {
            MetadataResponseTopic topic = new MetadataResponseTopic().setName(told.name());
            for (int partition = 0; partition < told.leaders().size(); partition++) {
                ScriptedLeaders.Leader leader = leaders.of(told.name() + "-" + partition);
                List<Integer> replicas = List.of(told.leaders().get(partition));
                Errors error = leader.node() < 0 ? Errors.LEADER_NOT_AVAILABLE : Errors.NONE;
                topic.partitions().add(new MetadataResponsePartition()
                        .setErrorCode(error.code())
                        .setPartitionIndex(partition)
                        .setLeaderId(leader.node())
                        .setLeaderEpoch(leader.epoch())
                        .setReplicaNodes(replicas)
                        .setIsrNodes(replicas));
            }
            topics.add(topic);
        }
        return data;
    }

    private Cluster sorted(Cluster known) {
        List<PartitionInfo> partitions = new ArrayList<>();
        for (TraceScript.Topic topic : script.topics()) {
            for (int partition = 0; partition < topic.leaders().size(); partition++)
                partitions.add(known.partition(new TopicPartition(topic.name(), partition)));
        }
        return new Cluster("script", nodes, partitions, Set.of(), Set.of(), Set.of(), null);
    }
}
