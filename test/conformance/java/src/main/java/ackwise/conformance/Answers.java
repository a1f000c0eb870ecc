package ackwise.conformance;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.InitProducerIdResponse;
import org.apache.kafka.common.requests.ProduceResponse;

/** Gives requests their answers, as NetworkClient would. */
final class Answers {
    private static final long PRODUCER_ID = 1;
    private static final long NO_TIMESTAMP = -1;
    private static final Set<Errors> NAME_THE_LEADER =
            Set.of(Errors.NOT_LEADER_OR_FOLLOWER, Errors.FENCED_LEADER_EPOCH);
    private static final boolean SHOW_FAILURES = Boolean.getBoolean("ackwise.show.failures");

    private Answers() {}

    static void producerId(ClientRequest request, long nowMs) {
        InitProducerIdResponseData data =
                new InitProducerIdResponseData().setProducerId(PRODUCER_ID).setProducerEpoch((short) 0);
        answer(request, nowMs, new InitProducerIdResponse(data));
    }

    /** acks=0: written is done. */
    static void withoutBody(ScriptedNode.Sent sent, long nowMs) {
        answer(sent.request(), nowMs, null);
    }

    /** {@code nodes}: all of them if answers name the leader, which only some errors do; else none. */
    static void results(ScriptedNode.Due due, long nowMs, List<Node> nodes) {
        ProduceResponseData data = new ProduceResponseData();
        if (!nodes.isEmpty()) LeaderHints.addNodes(data, nodes);
        // The collection's own add names a class that moved in 4.4.
        Collection<TopicProduceResponse> topics = data.responses();
        TopicProduceResponse topic = null;
        // A request holds the batches of a topic next to each other.
        for (ScriptedNode.Result result : due.results()) {
            if (topic == null || !topic.name().equals(result.batch().topic())) {
                topic = new TopicProduceResponse().setName(result.batch().topic());
                topics.add(topic);
            }
            PartitionProduceResponse answer = new PartitionProduceResponse()
                    .setIndex(result.batch().partition())
                    .setErrorCode(result.error().code())
                    .setBaseOffset(result.baseOffset())
                    .setLogAppendTimeMs(NO_TIMESTAMP)
                    .setLogStartOffset(-1);
            if (!nodes.isEmpty() && NAME_THE_LEADER.contains(result.error())) LeaderHints.add(answer, result.leader());
            topic.partitionResponses().add(answer);
        }
        answer(due.sent().request(), nowMs, new ProduceResponse(data));
    }

    static void lost(ClientRequest request, long nowMs, boolean timedOut) {
        complete(ClientInternals.disconnected(request, version(request), nowMs, timedOut));
    }

    static void answer(ClientRequest request, long nowMs, AbstractResponse body) {
        complete(ClientInternals.answered(request, version(request), nowMs, body));
    }

    /** As NetworkClient.completeResponses: what a completion throws is logged, and the next one has its turn. */
    private static void complete(ClientResponse response) {
        try {
            response.onComplete();
        } catch (Effect.OracleBroken broken) {
            throw broken;
        } catch (Exception logged) {
            if (SHOW_FAILURES) System.err.println(response.receivedTimeMs() + " ms: " + logged);
        }
    }

    private static short version(ClientRequest request) {
        return request.requestBuilder().latestAllowedVersion();
    }
}
