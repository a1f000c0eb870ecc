package ackwise.conformance;

import java.util.Collection;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.LeaderIdAndEpoch;
import org.apache.kafka.common.message.ProduceResponseData.NodeEndpoint;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;

/** The leaders in a produce response (KIP-951). A class of its own: releases before 3.7 have none of these. */
final class LeaderHints {
    private LeaderHints() {}

    static boolean exist() {
        try {
            Class.forName("org.apache.kafka.common.message.ProduceResponseData$LeaderIdAndEpoch");
            return true;
        } catch (ClassNotFoundException before37) {
            return false;
        }
    }

    static void add(PartitionProduceResponse partition, ScriptedLeaders.Leader leader) {
        partition.setCurrentLeader(new LeaderIdAndEpoch().setLeaderId(leader.node()).setLeaderEpoch(leader.epoch()));
    }

    static void addNodes(ProduceResponseData data, Iterable<Node> nodes) {
        Collection<NodeEndpoint> endpoints = data.nodeEndpoints();
        for (Node node : nodes)
            endpoints.add(new NodeEndpoint().setNodeId(node.id()).setHost(node.host()).setPort(node.port()));
    }
}
