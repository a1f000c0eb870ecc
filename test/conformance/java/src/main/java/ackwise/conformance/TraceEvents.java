package ackwise.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The events of a trace, in the order and form of formats 1 and 2. */
final class TraceEvents {
    private record Done(Map<String, Object> event, String topic, int partition) {}

    private final List<Object> events = new ArrayList<>();
    /** Callbacks of one millisecond with nothing between them: across partitions the client's order is that of a hash map. */
    private final List<Done> done = new ArrayList<>();
    private long doneAtMs;

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

    void done(long nowMs, int index, TopicPartition partition, Throwable failure) {
        if (!done.isEmpty() && doneAtMs != nowMs) flush();
        doneAtMs = nowMs;
        Map<String, Object> event = event(nowMs, "done");
        event.put("i", index);
        event.put("error", failure == null ? null : failure.getClass().getSimpleName());
        done.add(new Done(event, partition.topic(), partition.partition()));
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
        done.sort(Comparator.comparing(Done::topic).thenComparing(Done::partition));
        done.forEach(one -> events.add(one.event));
        done.clear();
    }
}
