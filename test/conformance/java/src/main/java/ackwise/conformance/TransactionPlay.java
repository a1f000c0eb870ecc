package ackwise.conformance;

import ackwise.conformance.TransactionScript.Step;
import ackwise.conformance.TransactionScript.Told;
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
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ProduceRequest;

/** One script with transactions under way: cluster, coordinator and clock, moved by the Sender's calls of poll and sleep. */
final class TransactionPlay implements ScriptHost {
    private static final StackWalker STACK = StackWalker.getInstance();

    private final TransactionScript script;
    private final TraceScript produce;
    private final VirtualTime time;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Object accumulator;
    private final Object transactions;
    private final ScriptedMetadata metadata;
    private final List<ScriptedNode> nodes = new ArrayList<>();
    private final Map<String, ScriptedLog> logs = new LinkedHashMap<>();
    private final TraceEvents events = TraceEvents.ofTransactions();
    /** Whom FindCoordinator is sent to, and the coordinator: the two nodes after those of the topics. */
    private final List<CoordinatorNode> coordinators;
    private final Node finder;
    private final TransactionAnswers answers;
    private final Application application = new Application();
    private final int maxInFlight;
    private final long reconnectBackoffMs;
    private int nextStep;
    private Step calling;
    private int callingIndex;
    private String callingWhat;
    private Application.Step call;
    private Object result;
    private int open;
    private boolean hasSent;
    private boolean isClosed;

