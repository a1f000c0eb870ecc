package ackwise.conformance;

import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ProduceRequest;

/** One script under way: the application, the cluster and the clock, all moved by the Sender's calls of poll. */
final class ScriptPlay implements ScriptHost {
    /** Ends the Sender's thread; Sender.run catches exceptions only. */
    static final class Over extends Error {
        Over() {
            super("the script is over", null, false, false);
        }
    }

    private final TraceScript script;
    private final VirtualTime time;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Object accumulator;
    private final ScriptedMetadata metadata;
    private final ScriptedLeaders leaders;
    private final List<ScriptedNode> nodes = new ArrayList<>();
    private final Map<String, ScriptedLog> logs = new LinkedHashMap<>();
    private final TraceEvents events = new TraceEvents();
    private final List<ClientRequest> control = new ArrayList<>();
    private final List<ScriptedNode.Sent> sentSincePoll = new ArrayList<>();
    private final int maxInFlight;
    private final long reconnectBackoffMs;
    private int nextSend;
    private int open;
    private boolean looksForNode;
    private boolean woken;

    ScriptPlay(TraceScript script, ProducerConfig config, KafkaProducer<byte[], byte[]> producer, VirtualTime time) {
        this.script = script;
        this.time = time;
        this.producer = producer;
        this.accumulator = Effect.field(producer, "accumulator");
        this.leaders = new ScriptedLeaders(script);
        this.metadata = new ScriptedMetadata(script, leaders, Effect.field(producer, "metadata"));
        this.maxInFlight = config.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION);
        this.reconnectBackoffMs = config.getLong(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG);
        this.open = script.sends().size();
        for (TraceScript.Topic topic : script.topics())
            for (int partition = 0; partition < topic.leaders().size(); partition++)
                logs.put(topic.name() + "-" + partition, new ScriptedLog());
        long requestTimeoutMs = config.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        for (int id = 0; id < script.nodeCount(); id++)
            nodes.add(new ScriptedNode(
                    id,
                    leaders,
                    script.answers().getOrDefault(id, Map.of()),
                    logs,
                    script.rttMs(),
                    requestTimeoutMs));
        metadata.start();
        script.topics().forEach(topic -> Compressing.forget(topic.name()));
    }

    Map<String, Object> trace() {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("format", script.format());
        trace.put("id", script.id());
        trace.put("events", events.finish());
        Map<String, Object> stored = new LinkedHashMap<>();
        logs.forEach((name, log) -> stored.put(name, log.sends()));
        trace.put("log", stored);
        trace.put("end", time.milliseconds());
        return trace;
    }

    boolean isOver() {
        if (time.milliseconds() >= script.untilMs()) return true;
        return open == 0 && nodes.stream().allMatch(node -> node.inFlight() == 0);
    }

    @Override
    public Node anyNode() {
        looksForNode = true;
        return metadata.anyNode();
    }

    @Override
    public boolean isReady(int node) {
        ScriptedNode there = nodes.get(node);
        return time.milliseconds() >= there.readyAtMs() && there.inFlight() < maxInFlight;
    }

    @Override
    public long delayMs(int node) {
        long delayMs = nodes.get(node).readyAtMs() - time.milliseconds();
        return delayMs > 0 ? delayMs : Long.MAX_VALUE;
    }

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    public void send(ClientRequest request) {
        AbstractRequest.Builder<?> builder = request.requestBuilder();
        AbstractRequest built = builder.build(builder.latestAllowedVersion());
        if (!(built instanceof ProduceRequest)) {
            control.add(request);
            return;
        }
        List<WireBatch> batches = batches(request, (ProduceRequest) built, SendCallback.class);
        int number = Integer.parseInt(request.destination());
        ScriptedNode node = nodes.get(number);
        ScriptedNode.Sent sent = new ScriptedNode.Sent(request, batches, time.milliseconds());
        events.request(time.milliseconds(), number, node.requestCount(), batches);
        node.receive(sent);
        sentSincePoll.add(sent);
    }

    @Override
    public void poll(long timeoutMs) {
        metadata.askIfDue(time.milliseconds());
        if (answerControl()) return;
        if (!sentSincePoll.isEmpty()) {
            List<ScriptedNode.Sent> written = List.copyOf(sentSincePoll);
            sentSincePoll.clear();
            for (ScriptedNode.Sent sent : written)
                if (!sent.request().expectResponse()) Answers.withoutBody(sent, time.milliseconds());
            carryOut();
        } else {
            waitFor(Math.max(timeoutMs, 1));
        }
        if (isOver()) throw new Over();
    }

    /** Asking for a producer id takes no time: neither looking whether a node is ready, nor the answer. */
    private boolean answerControl() {
        boolean free = looksForNode || !control.isEmpty();
        looksForNode = false;
        List<ClientRequest> asked = List.copyOf(control);
        control.clear();
        for (ClientRequest request : asked) Answers.producerId(request, time.milliseconds());
        return free;
    }

    private void waitFor(long timeoutMs) {
        long nowMs = time.milliseconds();
        long latestMs = nowMs + Math.min(timeoutMs, Long.MAX_VALUE - nowMs);
        long endMs = Math.max(Math.min(latestMs, metadata.nextDueMs(nowMs)), nowMs);
        while (true) {
            long nextMs = Math.min(endMs, nextDueMs());
            time.moveTo(Math.min(nextMs, script.untilMs()));
            if (nextMs >= script.untilMs()) return;
            if (carryOut() || nextMs >= endMs || isOver()) return;
        }
    }

    private long nextDueMs() {
        long nextMs = nextSend < script.sends().size() ? script.sends().get(nextSend).atMs() : ScriptedNode.NEVER;
        nextMs = Math.min(nextMs, metadata.arrivesMs());
        for (ScriptedNode node : nodes) nextMs = Math.min(nextMs, node.nextDueMs());
        return nextMs;
    }

    /** Everything due at this millisecond; returns whether that ends the poll. */
    private boolean carryOut() {
        long nowMs = time.milliseconds();
        boolean ends = false;
        leaders.moveTo(nowMs);
        for (ScriptedNode node : nodes) {
            for (ScriptedNode.Due due = node.takeAnswer(nowMs); due != null; due = node.takeAnswer(nowMs)) {
                Answers.results(due, nowMs, metadata.hintedNodes());
                metadata.sort();
                ends = true;
            }
            if (node.closesAtMs() > nowMs) continue;
            boolean timedOut = node.isTimeout(nowMs);
            for (ScriptedNode.Sent lost : node.close(nowMs + reconnectBackoffMs)) Answers.lost(lost.request(), nowMs, timedOut);
            metadata.disconnected();
            ends = true;
        }
        if (metadata.arrive(nowMs)) ends = true;
        while (nextSend < script.sends().size() && script.sends().get(nextSend).atMs() <= nowMs)
            if (send(nextSend++)) ends = true;
        return ends;
    }

    private boolean send(int index) {
        TraceScript.Send send = script.sends().get(index);
        byte[] key = send.key() == null ? null : new byte[send.key()];
        if (index == 0 && script.seed() != null) ThreadRandom.begin(script.seed());
        List<Object> lastBefore = lastBatches(send);
        SendCallback callback = new SendCallback(index);
        woken = false;
        try {
            producer.send(
                    new ProducerRecord<>(send.topic(), send.partition(), key, Compressing.value(send.value(), script.noisePercent(), index)), callback);
        } catch (RuntimeException thrown) {
            callback.failure = thrown;
        }
        if (callback.failure == null) appended(callback, send, lastBefore);
        else {
            open--;
            events.reject(time.milliseconds(), index, callback.failure);
        }
        return woken;
    }

    /** Reads off the queue what the accumulator's result said, and checks it against whether the Sender was woken. */
    private void appended(SendCallback callback, TraceScript.Send send, List<Object> lastBefore) {
        callback.partition = partitionOf(callback, send);
        Deque<?> queue = ClientInternals.queue(accumulator, callback.partition);
        int partition = callback.partition.partition();
        boolean newBatch = queue.peekLast() != lastBefore.get(partition);
        boolean full = queue.size() > 1 || ClientInternals.isFull(queue.peekLast());
        if (woken != (newBatch || full))
            throw new Effect.OracleBroken("send " + callback.index + " woke the Sender: " + woken);
        Integer chosen = send.partition() == null ? (Integer) partition : null;
        events.append(time.milliseconds(), callback.index, chosen, newBatch, full);
    }

    /** The partition whose last batch holds the record. */
    private TopicPartition partitionOf(SendCallback callback, TraceScript.Send send) {
        if (send.partition() != null) return new TopicPartition(send.topic(), send.partition());
        List<Object> batches = lastBatches(send);
        for (int partition = 0; partition < batches.size(); partition++) {
            if (batches.get(partition) == null) continue;
            List<SendCallback> held = ClientInternals.callbacks(batches.get(partition), SendCallback.class);
            if (held.get(held.size() - 1) == callback) return new TopicPartition(send.topic(), partition);
        }
        throw new Effect.OracleBroken("send " + callback.index + " is in no queue");
    }

    /** The last batch of every partition of the topic, or null. */
    private List<Object> lastBatches(TraceScript.Send send) {
        List<Object> batches = new ArrayList<>();
        for (int partition = 0; logs.containsKey(send.topic() + "-" + partition); partition++) {
            Deque<?> queue = ClientInternals.queue(accumulator, new TopicPartition(send.topic(), partition));
            batches.add(queue == null ? null : queue.peekLast());
        }
        return batches;
    }

    /** What a produce request holds; the callbacks of its records are of the given class. */
    static <T extends Callback & Numbered> List<WireBatch> batches(
            ClientRequest request, ProduceRequest built, Class<T> callbackType) {
        Map<?, ?> batches = ClientInternals.batchesOf(request);
        List<WireBatch> wire = new ArrayList<>();
        Iterable<TopicProduceData> topics = built.data().topicData();
        topics.forEach(topic -> topic.partitionData().forEach(partition -> {
            Object batch = batches.get(new TopicPartition(topic.name(), partition.index()));
            List<Integer> sends = ClientInternals.callbacks(batch, callbackType).stream()
                    .map(Numbered::index)
                    .toList();
            wire.add(WireBatch.of(topic.name(), partition.index(), ClientInternals.encoded(partition), sends)
                    .expecting(Compressing.expectedRatio(batch, topic.name())));
        }));
        return wire;
    }

    /** The callback of a record of the script. */
    interface Numbered {
        int index();
    }

    private final class SendCallback implements Callback, Numbered {
        final int index;
        /** Known once the record is in a queue. */
        TopicPartition partition;
        RuntimeException failure;

        SendCallback(int index) {
            this.index = index;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public void onCompletion(RecordMetadata ignored, Exception exception) {
            if (partition == null) {
                failure = (RuntimeException) exception;
                return;
            }
            open--;
            events.done(time.milliseconds(), index, partition, exception);
        }
    }
}
