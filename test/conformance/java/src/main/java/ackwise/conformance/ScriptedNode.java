package ackwise.conformance;

import ackwise.conformance.TraceScript.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.common.protocol.Errors;

/** A node of the scripted cluster and the client's connection to it. */
final class ScriptedNode {
    static final long NEVER = Long.MAX_VALUE;

    /** What was stored or refused, batch by batch. */
    record Result(WireBatch batch, Errors error, long baseOffset, ScriptedLeaders.Leader leader) {}

    record Due(Sent sent, long atMs, List<Result> results) {}

    record Sent(ClientRequest request, List<WireBatch> batches, long sentMs) {}

    private final int id;
    private final ScriptedLeaders leaders;
    private final Map<Integer, Answer> told;
    private final Map<String, ScriptedLog> logs;
    private final long rttMs;
    private final long requestTimeoutMs;
    private final Deque<Sent> unanswered = new ArrayDeque<>();
    private final Deque<Due> answers = new ArrayDeque<>();
    private int requests;
    private boolean stopped;
    private long closeAtMs = NEVER;
    private long lastAnswerMs;
    private long readyAtMs;

    ScriptedNode(
            int id,
            ScriptedLeaders leaders,
            Map<Integer, Answer> told,
            Map<String, ScriptedLog> logs,
            long rttMs,
            long requestTimeoutMs) {
        this.id = id;
        this.leaders = leaders;
        this.told = told;
        this.logs = logs;
        this.rttMs = rttMs;
        this.requestTimeoutMs = requestTimeoutMs;
    }

    int requestCount() {
        return requests;
    }

    int inFlight() {
        return unanswered.size();
    }

    long readyAtMs() {
        return readyAtMs;
    }

    long nextDueMs() {
        return Math.min(answers.isEmpty() ? NEVER : answers.peek().atMs, closesAtMs());
    }

    long closesAtMs() {
        return Math.min(closeAtMs, timesOutAtMs());
    }

    private long timesOutAtMs() {
        return unanswered.isEmpty() ? NEVER : unanswered.peek().sentMs + requestTimeoutMs;
    }

    /** Whether a close that is due is the client's own request timeout. */
    boolean isTimeout(long nowMs) {
        return closeAtMs > nowMs;
    }

    /** Takes a request the moment it is sent. */
    void receive(Sent sent) {
        boolean answered = sent.request.expectResponse();
        Answer answer = told.getOrDefault(requests, Answer.NORMAL);
        requests++;
        if (answered) unanswered.add(sent);
        if (stopped) return;
        if (answer.disconnectMs() != null || (answer.silent() && answered)) {
            stopped = true;
            if (answer.disconnectMs() != null) closeAtMs = sent.sentMs + answer.disconnectMs();
            if (answer.appended()) sent.batches.forEach(this::store);
        } else if (answered) {
            List<Result> results = sent.batches.stream().map(batch -> handle(batch, answer)).toList();
            lastAnswerMs = Math.max(lastAnswerMs, sent.sentMs + (answer.afterMs() == null ? rttMs : answer.afterMs()));
            answers.add(new Due(sent, lastAnswerMs, results));
        } else {
            sent.batches.forEach(this::store);
        }
    }

    /** The next answer that is due, or null. */
    Due takeAnswer(long nowMs) {
        if (answers.isEmpty() || answers.peek().atMs > nowMs) return null;
        unanswered.remove();
        return answers.remove();
    }

    /** Closes the connection; returns what was never answered, oldest first. */
    List<Sent> close(long readyAtMs) {
        List<Sent> failed = new ArrayList<>(unanswered);
        unanswered.clear();
        answers.clear();
        stopped = false;
        closeAtMs = NEVER;
        lastAnswerMs = 0;
        this.readyAtMs = readyAtMs;
        return failed;
    }

    private Result handle(WireBatch batch, Answer answer) {
        Object error = answer.errors().get(batch.name());
        if (error != null) return result(batch, Errors.valueOf((String) error), -1);
        ScriptedLog.Stored stored = store(batch);
        Object later = answer.errorsAfterAppend().get(batch.name());
        if (stored.error() != Errors.NONE || later == null) return result(batch, stored.error(), stored.baseOffset());
        return result(batch, Errors.valueOf((String) later), -1);
    }

    private Result result(WireBatch batch, Errors error, long baseOffset) {
        return new Result(batch, error, baseOffset, leaders.of(batch.name()));
    }

    private ScriptedLog.Stored store(WireBatch batch) {
        if (leaders.of(batch.name()).node() != id) return new ScriptedLog.Stored(Errors.NOT_LEADER_OR_FOLLOWER, -1);
        return logs.get(batch.name()).append(batch);
    }
}