    TransactionPlay(
            TransactionScript script, ProducerConfig config, KafkaProducer<byte[], byte[]> producer, VirtualTime time) {
        this.script = script;
        this.produce = script.produce();
        this.time = time;
        this.producer = producer;
        accumulator = Effect.field(producer, "accumulator");
        transactions = Effect.field(producer, "transactionManager");
        ScriptedLeaders leaders = new ScriptedLeaders(produce);
        metadata = new ScriptedMetadata(produce, leaders, Effect.field(producer, "metadata"));
        maxInFlight = config.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION);
        reconnectBackoffMs = config.getLong(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG);
        open = produce.sends().size();
        for (TraceScript.Topic topic : produce.topics())
            for (int partition = 0; partition < topic.leaders().size(); partition++)
                logs.put(topic.name() + "-" + partition, new ScriptedLog());
        long timeoutMs = config.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        for (int id = 0; id < produce.nodeCount(); id++)
            nodes.add(new ScriptedNode(
                    id, leaders, produce.answers().getOrDefault(id, Map.of()), logs, produce.rttMs(), timeoutMs));
        coordinators = List.of(new CoordinatorNode(timeoutMs), new CoordinatorNode(timeoutMs));
        finder = new Node(nodes.size(), "finder", 1);
        Node coordinator = new Node(nodes.size() + 1, "coordinator", 1);
        answers = new TransactionAnswers(coordinator, script.transactionVersion());
        ClusterFeatures.tell(transactions, coordinator.idString(), script.transactionVersion(), script.bumpsEpoch());
        metadata.start();
    }

    Map<String, Object> trace() {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("format", 3);
        trace.put("id", produce.id());
        trace.put("events", events.finish());
        Map<String, Object> stored = new LinkedHashMap<>();
        logs.forEach((name, log) -> stored.put(name, log.sends()));
        trace.put("log", stored);
        trace.put("end", time.milliseconds());
        return trace;
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public Node anyNode() {
        return finder;
    }

    @Override
    public boolean isReady(int node) {
        if (node >= nodes.size()) {
            CoordinatorNode there = coordinators.get(node - nodes.size());
            return time.milliseconds() >= there.readyAtMs() && there.isIdle();
        }
        ScriptedNode there = nodes.get(node);
        return time.milliseconds() >= there.readyAtMs() && there.inFlight() < maxInFlight;
    }

    @Override
    public boolean isDown(int node) {
        return time.milliseconds() < readyAtMs(node);
    }

    @Override
    public long delayMs(int node) {
        long delayMs = readyAtMs(node) - time.milliseconds();
        return delayMs > 0 ? delayMs : Long.MAX_VALUE;
    }

    private long readyAtMs(int node) {
        return node < nodes.size() ? nodes.get(node).readyAtMs() : coordinators.get(node - nodes.size()).readyAtMs();
    }

    @Override
    public void wake() {
        application.wake();
    }

    @Override
    public int inFlight() {
        int sum = nodes.stream().mapToInt(ScriptedNode::inFlight).sum();
        return sum + (int) coordinators.stream().filter(node -> !node.isIdle()).count();
    }

    @Override
    public void closed() {
        isClosed = true;
        if (call != null) events.other(time.milliseconds(), "return", callingIndex, Map.of("do", "close"), null);
    }

    @Override
    public void send(ClientRequest request) {
        hasSent = true;
        AbstractRequest.Builder<?> builder = request.requestBuilder();
        AbstractRequest built = builder.build(builder.latestAllowedVersion());
        int number = Integer.parseInt(request.destination());
        if (!(built instanceof ProduceRequest produced)) {
            ask(request, built, coordinators.get(number - nodes.size()));
            return;
        }
        List<WireBatch> batches = ScriptPlay.batches(request, produced, SendCallback.class);
        ScriptedNode node = nodes.get(number);
        events.request(time.milliseconds(), number, node.requestCount(), batches);
        node.receive(new ScriptedNode.Sent(request, batches, time.milliseconds()));
    }

    private void ask(ClientRequest request, AbstractRequest built, CoordinatorNode node) {
        long nowMs = time.milliseconds();
        String api = TransactionAnswers.nameOf(built);
        int number = answers.count(api);
        events.transactional(nowMs, number, api, TransactionAnswers.shown(built));
        Told told = script.coordinator().getOrDefault(api, Map.of()).getOrDefault(number, Told.NORMAL);
        Errors error = told.error() == null ? Errors.NONE : Errors.valueOf(told.error());
        if (told.isLost() ? told.applied() : error == Errors.NONE) answers.apply(built);
        long closesAtMs = told.disconnectMs() == null ? ScriptedNode.NEVER : nowMs + told.disconnectMs();
        long answersAtMs = nowMs + (told.afterMs() == null ? produce.rttMs() : told.afterMs());
        node.receive(
                request,
                told.isLost() ? null : answers.answer(built, error, told.partitions()),
                answersAtMs,
                closesAtMs,
                nowMs);
    }

    @Override
    public void poll(long timeoutMs) {
        metadata.askIfDue(time.milliseconds());
        if (looksWhetherReady()) {
            carryOut();
            return;
        }
        if (hasSent) {
            hasSent = false;
            carryOut();
        } else waitFor(Math.max(timeoutMs, 1), true);
        if (isOver()) throw new ScriptPlay.Over();
    }

    /** The Sender's thread sleeps: only the application goes on. */
    void sleep(long ms) {
        waitFor(ms, false);
        if (time.milliseconds() >= produce.untilMs()) throw new ScriptPlay.Over();
    }

    /** NetworkClientUtils.isReady polls to look only; it takes no time. */
    private static boolean looksWhetherReady() {
        return STACK.walk(frames -> frames.limit(8).anyMatch(frame ->
                frame.getClassName().endsWith(".NetworkClientUtils") && frame.getMethodName().equals("isReady")));
    }

    private boolean isOver() {
        if (time.milliseconds() >= produce.untilMs()) return true;
        return nextStep == script.steps().size() && call == null && open == 0 && inFlight() == 0;
    }

    private void waitFor(long timeoutMs, boolean listens) {
        long endMs = time.milliseconds() + Math.min(timeoutMs, Long.MAX_VALUE - time.milliseconds());
        while (true) {
            long nextMs = Math.min(endMs, Math.min(nextStepMs(), listens ? nextDueMs() : ScriptedNode.NEVER));
            time.moveTo(Math.min(nextMs, produce.untilMs()));
            if (nextMs >= produce.untilMs()) return;
            boolean ends = listens ? carryOut() : goOn() && false;
            if (ends || nextMs >= endMs || (listens && isOver())) return;
        }
    }

    private long nextDueMs() {
        long nextMs = ScriptedNode.NEVER;
        for (ScriptedNode node : nodes) nextMs = Math.min(nextMs, node.nextDueMs());
        for (CoordinatorNode node : coordinators) nextMs = Math.min(nextMs, node.nextDueMs());
        return nextMs;
    }

    /** When the application does the next thing by itself. */
    private long nextStepMs() {
        if (call != null) return hasReturned() ? time.milliseconds() : ScriptedNode.NEVER;
        if (nextStep == script.steps().size()) return ScriptedNode.NEVER;
        return Math.max(time.milliseconds(), script.steps().get(nextStep).atMs());
    }

    /** Everything due at this millisecond; returns whether that ends the poll. */
    private boolean carryOut() {
        long nowMs = time.milliseconds();
        boolean ends = false;
        for (ScriptedNode node : nodes) {
            for (ScriptedNode.Due due = node.takeAnswer(nowMs); due != null; due = node.takeAnswer(nowMs)) {
                Answers.results(due, nowMs, List.of());
                ends = true;
            }
            if (node.closesAtMs() > nowMs) continue;
            boolean timedOut = node.isTimeout(nowMs);
            for (ScriptedNode.Sent lost : node.close(nowMs + reconnectBackoffMs))
                Answers.lost(lost.request(), nowMs, timedOut);
            ends = true;
        }
        for (CoordinatorNode node : coordinators) ends |= node.carryOut(nowMs, reconnectBackoffMs);
        return goOn() || ends;
    }

    /** The application goes on as far as it can; returns whether that woke the Sender. */
    private boolean goOn() {
        boolean woken = false;
        while (true) {
            if (call != null) {
                if (!hasReturned()) return woken;
                woken |= returned();
            } else if (nextStepMs() <= time.milliseconds()) woken |= doStep(nextStep++);
            else return woken;
        }
    }

    private boolean hasReturned() {
        return result != null && isCompleted(result);
    }

    private static boolean isCompleted(Object result) {
        return (boolean) ClientInternals.call(result, "isCompleted");
    }

    private boolean doStep(int index) {
        Step step = script.steps().get(index);
        if (step.send() >= 0) return send(step.send());
        calling = step;
        callingIndex = index;
        return call(step.what());
    }

    private boolean call(String what) {
        callingWhat = what;
        events.other(time.milliseconds(), "call", callingIndex, Map.of("do", what), null);
        call = application.call(work(what));
        boolean woken = call.woke();
        result = woken && !what.equals("close") ? pendingResult() : null;
        // A call that threw before it woke the Sender, or was given what another had waited for (up to 3.1.0).
        boolean isOver = !woken || (!what.equals("close") && (result == null || isCompleted(result)));
        return (isOver && returned()) || woken;
    }

    private Runnable work(String what) {
        return switch (what) {
            case "init" -> producer::initTransactions;
            case "begin" -> producer::beginTransaction;
            case "commit" -> producer::commitTransaction;
            case "abort" -> producer::abortTransaction;
            case "close" -> producer::close;
            default -> throw new IllegalArgumentException("no such step: " + what);
        };
    }

    /** The call returns; returns whether what follows at once woke the Sender. */
    private boolean returned() {
        Throwable failure = call.failure();
        events.other(time.milliseconds(), "return", callingIndex, Map.of("do", callingWhat), failure);
        call = null;
        result = null;
        return callingWhat.equals("commit") && failure != null && calling.orAbort() && call("abort");
    }

    /** What the calling thread waits for; the field has another name since 3.1.1. */
    private Object pendingResult() {
        boolean isOld = ClientInternals.hasField(transactions, "pendingResult");
        if (isOld) return Effect.field(transactions, "pendingResult");
        return Effect.field(Effect.field(transactions, "pendingTransition"), "result");
    }

    private boolean send(int index) {
        TraceScript.Send send = produce.sends().get(index);
        TopicPartition partition = new TopicPartition(send.topic(), send.partition());
        byte[] key = send.key() == null ? null : new byte[send.key()];
        Object lastBefore = lastBatch(partition);
        int recordsBefore = records(lastBefore);
        SendCallback callback = new SendCallback(index, partition);
        boolean woken = application.run(() -> {
            try {
                producer.send(
                        new ProducerRecord<>(send.topic(), send.partition(), key, new byte[send.value()]), callback);
            } catch (RuntimeException thrown) {
                callback.failure = thrown;
            }
        });
        callback.isSent = true;
        Object last = lastBatch(partition);
        // Since 3.3 a record is appended before the state of the transaction is looked at.
        boolean isAppended = last != null && (last != lastBefore || records(last) > recordsBefore);
        if (isAppended) {
            Deque<?> queue = ClientInternals.queue(accumulator, partition);
            boolean full = queue.size() > 1 || ClientInternals.isFull(last);
            events.append(time.milliseconds(), index, null, last != lastBefore, full);
        } else open--;
        if (callback.failure != null) events.reject(time.milliseconds(), index, callback.failure);
        return woken;
    }

    private Object lastBatch(TopicPartition partition) {
        Deque<?> queue = ClientInternals.queue(accumulator, partition);
        return queue == null ? null : queue.peekLast();
    }

    private static int records(Object batch) {
        return batch == null ? 0 : (int) Effect.field(batch, "recordCount");
    }

    private final class SendCallback implements Callback, ScriptPlay.Numbered {
        private final int index;
        private final TopicPartition partition;
        private boolean isSent;
        private Throwable failure;

        SendCallback(int index, TopicPartition partition) {
            this.index = index;
            this.partition = partition;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public void onCompletion(RecordMetadata ignored, Exception exception) {
            if (!isSent) {
                failure = exception;
                return;
            }
            open--;
            events.done(time.milliseconds(), index, partition, exception);
        }
    }
}
