package ackwise.conformance;

import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.InitProducerIdResponse;
import org.apache.kafka.common.requests.ProduceResponse;

/** Gives requests their answers, as NetworkClient would. */
final class Answers {
    private static final long PRODUCER_ID = 1;
    private static final long NO_TIMESTAMP = -1;

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

    static void results(ScriptedNode.Due due, long nowMs) {
        ProduceResponseData data = new ProduceResponseData();
        TopicProduceResponse topic = null;
        // A request holds the batches of a topic next to each other.
        for (ScriptedNode.Result result : due.results()) {
            if (topic == null || !topic.name().equals(result.batch().topic())) {
                topic = new TopicProduceResponse().setName(result.batch().topic());
                data.responses().add(topic);
            }
            topic.partitionResponses().add(new PartitionProduceResponse()
                    .setIndex(result.batch().partition())
                    .setErrorCode(result.error().code())
                    .setBaseOffset(result.baseOffset())
                    .setLogAppendTimeMs(NO_TIMESTAMP)
                    .setLogStartOffset(0));
        }
        answer(due.sent().request(), nowMs, new ProduceResponse(data));
    }

    static void lost(ScriptedNode.Sent sent, long nowMs, boolean timedOut) {
        ClientRequest request = sent.request();
        ClientInternals.disconnected(request, version(request), nowMs, timedOut).onComplete();
    }

    private static void answer(ClientRequest request, long nowMs, AbstractResponse body) {
        ClientInternals.answered(request, version(request), nowMs, body).onComplete();
    }

    private static short version(ClientRequest request) {
        return request.requestBuilder().latestAllowedVersion();
    }
}
