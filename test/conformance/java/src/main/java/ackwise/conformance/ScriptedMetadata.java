package ackwise.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.ProducerMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.MetadataResponse;

/** Tells the producer's own metadata what the script says; nothing of it ever changes. */
final class ScriptedMetadata {
    private static final String HOST = "node";
    private static final int HASH_BITS = 0xff;

    private final TraceScript script;
    private final ProducerMetadata metadata;
    private final List<Node> nodes = new ArrayList<>();

    ScriptedMetadata(TraceScript script, Object metadata) {
        this.script = script;
        this.metadata = (ProducerMetadata) metadata;
        for (int id = 0; id < script.nodeCount(); id++) nodes.add(node(id));
    }

    Node anyNode() {
        return nodes.get(0);
    }

    void answerIfAsked(long nowMs) {
        if (metadata.updateRequested()) answer(nowMs);
    }

    void answer(long nowMs) {
        script.topics().forEach(topic -> metadata.add(topic.name(), nowMs));
        short version = ApiKeys.METADATA.latestVersion();
        metadata.updateWithCurrentRequestVersion(new MetadataResponse(data(), version), false, nowMs);
        // The view builds its Cluster in the order of a hash map; scripts say in which order partitions stand.
        ClientInternals.setField(ClientInternals.metadataView(metadata), "clusterInstance", cluster());
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
                List<Integer> leader = List.of(told.leaders().get(partition));
                topic.partitions().add(new MetadataResponsePartition()
                        .setPartitionIndex(partition)
                        .setLeaderId(leader.get(0))
                        .setLeaderEpoch(1)
                        .setReplicaNodes(leader)
                        .setIsrNodes(leader));
            }
            topics.add(topic);
        }
        return data;
    }

    private Cluster cluster() {
        List<PartitionInfo> partitions = new ArrayList<>();
        for (TraceScript.Topic topic : script.topics()) {
            for (int partition = 0; partition < topic.leaders().size(); partition++) {
                Node leader = nodes.get(topic.leaders().get(partition));
                Node[] replicas = {leader};
                partitions.add(new PartitionInfo(topic.name(), partition, leader, replicas, replicas));
            }
        }
        return new Cluster("script", nodes, partitions, Set.of(), Set.of(), Set.of(), null);
    }
}
