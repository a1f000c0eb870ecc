package ackwise.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The events of a trace, in the order and form of formats 1 to 3. */
final class TraceEvents {
    private record Done(Map<String, Object> event, String topic, int partition, int index) {}

    private static final Comparator<Done> BY_PARTITION = Comparator.comparing(Done::topic).thenComparing(Done::partition);

    private final List<Object> events = new ArrayList<>();
    /** Callbacks of one millisecond with nothing between them: across partitions the client's order is that of a hash map. */
    private final List<Done> done = new ArrayList<>();
    private long doneAtMs;
    private final Comparator<Done> order;

    TraceEvents() {
        order = BY_PARTITION;
    }

    /** An abort ends batches in the order of identity hash codes, so records of a partition are in order of their numbers too. */
    static TraceEvents ofTransactions() {
        return new TraceEvents(BY_PARTITION.thenComparing(Done::index));
    }

    private TraceEvents(Comparator<Done> order) {
        this.order = order;
    }

    /** {@code chosen}: the partition, if the script did not name it. */
    void append(long nowMs, int send, Integer chosen, boolean newBatch, boolean full) {
        Map<String, Object> event = event(nowMs, "append");
        event.put("i", send);
        if (chosen != null) event.put("partition", chosen);
        event.put("newBatch", newBatch);
        event.put("full", full);
        add(event);
    }

    void reject(long nowMs, int send, Throwable failure) {
        Map<String, Object> event = event(nowMs, "reject");
        event.put("i", send);
        event.put("error", failure.getClass().getSimpleName());
        add(event);
    }

    void request(long nowMs, int node, int ordinal, List<WireBatch> batches) {
        Map<String, Object> event = event(nowMs, "request");
        event.put("node", node);
        event.put("n", ordinal);
        Comparator<WireBatch> order = Comparator.comparing(WireBatch::topic).thenComparing(WireBatch::partition);
        event.put("batches", batches.stream().sorted(order).map(WireBatch::event).toList());
        add(event);
    }

    /** A call of the application, by its step, or its return. */
    void other(long nowMs, String kind, int step, Map<String, Object> more, Throwable failure) {
        Map<String, Object> event = event(nowMs, kind);
        event.put("step", step);
        event.putAll(more);
        if (kind.equals("return")) {
            event.put("error", failure == null ? null : failure.getClass().getSimpleName());
            if (failure != null && failure.getCause() != null)
                event.put("cause", failure.getCause().getClass().getSimpleName());
        }
        add(event);
    }

    /** A request to the coordinator, the n-th of its kind. */
    void transactional(long nowMs, int number, String api, Map<String, Object> more) {
        Map<String, Object> event = event(nowMs, "txn");
        event.put("api", api);
        event.put("n", number);
        event.putAll(more);
        add(event);
    }

    void done(long nowMs, int index, TopicPartition partition, Throwable failure) {
        if (!done.isEmpty() && doneAtMs != nowMs) flush();
        doneAtMs = nowMs;
        Map<String, Object> event = event(nowMs, "done");
        event.put("i", index);
        event.put("error", failure == null ? null : failure.getClass().getSimpleName());
        done.add(new Done(event, partition.topic(), partition.partition(), index));
    }

    List<Object> finish() {
        flush();
        return events;
    }

    private static Map<String, Object> event(long nowMs, String kind) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("t", nowMs);
        event.put("e", kind);
        return event;
    }

    private void add(Map<String, Object> event) {
        flush();
        events.add(event);
    }

    private void flush() {
        if (done.isEmpty()) return;
        done.sort(order);
        done.forEach(one -> events.add(one.event));
        done.clear();
    }
}
