package ackwise.conformance;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.AddPartitionsToTxnResponseData;
import org.apache.kafka.common.message.AddPartitionsToTxnResponseData.AddPartitionsToTxnPartitionResult;
import org.apache.kafka.common.message.AddPartitionsToTxnResponseData.AddPartitionsToTxnTopicResult;
import org.apache.kafka.common.message.EndTxnResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.AddPartitionsToTxnRequest;
import org.apache.kafka.common.requests.AddPartitionsToTxnResponse;
import org.apache.kafka.common.requests.EndTxnRequest;
import org.apache.kafka.common.requests.EndTxnResponse;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.InitProducerIdRequest;
import org.apache.kafka.common.requests.InitProducerIdResponse;

/** The scripted transaction coordinator: the producer's epoch, which requests it has seen, and what it answers. */
final class TransactionAnswers {
    private static final long PRODUCER_ID = 1;

    private final Node coordinator;
    private final boolean raisesEpochAtEnd;
    private final Map<String, Integer> seen = new HashMap<>();
    private int epoch = -1;

    TransactionAnswers(Node coordinator, int transactionVersion) {
        this.coordinator = coordinator;
        this.raisesEpochAtEnd = transactionVersion >= 2;
    }

    static String nameOf(AbstractRequest request) {
        if (request instanceof FindCoordinatorRequest) return "FindCoordinator";
        if (request instanceof InitProducerIdRequest) return "InitProducerId";
        if (request instanceof AddPartitionsToTxnRequest) return "AddPartitionsToTxn";
        if (request instanceof EndTxnRequest) return "EndTxn";
        throw new Effect.OracleBroken("the script knows no answer to " + request);
    }

    /** Counts the requests of a kind, from 0. */
    int count(String api) {
        return seen.merge(api, 1, Integer::sum) - 1;
    }

    /** What a trace shows of a request besides its kind. */
    static Map<String, Object> shown(AbstractRequest request) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (request instanceof InitProducerIdRequest init) shown.put("epoch", init.data().producerEpoch());
        if (request instanceof AddPartitionsToTxnRequest add) {
            shown.put("partitions", partitions(add).stream().map(TopicPartition::toString).sorted().toList());
            shown.put("epoch", epochOf(add));
        }
        if (request instanceof EndTxnRequest end) {
            shown.put("committed", end.data().committed());
            shown.put("epoch", end.data().producerEpoch());
        }
        return shown;
    }

    /** Carries a request out, as far as the coordinator remembers anything of it. */
    void apply(AbstractRequest request) {
        if (request instanceof InitProducerIdRequest init) {
            if (init.data().producerEpoch() < 0 || init.data().producerEpoch() == epoch) epoch++;
        }
        if (request instanceof EndTxnRequest end && raises(end) && end.data().producerEpoch() == epoch) epoch++;
    }

    AbstractResponse answer(AbstractRequest request, Errors error, List<?> refused) {
        if (request instanceof FindCoordinatorRequest)
            return new FindCoordinatorResponse(new FindCoordinatorResponseData()
                    .setErrorCode(error.code())
                    .setNodeId(coordinator.id())
                    .setHost(coordinator.host())
                    .setPort(coordinator.port()));
        if (request instanceof InitProducerIdRequest)
            return new InitProducerIdResponse(new InitProducerIdResponseData()
                    .setErrorCode(error.code())
                    .setProducerId(error == Errors.NONE ? PRODUCER_ID : -1)
                    .setProducerEpoch((short) (error == Errors.NONE ? epoch : -1)));
        if (request instanceof AddPartitionsToTxnRequest add) return added(add, error, refused);
        EndTxnResponseData data = new EndTxnResponseData().setErrorCode(error.code());
        if (error == Errors.NONE && raises((EndTxnRequest) request))
            data.setProducerId(PRODUCER_ID).setProducerEpoch((short) epoch);
        return new EndTxnResponse(data);
    }

    private boolean raises(EndTxnRequest request) {
        return raisesEpochAtEnd && request.version() >= 5;
    }

    /** A broker refuses single partitions, and has not attempted to add the others. */
    private static AbstractResponse added(AddPartitionsToTxnRequest request, Errors error, List<?> refused) {
        Map<TopicPartition, Errors> errors = new LinkedHashMap<>();
        for (TopicPartition partition : partitions(request)) {
            boolean isRefused = refused == null || refused.contains(partition.toString());
            errors.put(partition, isRefused ? error : Errors.OPERATION_NOT_ATTEMPTED);
        }
        if (!errors.containsValue(error)) errors.replaceAll((partition, none) -> Errors.NONE);
        // Up to 3.4 an answer is made of a map.
        for (Constructor<?> constructor : AddPartitionsToTxnResponse.class.getConstructors()) {
            if (constructor.getParameterCount() != 2) continue;
            try {
                return (AbstractResponse) constructor.newInstance(0, errors);
            } catch (ReflectiveOperationException broken) {
                throw new Effect.OracleBroken(broken.toString());
            }
        }
        AddPartitionsToTxnResponseData data = new AddPartitionsToTxnResponseData();
        // The collections' own add names a class that moved in 4.4.
        Collection<AddPartitionsToTxnTopicResult> topics = data.resultsByTopicV3AndBelow();
        errors.forEach((partition, told) -> {
            AddPartitionsToTxnTopicResult topic = topics.stream()
                    .filter(other -> other.name().equals(partition.topic()))
                    .findFirst()
                    .orElse(null);
            if (topic == null) {
                topic = new AddPartitionsToTxnTopicResult().setName(partition.topic());
                topics.add(topic);
            }
            Collection<AddPartitionsToTxnPartitionResult> results = topic.resultsByPartition();
            results.add(new AddPartitionsToTxnPartitionResult()
                    .setPartitionIndex(partition.partition())
                    .setPartitionErrorCode(told.code()));
        });
        return new AddPartitionsToTxnResponse(data);
    }

    /** The request's topics have another name since 3.5, when brokers began to ask for several transactions at a time. */
    private static List<TopicPartition> partitions(AddPartitionsToTxnRequest request) {
        Object data = ClientInternals.call(request, "data");
        boolean isNew = ClientInternals.has(data, "v3AndBelowTopics");
        List<TopicPartition> partitions = new ArrayList<>();
        for (Object topic : (Iterable<?>) ClientInternals.call(data, isNew ? "v3AndBelowTopics" : "topics"))
            for (Object partition : (List<?>) ClientInternals.call(topic, "partitions"))
                partitions.add(new TopicPartition((String) ClientInternals.call(topic, "name"), (int) partition));
        return partitions;
    }

    private static short epochOf(AddPartitionsToTxnRequest request) {
        Object data = ClientInternals.call(request, "data");
        boolean isNew = ClientInternals.has(data, "v3AndBelowProducerEpoch");
        return (short) ClientInternals.call(data, isNew ? "v3AndBelowProducerEpoch" : "producerEpoch");
    }
}
